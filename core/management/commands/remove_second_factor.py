"""`manage.py remove_second_factor NAME`: for the last administrator who lost phone and codes."""

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext_noop

from core.accounts import audit, sessions
from core.accounts.people import person_named
from core.audit import AuditEntry
from core.speaking import gettext as _


class Command(BaseCommand):
    help = _("Remove the second factor of a person, who then sets up a new one at sign-in.")

    def add_arguments(self, parser):
        parser.add_argument("name", help=_("the person's username or e-mail address"))

    def handle(self, name, **options):
        user = person_named(name)
        if user is None:
            raise CommandError(_("There is no account “%(name)s”.") % {"name": name})
        Authenticator.objects.filter(user=user).delete()
        sessions.end_all(user)
        detail = gettext_noop("all removed on the server")
        audit.record(AuditEntry.Kind.SECOND_FACTOR, None, user, detail)
        told = _("%(name)s sets up a new second factor at the next sign-in.")
        self.stdout.write(told % {"name": user})
