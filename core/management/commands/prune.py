"""`manage.py prune`: delete what is kept only for a time. To be run once a day."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand
from django.utils import timezone

from core.models import AuditEntry, Presence


def old_audit_entries(now):
    return AuditEntry.objects.filter(happened_at__lt=now - timedelta(days=365))


def old_presences(now):
    return Presence.objects.filter(seen_at__lt=now - timedelta(days=1))


def ended_sessions(now):
    return Session.objects.filter(expire_date__lt=now)


def lost_session_notes(now):
    """What a person's list of sessions says about sessions that are no more."""
    return UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))


# What is kept how long: (name, rows that are past it), in this order. Apps above add theirs:
# `retention` of an app's config holds (name, function that deletes and gives the number).
RETENTION = (
    ("log of sign-ins and rights, a year", old_audit_entries),
    ("who has a form open, a day", old_presences),
    ("sessions, until they end", ended_sessions),
    ("addresses and browsers of sessions, until they end", lost_session_notes),
)


class Command(BaseCommand):
    help = "Delete what is kept only for a time."

    def handle(self, **options):
        now = timezone.now()
        for name, past in RETENTION:
            number, _of_each = past(now).delete()
            self.tell(name, number, options)
        for app in apps.get_app_configs():
            for name, forget in getattr(app, "retention", ()):
                self.tell(name, forget(), options)

    def tell(self, name, number, options):
        if options["verbosity"]:
            self.stdout.write(f"{name}: {number} deleted")
