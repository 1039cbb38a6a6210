"""`manage.py prepare`: what must exist before the site can be shown."""

from django.core.management.base import BaseCommand, CommandError

from config.prepare import Missing, prepare


class Command(BaseCommand):
    help = "Makes fonts, icons, the stylesheet and translations, and collects the static files."
    requires_system_checks = ()

    def handle(self, *args, **options):
        say = self.stdout.write if options["verbosity"] else lambda line: None
        try:
            prepare(say)
        except Missing as error:
            raise CommandError(f"{error}; run: make run") from None
