"""`manage.py import_pages FOLDER`: offer saved pages as draft projects that staff confirm."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from core.speaking import gettext as _
from moving.owners import owner_named
from moving.pages.moving_in import move_in


class Command(BaseCommand):
    help = _("Reads saved pages (HTML or text); staff make draft projects of what is recognised.")

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--owner",
            default="",
            help=_("keeps the projects (a partnership's address); by default this site's own"),
        )
        parser.add_argument("--dry-run", action="store_true", help=_("only tell what would come"))

    def handle(self, folder, **options):
        if not folder.is_dir():
            raise CommandError(_("There is no folder %(name)s.") % {"name": folder})
        owner = owner_named(options["owner"])
        notes = move_in(folder, owner=owner, is_dry=options["dry_run"], tell=self.tell)
        self.stdout.write("")
        self.stdout.write("\n".join(notes.lines()) or _("There are no pages in the folder."))

    def tell(self, number, of):
        told = _("%(what)s: %(number)d of %(of)d")
        self.stdout.write("\r" + told % {"what": _("Pages"), "number": number, "of": of}, ending="")
        self.stdout.flush()
