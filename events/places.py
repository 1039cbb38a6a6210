"""Whether an event takes people: until when, how many places are left, who waits."""

from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import ngettext

from .registration import Registration


class Places:
    """How many have a place and how many wait, of one event, in one query."""

    def __init__(self, event):
        state = Registration.State
        rows = Registration.objects.filter(event=event)
        counts = rows.aggregate(
            confirmed=Count("pk", filter=Q(state=state.CONFIRMED)),
            waiting=Count("pk", filter=Q(state=state.WAITING)),
        )
        self.capacity = event.capacity
        self.confirmed, self.waiting = counts["confirmed"], counts["waiting"]

    @property
    def free(self):
        """Places that nobody has; None where there are as many as come."""
        return None if self.capacity is None else max(0, self.capacity - self.confirmed)

    @property
    def is_full(self):
        return self.free == 0


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
