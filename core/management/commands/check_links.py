from django.core.management.base import BaseCommand

from core.linkcheck.checking import check_links
from core.progress import counter


class Command(BaseCommand):
    help = "Checks every link of the published pages; run it once a week (README.md)."

    def handle(self, **options):
        result = check_links(counter(self.stdout, "links"))
        self.stdout.write("")
        self.stdout.write(
            "{links} links checked: {broken} broken, {healed} in order again, "
            "{unknown} not known because no other site answered".format(**result)
        )
