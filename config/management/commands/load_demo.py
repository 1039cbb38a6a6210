from django.core.management.base import BaseCommand, CommandError

from config import demo
from core.speaking import gettext as _


class Command(BaseCommand):
    help = _("Fill an empty site with the demonstration.")

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help=_("Do nothing, without an error, when the site has content."),
        )

    def handle(self, **options):
        if demo.is_empty():
            demo.load(self.stdout.write)
        elif not options["if_empty"]:
            raise CommandError(_("The site has content already; the demonstration was not loaded."))
