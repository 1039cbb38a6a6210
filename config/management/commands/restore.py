"""`manage.py restore FILE`: the site of a backup in the place of this one."""

import os
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from config.backup import Failed, restoring, sealing
from config.backup.telling import Teller, asked_password, asked_yes
from core.speaking import gettext as _


class Command(BaseCommand):
    help = _("Bring the site back from a file of `manage.py backup` (docs/deploy.md).")
    requires_system_checks = ()  # there may be no table yet

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--force", action="store_true", help=_("do not ask before a site is replaced")
        )

    def handle(self, *, file, force, verbosity, **options):
        try:
            is_sealed = sealing.is_sealed(file)
            if not force and restoring.is_live() and not asked_yes(question()):
                raise CommandError(_("nothing was changed"))
            password = os.environ.get("BACKUP_PASSWORD") or (is_sealed and asked_password())
            with Teller(self.stdout, verbosity) as teller:
                found = restoring.restore(file, password, teller)
        except Failed as error:
            raise CommandError(f"{error}; " + _("nothing was changed")) from None
        except OSError as error:
            self.bring_up_to_date()
            told = _("the site is restored, but something is left: %(reason)s")
            raise CommandError(told % {"reason": error}) from None
        self.bring_up_to_date()
        told = _("The site is as it was at %(time)s. Now restart it.")
        teller(told % {"time": found["made_at"]})
        self.tell_settings(teller)

    def bring_up_to_date(self):
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("reindex", stdout=self.stdout)

    def tell_settings(self, teller):
        kept = settings.DATA_DIR / restoring.RESTORED
        told = _("Its settings are in %(file)s: compare them with yours, then delete that file.")
        teller(told % {"file": kept})
        names = restoring.differing()
        if names:
            told = _("Other values are set here: %(names)s.")
            teller(told % {"names": ", ".join(names)})
        if "SECRET_KEY" in names:
            teller(_("With another SECRET_KEY no second factor and no link in a mail works."))


def question():
    return _(
        "There is a site in this database. Its content, accounts and uploaded files will be gone;"
        " `manage.py backup` first keeps them."
    )
