"""Whether an event takes people: until when, how many places are left, who waits."""

from django.core.exceptions import ValidationError
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import ngettext

from .registration import Registration


class Places:
    """How many have a place and how many wait, of one event; `numbers` are those of the states,
    where they were read."""

    def __init__(self, event, numbers=None):
        state = Registration.State
        found = dict(numbers_of_states(event) if numbers is None else numbers)
        self.capacity = event.capacity
        self.confirmed, self.waiting = found.get(state.CONFIRMED, 0), found.get(state.WAITING, 0)

    @property
    def free(self):
        """Places that nobody has; None where there are as many as come."""
        return None if self.capacity is None else max(0, self.capacity - self.confirmed)

    @property
    def is_full(self):
        return self.free == 0


def numbers_of_states(event):
    """(state, number of registrations) of an event."""
    rows = Registration.objects.filter(event=event).order_by()
    return rows.values_list("state").annotate(number=Count("pk"))


def refuse_fewer_places(event):
    """Say how many people are too many; the trigger would refuse it without a word."""
    if event.pk is None or event.capacity is None:
        return
    taken = Places(event).confirmed
    if taken > event.capacity:
        told = ngettext(
            "%(taken)s person has a place already; cancel the place of %(more)s first.",
            "%(taken)s people have a place already; cancel the places of %(more)s first.",
            taken,
        )
        more = taken - event.capacity
        raise ValidationError({"capacity": told % {"taken": taken, "more": more}})


def closes_at(event):
    """Until when one can register: the event's own time, at the latest its start."""
    return min(event.closes_at or event.starts_at, event.starts_at)


def takes_people(event, places=None):
    """Whether the form is worth filling in: there is a place or a queue."""
    return is_open(event) and (event.waiting_list or not (places or Places(event)).is_full)


def is_open(event, now=None):
    """Whether visitors can register now, or still confirm."""
    now = now or timezone.now()
    is_on = not event.is_cancelled and not event.is_closed and event.is_published
    has_opened = event.opens_at is None or event.opens_at <= now
    return (
        event.registration == event.Registration.OPEN
        and is_on
        and has_opened
        and now < closes_at(event)
    )
