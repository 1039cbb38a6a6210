"""The round of all that happens by itself, and the table of what is kept for a time."""

import hashlib
import io
import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import InternalError, connection, connections, transaction
from django.utils import timezone, translation

from core import dates, retention
from core.text import unbroken
from engage import outbox, privacy, tick
from engage.models import Hit, Outbox
from events import registration_jobs
from tests.factories import EventFactory, RegistrationFactory
from tests.waiting import wait_until

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parent.parent.parent
# Of the words of the page about privacy; whoever changes them raises privacy.NOTICE_VERSION.
WORDS = ("2026-11-29", "5e3991e58188")

REFUSE = """
create function pg_temp.refuse() returns trigger language plpgsql as
    $$ begin raise exception 'not today'; end $$;
create trigger refuse before update on engage_outbox
    for each row execute function pg_temp.refuse();
"""


@pytest.fixture
def another():
    """A second connection to the database."""
    other = connections.create_connection("default")
    other.settings_dict = connection.settings_dict
    yield other
    other.close()


def test_second_copy_leaves_the_round_to_the_first(another):
    Outbox.objects.create(key="a", to="anna@example.lv", subject="x")
    with another.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [tick.LOCK])
        assert tick.run() is None
        cursor.execute("SELECT pg_advisory_unlock(%s)", [tick.LOCK])

    assert tick.run() == []
    assert Outbox.objects.get().sent_at is not None


def test_job_that_fails_is_named_and_keeps_no_other_from_running(monkeypatch, caplog):
    Outbox.objects.create(key="a", to="anna@example.lv", subject="x")
    monkeypatch.setattr(registration_jobs, "remind", lambda now: 1 / 0)

    with pytest.raises(CommandError, match=r"failed: events\.registration_jobs\.remind"):
        call_command("engage_tick", stdout=io.StringIO())

    assert Outbox.objects.get().sent_at is not None
    assert "ZeroDivisionError" in caplog.text


def test_line_of_the_table_that_fails_keeps_no_other_from_being_deleted():
    """Mails are refused by the database; their line stands before that of registrations."""
    long_ago = timezone.now() - timedelta(days=400)
    row = RegistrationFactory(event=EventFactory(starts_at=long_ago), confirmed_at=long_ago)
    Outbox.objects.create(key="a", to="anna@example.lv", subject="x", sent_at=long_ago)
    with connection.cursor() as cursor:
        cursor.execute(REFUSE)

    with pytest.raises(InternalError, match="not today"):
        tick.forget(timezone.now())

    row.refresh_from_db()
    assert (row.name, row.email) == ("", None)


@pytest.mark.parametrize("pause", [0, -5])
def test_rounds_without_a_pause_are_refused(pause):
    with pytest.raises(CommandError, match="at least one second"):
        call_command("engage_tick", every=pause)


def test_command_sends_at_once_and_goes_on_until_it_is_told_to_stop(transactional_db, tmp_path):
    """A mail that is written between two rounds does not wait for the second."""
    words = [sys.executable, "manage.py", "engage_tick", "--every", "3600"]
    database = connection.settings_dict
    host = f"{database['HOST']}".replace("/", "%2F")
    url = f"postgresql://{database['USER']}@/{database['NAME']}?host={host}"
    environment = os.environ | {"DATABASE_URL": url, "DATA_DIR": str(tmp_path)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    cache.delete(tick.ROUND)
    beside = subprocess.Popen(words, cwd=ROOT, env=environment, **pipes)  # noqa: S603

    assert beside.stdout.readline() == b"a round every 3600 s\n"
    wait_until(tick.last_round)
    with transaction.atomic():
        outbox.post(key="x", to="a@example.lv", template="engage/mail/archived", language="lv")
    wait_until(Outbox.objects.exclude(sent_at=None).exists)
    assert beside.poll() is None
    beside.send_signal(signal.SIGTERM)

    _out, errors = beside.communicate(timeout=120)
    assert (beside.returncode, errors) == (0, b"")


def test_every_line_of_the_table_deletes_something_past_its_time():
    Hit.objects.create(bucket="x", begins_at=timezone.now(), number=1)

    done = dict(retention.forget(timezone.now()))
    assert set(done.values()) == {0}
    later = dict(retention.forget(timezone.now() + timezone.timedelta(days=3)))

    assert [str(what) for what, number in later.items() if number] == [
        str(kept.what) for kept in Hit.retention
    ]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_page_about_privacy_says_what_the_table_deletes(client, language):
    with translation.override(language):
        version = dates.written(date.fromisoformat(privacy.NOTICE_VERSION))
        page = client.get({"lv": "/lv/privatums/", "en": "/en/privacy/"}[language])
        lines = [kept for _model, kept in retention.table() if kept.whose != retention.MACHINES]

        missing = [kept.what for kept in lines if unbroken(kept.what) not in page.text]

    assert len(lines) > 8
    assert missing == []
    assert version in page.text


def test_page_about_privacy_is_linked_from_every_page(client):
    assert 'href="/lv/privatums/"' in client.get("/lv/").text


def test_other_words_about_privacy_are_another_version(client):
    with translation.override("en"):
        lines = [
            f"{kept.what}|{kept.purpose}|{kept.how_long}|{kept.stays}"
            for _model, kept in retention.table()
            if kept.whose == retention.VISITORS
        ]
    template = (ROOT / "templates" / "engage" / "privacy.html").read_text()
    words = hashlib.sha256("\n".join([*lines, template]).encode()).hexdigest()[:12]

    assert (privacy.NOTICE_VERSION, words) == WORDS
