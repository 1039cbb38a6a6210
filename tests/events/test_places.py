"""What the database keeps true of registrations, whatever way they are written."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.models import Event, Registration
from events.places import Places
from tests.factories import EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()
CONFIRMED = {"state": "confirmed", "confirmed_at": NOW}


def refused(write):
    """Whether the database refuses what `write` does."""
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return True
    return False


def test_more_people_than_places_are_refused_on_every_way():
    event = EventFactory(capacity=2)
    rows = RegistrationFactory.create_batch(4, event=event)
    queryset = Registration.objects.filter(event=event)

    assert refused(lambda: queryset.update(**CONFIRMED))
    Registration.objects.filter(pk__in=[rows[0].pk, rows[1].pk]).update(**CONFIRMED)
    assert refused(lambda: queryset.filter(pk=rows[2].pk).update(**CONFIRMED))
    assert refused(lambda: RegistrationFactory(event=event, **CONFIRMED))
    other = RegistrationFactory(**CONFIRMED)
    assert refused(lambda: Registration.objects.filter(pk=other.pk).update(event=event))
    assert queryset.confirmed().count() == 2


def test_places_cannot_be_fewer_than_people_who_have_one():
    event = EventFactory(capacity=3)
    RegistrationFactory.create_batch(2, event=event, **CONFIRMED)
    events = Event.objects.filter(pk=event.pk)

    assert refused(lambda: events.update(capacity=1))
    assert not refused(lambda: events.update(capacity=2))
    assert not refused(lambda: events.update(capacity=None))
    assert not refused(lambda: RegistrationFactory.create_batch(9, event=event, **CONFIRMED))


def test_form_says_how_many_people_are_too_many():
    event = EventFactory(capacity=3)
    RegistrationFactory.create_batch(3, event=event, **CONFIRMED)
    event.capacity = 1

    with pytest.raises(ValidationError) as refusal:
        event.full_clean()

    assert refusal.value.message_dict == {
        "capacity": ["Vieta jau ir 3 cilvēkiem; vispirms atsauciet vietu 2 no tiem."]
    }
    event.capacity = 3
    event.full_clean()


def test_one_person_has_one_active_registration_for_an_event():
    first = RegistrationFactory(email="anna@example.lv")
    again = {"event": first.event, "email": "anna@example.lv"}

    assert refused(lambda: RegistrationFactory(**again))
    assert not refused(lambda: RegistrationFactory(email="anna@example.lv"))
    assert not refused(lambda: RegistrationFactory(**again, state="cancelled"))
    Registration.objects.filter(pk=first.pk).update(state="cancelled")
    assert not refused(lambda: RegistrationFactory(**again))


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "Anna@example.lv"},
        {"state": "waiting", "confirmed_at": NOW},
        {"state": "confirmed"},
        {"state": "waiting", "confirmed_at": NOW, "queued_at": NOW, "attended": True},
        {"anonymised_at": NOW, "name": ""},
        {"anonymised_at": NOW, "email": None, "name": "Anna"},
    ],
)
def test_registration_that_makes_no_sense_is_refused(wrong):
    assert refused(lambda: RegistrationFactory(**wrong))


def test_places_are_counted_in_one_query(django_assert_num_queries):
    event = EventFactory(capacity=3)
    RegistrationFactory.create_batch(2, event=event, **CONFIRMED)
    RegistrationFactory(event=event)
    RegistrationFactory.create_batch(
        4, event=event, state="waiting", confirmed_at=NOW, queued_at=NOW
    )

    with django_assert_num_queries(1):
        places = Places(event)

    assert (places.confirmed, places.waiting, places.free, places.is_full) == (2, 4, 1, False)
    assert Places(EventFactory()).free is None


def test_queue_is_ordered_by_its_time():
    event = EventFactory()
    rows = [
        RegistrationFactory(
            event=event,
            state="waiting",
            confirmed_at=NOW,
            queued_at=NOW - timedelta(minutes=minutes),
        )
        for minutes in (1, 3, 2, 3)
    ]

    assert list(event.registrations.waiting()) == [rows[1], rows[3], rows[2], rows[0]]
    assert [row.place_in_queue for row in rows] == [4, 1, 3, 2]
