from django.core.management.base import BaseCommand

from core.speaking import gettext as _
from partnership.loading import load_territories


class Command(BaseCommand):
    help = _("Load or refresh the countries, regions, municipalities, parishes and towns.")

    def handle(self, **options):
        counts = load_territories(report=self.stdout.write)
        if not any(counts.values()):
            self.stdout.write(_("Nothing to change."))
