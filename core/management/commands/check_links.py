from django.core.management.base import BaseCommand

from core.linkcheck.checking import check_links


class Command(BaseCommand):
    help = "Checks every link of the published pages; run it once a week (README.md)."

    def handle(self, **options):
        result = check_links(self.tell)
        self.stdout.write("")
        self.stdout.write(
            "{links} links checked: {broken} broken, {healed} in order again, "
            "{unknown} not known because no other site answered".format(**result)
        )

    def tell(self, done, number):
        if not self.stdout.isatty():
            return  # in a journal all of these would be one line
        self.stdout.write(f"\r{done} of {number} links", ending="")
        self.stdout.flush()
