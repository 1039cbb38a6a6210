import os

from django.core.management.base import BaseCommand

from core.progress import counter
from core.speaking import gettext as _
from search import copy


class Command(BaseCommand):
    help = _("Builds the search index of this machine anew, beside the present one (README.md).")

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-needed", action="store_true", help=_("only when there is none of this version")
        )

    def handle(self, if_needed, **options):
        if if_needed and copy.COPY.is_ready():
            return
        if copy.COPY.build(counter(self.stdout, _("pages")), os.cpu_count() or 1):
            self.stdout.write("\n" + _("The index is in use."))
        else:
            self.stdout.write(_("Another process is building the index."))
