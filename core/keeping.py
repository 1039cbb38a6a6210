"""How long is kept what people who sign in leave behind."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from .audit import AuditEntry
from .retention import STAFF, Kept
from .versions import Presence


def forget_audit_entries(_model, now):
    return AuditEntry.objects.filter(happened_at__lt=now - timedelta(days=365)).delete()[0]


def forget_presences(_model, now):
    return Presence.objects.filter(seen_at__lt=now - timedelta(days=1)).delete()[0]


def forget_sessions(_model, now):
    """Sessions that have ended, and what a person's list of sessions says about them."""
    number = Session.objects.filter(expire_date__lt=now).delete()[0]
    keys = Session.objects.values("session_key")
    return number + UserSession.objects.exclude(session_key__in=keys).delete()[0]


RETENTION = (
    Kept(
        what=_("Log of sign-ins and of changes of accounts"),
        purpose=_("to find out about misuse"),
        how_long=_("a year"),
        forget=forget_audit_entries,
        whose=STAFF,
    ),
    Kept(
        what=_("Who has a form open"),
        purpose=_("to warn colleagues who edit the same page"),
        how_long=_("a day"),
        forget=forget_presences,
        whose=STAFF,
    ),
    Kept(
        what=_("Sessions, with the network address and the browser"),
        purpose=_("to show where one is signed in"),
        how_long=_("until the session ends, 12 hours at most"),
        forget=forget_sessions,
        whose=STAFF,
    ),
)
