"""`manage.py import_wordpress FILE`: take over a site made with WordPress from its export."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.speaking import gettext as _
from moving.owners import owner_named
from moving.wordpress import reading
from moving.wordpress.moving_in import WordPress


class Command(BaseCommand):
    help = _("Takes over news, pages, files and addresses from an export of WordPress (WXR).")

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help=_("the export: Tools, Export, All content"))
        parser.add_argument(
            "--media",
            type=Path,
            help=_("wp-content/uploads; by default uploads beside FILE"),
        )
        parser.add_argument(
            "--owner",
            default="",
            help=_("keeps the pages (a partnership's address); by default this site's own"),
        )
        parser.add_argument(
            "--language",
            default=settings.LANGUAGE_CODE,
            choices=settings.MODELTRANSLATION_LANGUAGES,
            help=_("of what is not marked"),
        )
        parser.add_argument(
            "--fetch",
            action="store_true",
            help=_("fetch files that the folder lacks from the old site"),
        )
        parser.add_argument(
            "--no-tags", action="store_true", help=_("make themes of categories alone")
        )
        parser.add_argument("--dry-run", action="store_true", help=_("only tell what would come"))
        parser.add_argument("--report", type=Path, help=_("write the whole report into this file"))

    def handle(self, file, **options):
        report = options["report"]
        if report and (report.is_dir() or not report.absolute().parent.is_dir()):
            raise CommandError(_("There is no folder for the report %(name)s.") % {"name": report})
        try:
            export = reading.opened(file)
            site = WordPress(
                export,
                owner=owner_named(options["owner"]),
                folder=options["media"] or file.parent / "uploads",
                language=options["language"],
                is_dry=options["dry_run"],
                may_fetch=options["fetch"],
                with_tags=not options["no_tags"],
            )
            notes = site.run(self.tell)
        except OSError as error:
            told = _("The file cannot be read: %(reason)s")
            raise CommandError(told % {"reason": error}) from None
        except reading.Unreadable as error:
            raise CommandError(str(error)) from None
        self.report(notes, export, options)

    def report(self, notes, export, options):
        head = (
            _("From %(site)s, nothing was written:") if options["dry_run"] else _("From %(site)s:")
        )
        head %= {"site": export.site}
        self.stdout.write("")
        self.stdout.write("\n".join([head, *notes.lines()]))
        if options["report"]:
            options["report"].write_text("\n".join([head, *notes.lines(everything=True), ""]))

    def tell(self, what, number, of):
        if number == of or not number % 10:
            told = _("%(what)s: %(number)d of %(of)d") % {"what": what, "number": number, "of": of}
            self.stdout.write(f"\r{told} ", ending="" if number < of else "\n")
            self.stdout.flush()
