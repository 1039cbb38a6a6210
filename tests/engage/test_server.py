"""Sending over a real mail server that answers, falls silent and comes back."""

import socketserver
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes

import pytest
from django.db import connection
from django.utils import timezone

from engage import sending
from engage.models import Outbox

pytestmark = pytest.mark.django_db(transaction=True)


class Conversation(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as a client needs that sends one mail."""

    def handle(self):
        self.say("220 here")
        for line in self.rfile:
            word = line[:4].upper().strip()
            if word == b"DATA":
                self.say("354 go on")
                self.server.received.append(self.body())
            elif word == b"QUIT":
                return self.say("221 bye")
            self.say("250 ok")
        return None

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())

    def body(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        return b"".join(lines)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True


@contextmanager
def server(port, received):
    with Server(("127.0.0.1", port), Conversation) as running:
        running.received = received
        thread = threading.Thread(target=running.serve_forever, args=[0.01])
        thread.start()
        yield running.server_address[1]
        running.shutdown()
        thread.join()


@pytest.fixture
def received(settings):
    """What arrives at the server, of which the site's settings name the port."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_USE_TLS = False
    return []


def write(number):
    Outbox.objects.bulk_create(
        Outbox(key=str(each), to=f"a{each}@example.lv", subject="Ziņa", text="ā", html="<p>ā</p>")
        for each in range(number)
    )


def subjects(received):
    return sorted(message_from_bytes(each)["To"] for each in received)


def test_server_that_is_down_for_an_hour_loses_and_doubles_no_mail(received, settings):
    write(5)
    everybody = [f"a{each}@example.lv" for each in range(5)]
    with server(0, received) as settings.EMAIL_PORT:
        pass  # nobody answers at this port any more
    now = timezone.now()

    for minute in range(60):
        assert sending.work_off(now + timedelta(minutes=minute)) == 0
    with server(settings.EMAIL_PORT, received):
        for minute in range(60, 60 + 3 * 60, 20):
            sending.work_off(now + timedelta(minutes=minute))

    assert subjects(received) == everybody
    assert not Outbox.objects.filter(sent_at=None).exists()
    assert len({message_from_bytes(each)["Message-ID"] for each in received}) == 5


def test_several_copies_send_each_mail_once(received, settings):
    write(60)
    start = threading.Barrier(4)

    def copy(_number):
        start.wait(60)
        try:
            return sending.work_off()
        finally:
            connection.close()

    with server(0, received) as settings.EMAIL_PORT, ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(copy, range(4)))

    assert sum(numbers) == len(received) == len(set(subjects(received))) == 60
    assert sum(number > 0 for number in numbers) > 1
