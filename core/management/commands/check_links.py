from django.core.management.base import BaseCommand

from core.linkcheck.checking import check_links
from core.progress import counter
from core.speaking import gettext as _
from core.speaking import ngettext


class Command(BaseCommand):
    help = _("Checks every link of the published pages; run it once a week (README.md).")

    def handle(self, **options):
        result = check_links(counter(self.stdout, _("links")))
        self.stdout.write("")
        told = ngettext("%(links)d link checked;", "%(links)d links checked;", result["links"])
        found = _(
            "broken: %(broken)d, in order again: %(healed)d, not known because no other site"
            " answered: %(unknown)d"
        )
        self.stdout.write(f"{told} {found}" % result)
