"""`manage.py prune`: delete what is kept only for a time; `engage_tick` does it by itself."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from core import retention
from core.speaking import gettext as _
from core.speaking import speaking


class Command(BaseCommand):
    help = _("Delete what is kept only for a time.")

    def handle(self, **options):
        for what, number in retention.forget(timezone.now()):
            if options["verbosity"]:
                with speaking():
                    told = _("%(what)s – deleted: %(number)d") % {"what": what, "number": number}
                self.stdout.write(told)
