from django.core.management.base import BaseCommand

from core.speaking import gettext as _
from projects.rule_loading import load_rules


class Command(BaseCommand):
    help = _("Add the rules of acknowledgement and the funds of the Union that are not there yet.")

    def handle(self, **options):
        if not load_rules(report=self.stdout.write):
            self.stdout.write(_("Nothing to add."))
