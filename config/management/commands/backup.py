"""`manage.py backup`: one file with all that the site is."""

import os
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.backup import Failed, keeping
from config.backup.making import make
from config.backup.telling import Teller, asked_password
from core.speaking import gettext as _
from core.speaking import megabytes


class Command(BaseCommand):
    help = _(
        "Write database, uploaded files and settings into one file of BACKUP_DIR (docs/deploy.md)."
    )

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, metavar=_("FOLDER"), help=_("instead of BACKUP_DIR"))
        parser.add_argument(
            "--encrypt",
            action="store_true",
            help=_(
                "with BACKUP_PASSWORD, which alone encrypts too, or a password that is asked for"
            ),
        )
        parser.add_argument("--keep-all", action="store_true", help=_("delete no older backup"))

    def handle(self, *, to, encrypt, keep_all, verbosity, **options):
        password = os.environ.get("BACKUP_PASSWORD", "")
        if encrypt and not password:
            password = asked_password(twice=True)
        folder = to or settings.BACKUP_DIR
        try:
            rule = keeping.read_rule(os.environ.get("BACKUP_KEEP") or "7,5,12")
            with Teller(self.stdout, verbosity) as teller:
                path = make(folder, password, teller)
            gone = [] if keep_all else keeping.prune(folder, rule)
        except Failed as error:
            raise CommandError(str(error)) from None
        teller(f"{path} ({megabytes(path.stat().st_size)})")
        if gone:
            teller(_("older ones deleted: %(names)s") % {"names": ", ".join(gone)})
