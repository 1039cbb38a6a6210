from django.core.management.base import BaseCommand

from core.progress import counter
from core.publication.storing import refresh_all


class Command(BaseCommand):
    help = "Checks every published page for what it lacks; run it every night (README.md)."

    def handle(self, **options):
        result = refresh_all(counter(self.stdout, "pages"))
        self.stdout.write("")
        self.stdout.write(
            "{pages} pages checked: {faults} things to mend, "
            "{dropped} of pages that are no longer public forgotten".format(**result)
        )
