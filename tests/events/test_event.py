"""What the database keeps true of an event, whoever writes it."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.models import Event
from tests.factories import EventFactory

pytestmark = pytest.mark.django_db


def here(*parts):
    return timezone.make_aware(datetime(*parts))


def revisions(event, *changes):
    """The event's revision after each change, made past the model."""
    found = []
    for change in changes:
        Event.objects.filter(pk=event.pk).update(**change)
        found.append(Event.objects.get(pk=event.pk).sequence)
    return found


def test_revision_rises_with_time_place_and_cancellation():
    event = EventFactory()
    later = event.ends_at + timedelta(days=1)

    found = revisions(
        event,
        {"ends_at": later},
        {"ends_at": later},
        {"venue_en": "Elsewhere"},
        {"title_lv": "Cits", "sequence": 40},
        {"online_url": "https://meet.example/1"},
        {"cancelled_at": later, "cancel_reason_lv": "Slimība"},
        {"cancelled_at": later + timedelta(hours=1)},
        {"cancelled_at": None},
    )

    assert found == [1, 1, 2, 2, 3, 4, 4, 5]


def test_stable_name_never_changes():
    event = EventFactory(uid=UUID(int=7))

    Event.objects.update(uid=uuid4())

    assert Event.objects.get(pk=event.pk).uid == UUID(int=7)


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_at": here(2026, 1, 1)},
        {"capacity": 0},
        {"retention_days": 6},
        {"retention_days": 366},
        {"registration": "elsewhere"},
        {"registration": "open", "precision": "month"},
        {"opens_at": here(2026, 2, 2), "closes_at": here(2026, 2, 1)},
        {"cancelled_at": here(2026, 2, 2)},
        {
            "cancelled_at": here(2026, 2, 2),
            "cancel_reason_lv": "Slimība",
            "closed_at": here(2026, 2, 2),
        },
    ],
    ids=str,
)
def test_database_refuses_what_cannot_be(wrong):
    EventFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.update(**wrong)


@pytest.mark.parametrize(
    ("precision", "last"),
    [
        ("day", here(2020, 12, 5, 23, 59, 59)),
        ("month", here(2020, 12, 31, 23, 59, 59)),
        ("year", here(2020, 12, 31, 23, 59, 59)),
    ],
)
def test_event_without_an_hour_lasts_as_long_as_is_known(precision, last):
    event = EventFactory(starts_at=here(2020, 12, 5), ends_at=None, precision=precision)

    assert event.ends_at == last


def test_upcoming_and_past_divide_all_events():
    now = timezone.now()
    hours = [(-5, -3), (-1, 1), (3, 5), (1, 2)]
    rows = [
        EventFactory(starts_at=now + timedelta(hours=a), ends_at=now + timedelta(hours=b))
        for a, b in hours
    ]
    over, running, last, first = rows

    assert list(Event.objects.upcoming()) == [running, first, last]
    assert list(Event.objects.past()) == [over]


def test_archive_does_not_grow_old():
    """Nobody is asked to look over a page about what is long over."""
    years_ago = timezone.now() - timedelta(days=3 * 365)
    EventFactory(starts_at=years_ago)
    planned = EventFactory()

    Event.objects.update(updated_at=years_ago)

    assert list(Event.objects.stale()) == [planned]
