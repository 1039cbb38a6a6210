"""`manage.py set_up`: everything between new code and a running site; safe to repeat."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from core.speaking import gettext as _

STEPS = (
    ("migrate", {"interactive": False}),
    ("createcachetable", {}),
    ("load_territories", {}),
    ("load_rules", {}),
    ("reindex", {"if_needed": True}),
)


class Command(BaseCommand):
    help = _(
        "Files, tables, lists and the search index of this version, at first and at each update."
    )
    # Addresses are checked once the translations that they are made of are compiled.
    requires_system_checks = ()

    def handle(self, *, verbosity, **options):
        call_command("prepare", verbosity=verbosity)
        self.check()
        for name, words in STEPS:
            if verbosity:
                self.stdout.write(f"{name} …")
            call_command(name, verbosity=0, stdout=self.stdout, **words)
