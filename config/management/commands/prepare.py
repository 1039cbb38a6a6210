"""`manage.py prepare`: what must exist before the site can be shown."""

from django.core.management.base import BaseCommand, CommandError

from config.prepare import Missing, prepare
from core.speaking import gettext as _


class Command(BaseCommand):
    help = _("Makes fonts, icons, the stylesheet and translations, and collects the static files.")
    requires_system_checks = ()

    def handle(self, *args, **options):
        say = self.stdout.write if options["verbosity"] else lambda line: None
        try:
            prepare(say)
        except Missing as error:
            raise CommandError(_("%(what)s; run: make run") % {"what": error}) from None
