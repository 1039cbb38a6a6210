"""What waits for staff after an event, for the first page of the administration."""

from django.utils.translation import gettext as _

from core import rights
from core.admin.cards import FIRST, Card

from .. import times
from ..models import Event
from ..registration import Registration
from .access import CHANGE, address


def to_close(user):
    """Events that are over and whose people are not counted yet, the oldest first."""
    may_close = rights.may(user, CHANGE, Registration)
    rows = list(rights.own(user, Event.objects.to_close())) if may_close else []
    return Card(
        "events",
        _("Events to close"),
        _("every event is counted"),
        len(rows),
        [
            (
                address("people", each),
                str(each),
                times.written(each.starts_at, None, each.precision),
            )
            for each in rows[:FIRST]
        ],
    )
