"""What waits for staff after an event, for the first page of the administration."""

from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import rights
from core.admin.cards import FIRST, Card

from .. import times
from ..models import Event
from ..registration import Registration
from .access import CHANGE, EXPORT, address

SOON = timedelta(days=14)


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


def to_take_out(user):
    """Events whose names are deleted soon, the soonest first: who needs a list takes it before."""
    if not all(rights.may(user, action, Registration) for action in (CHANGE, EXPORT)):
        return None
    rows = list(rights.own(user, Event.objects.forgotten_by(timezone.now() + SOON)))
    return Card(
        "names",
        _("Events whose names are deleted soon"),
        _("no names of participants are deleted soon"),
        len(rows),
        [(address("people", each), str(each), deleted_on(each)) for each in rows[:FIRST]],
        note=_("If you have to show who came, download the table before that."),
    )


def deleted_on(event):
    day = date_format(timezone.localtime(event.forgotten_at), "SHORT_DATE_FORMAT")
    return _("deleted on %(day)s") % {"day": day}
