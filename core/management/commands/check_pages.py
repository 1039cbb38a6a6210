from django.core.management.base import BaseCommand

from core.progress import counter
from core.publication.storing import refresh_all
from core.speaking import gettext as _
from core.speaking import ngettext


class Command(BaseCommand):
    help = _("Checks every published page for what it lacks; run it every night (README.md).")

    def handle(self, **options):
        result = refresh_all(counter(self.stdout, _("pages")))
        self.stdout.write("")
        told = ngettext("%(pages)d page checked;", "%(pages)d pages checked;", result["pages"])
        found = _(
            "to be mended: %(faults)d, forgotten because their pages are no longer public:"
            " %(dropped)d"
        )
        self.stdout.write(f"{told} {found}" % result)
