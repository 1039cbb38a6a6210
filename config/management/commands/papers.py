"""`manage.py papers`: write the pages of docs/ that are made from models and packages."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.papers import data_model, licences
from core.speaking import gettext as _

PAPERS = {"data-model.md": data_model.page, "licences.md": licences.page}


class Command(BaseCommand):
    help = _("Writes docs/data-model.md and docs/licences.md; with --check only tells what is old.")

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help=_("only tell what is old"))

    def handle(self, **options):
        old = []
        for name, make in PAPERS.items():
            path, text = settings.BASE_DIR / "docs" / name, make().rstrip() + "\n"
            if not path.exists() or path.read_text() != text:
                old.append(name)
                if not options["check"]:
                    path.write_text(text)
        if old and options["check"]:
            told = _("Out of date: %(names)s; run manage.py papers.")
            raise CommandError(told % {"names": ", ".join(old)})
        told = _("Written: %(names)s.") % {"names": ", ".join(old)}
        self.stdout.write(told if old else _("All papers are current."))
