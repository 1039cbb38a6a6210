"""`manage.py remove_second_factor NAME`: for the last administrator who lost phone and codes."""

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext_lazy as _

from core.accounts import audit, sessions
from core.accounts.people import person_named
from core.audit import AuditEntry


class Command(BaseCommand):
    help = "Remove the second factor of a person, who then sets up a new one at sign-in."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the person's username or e-mail address")

    def handle(self, name, **options):
        user = person_named(name)
        if user is None:
            raise CommandError(f"There is no account “{name}”.")
        Authenticator.objects.filter(user=user).delete()
        sessions.end_all(user)
        audit.record(AuditEntry.Kind.SECOND_FACTOR, None, user, _("all removed on the server"))
        self.stdout.write(f"{user} sets up a new second factor at the next sign-in.")
