import os

from django.core.management.base import BaseCommand

from search import copy


class Command(BaseCommand):
    help = "Builds the search index of this machine anew, beside the present one (README.md)."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-needed", action="store_true", help="only when there is none of this version"
        )

    def handle(self, if_needed, **options):
        if if_needed and copy.COPY.is_ready():
            return
        if copy.COPY.build(self.tell, os.cpu_count() or 1):
            self.stdout.write("\nThe index is in use.")
        else:
            self.stdout.write("Another process is building the index.")

    def tell(self, done, number):
        if not self.stdout.isatty():
            return  # in a journal all of these would be one line
        self.stdout.write(f"\r{done} of {number} pages", ending="")
        self.stdout.flush()
