from django.core.management.base import BaseCommand

from core.publication.storing import refresh_all


class Command(BaseCommand):
    help = "Checks every published page for what it lacks; run it every night (README.md)."

    def handle(self, **options):
        result = refresh_all(self.tell)
        self.stdout.write("")
        self.stdout.write(
            "{pages} pages checked: {faults} things to mend, "
            "{dropped} of pages that are no longer public forgotten".format(**result)
        )

    def tell(self, done, number):
        if not self.stdout.isatty():
            return  # in a journal all of these would be one line
        self.stdout.write(f"\r{done} of {number} pages", ending="")
        self.stdout.flush()
