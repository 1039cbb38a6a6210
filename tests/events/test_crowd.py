"""Many people at once, on connections of their own."""

import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from engage.models import Outbox
from events import registration_actions as actions
from events.models import Registration
from tests.factories import EventFactory, RegistrationFactory

from .registering import PERSON

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 16


def at_once(doings):
    """Do all of it in parallel; what each gave."""
    start = threading.Barrier(AT_ONCE)

    def ready():
        start.wait(60)

    def run(doing):
        try:
            with connection.cursor() as cursor:  # what is tested is the order, not the patience
                cursor.execute("set lock_timeout = '60s'; set statement_timeout = '60s'")
            return doing()
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE, initializer=ready) as pool:
        return [each.result(300) for each in [pool.submit(run, doing) for doing in doings]]


class Watcher(threading.Thread):
    """Counts who has a place, again and again, on a connection of its own."""

    def __init__(self, event):
        super().__init__()
        self.event, self.seen, self.is_over = event, set(), threading.Event()

    def run(self):
        while not self.is_over.is_set():
            self.seen.add(self.event.registrations.confirmed().count())
            time.sleep(0.002)
        connection.close()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error):
        self.is_over.set()
        self.join()


def counted(event):
    return Counter(event.registrations.values_list("state", flat=True))


def test_crowd_gets_exactly_the_places_and_the_queue_its_order():
    event = EventFactory(registration="open", capacity=20)
    rows = RegistrationFactory.create_batch(120, event=event)
    confirms = [lambda row=row: actions.confirm(registration=row) for row in rows]

    with Watcher(event) as watcher:
        at_once(confirms)

        assert counted(event) == {"confirmed": 20, "waiting": 100}
        placed = list(event.registrations.confirmed()[:12])
        queue = list(event.registrations.waiting())
        cancels = [lambda row=row: actions.cancel(registration=row) for row in placed]
        at_once([*cancels, *confirms[:30], *cancels])

    assert counted(event) == {"confirmed": 20, "waiting": 88, "cancelled": 12}
    assert max(watcher.seen) == 20
    assert list(event.registrations.waiting()) == queue[12:]
    kinds = Counter(key.partition(":")[0] for key in Outbox.objects.values_list("key", flat=True))
    assert kinds == {"place": 20, "queue": 100, "cancelled": 12, "moved-up": 12}


def test_person_who_sends_the_form_many_times_at_once_is_registered_once():
    event = EventFactory(registration="open")
    form = {**PERSON, "events": [event], "email": "anna@example.lv", "occasion": "a"}

    at_once([lambda: actions.register(**form)] * 24)

    assert (Registration.objects.count(), Outbox.objects.count()) == (1, 1)


def test_trigger_refuses_whoever_counts_without_the_lock():
    """The crowd of the first test is one: without the actions' lock too many would get in."""
    event = EventFactory(registration="open", capacity=5)
    rows = RegistrationFactory.create_batch(24, event=event)
    now = timezone.now() - timedelta(minutes=1)

    def count_then_save(row):
        try:
            if event.registrations.confirmed().count() < event.capacity:
                time.sleep(0.02)
                Registration.objects.filter(pk=row.pk).update(state="confirmed", confirmed_at=now)
        except Exception as error:
            return type(error).__name__
        return "done"

    said = Counter(at_once([lambda row=row: count_then_save(row) for row in rows]))

    assert counted(event)["confirmed"] == 5
    assert said["IntegrityError"] > 0
