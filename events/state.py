"""In what state an event is, as a badge says it."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import places
from .times import Precision


@dataclass(frozen=True)
class Badge:
    name: str  # of its style, which states of projects have too
    label: str


CANCELLED = Badge("cancelled", pgettext_lazy("event", "Cancelled"))
OVER = Badge("completed", pgettext_lazy("event", "Took place"))
NOW = Badge("running", pgettext_lazy("event", "Happening now"))
FULL = Badge("approved", _("No places left"))
OPEN = Badge("running", _("Registration is open"))
SHUT = Badge("approved", _("Registration is closed"))


def badge(event):
    """The badge of an event that is read `with_relations`; None when there is nothing to say."""
    if event.is_cancelled:
        return CANCELLED
    if event.is_over:
        return OVER if event.precision != Precision.UNKNOWN else None
    if event.has_started and event.precision == Precision.HOUR:
        return NOW
    if places.is_open(event):
        return FULL if is_full(event) else OPEN
    return SHUT if has_closed(event) else None


def is_full(event):
    return event.capacity is not None and event.taken >= event.capacity


def has_closed(event):
    is_here = event.registration == event.Registration.OPEN
    return is_here and places.closes_at(event) <= timezone.now()
