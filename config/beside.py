"""What runs beside the web in `manage.py run`; whatever ends is started again within a second."""

import subprocess
import sys
from contextlib import contextmanager

from django.conf import settings
from gunicorn.arbiter import Arbiter

WAKE = "from config import database; database.start_embedded(database.ensure_data_dir())"


class Part:
    """One process; `is_needed` says whether it should run now."""

    def __init__(self, words, is_needed=lambda: True):
        self.words, self.is_needed, self.process = words, is_needed, None

    def look_after(self):
        """Start it when it should run and does not."""
        has_ended = self.process is None or self.process.poll() is not None
        if has_ended and self.is_needed():
            self.process = subprocess.Popen(self.words, cwd=settings.BASE_DIR)  # noqa: S603 (ours)

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait()


def command(*words):
    return [sys.executable, "manage.py", *words]


def waking():
    """The words that start the embedded database, which then lives on without them."""
    return [sys.executable, "-c", WAKE]


@contextmanager
def looked_after(*parts):
    """The class of Gunicorn's first process that has an eye on these parts, which end with it.

    Its loop comes round once a second, and at once when a process ends.
    """

    class Keeper(Arbiter):
        def manage_workers(self):
            super().manage_workers()
            for part in parts:
                part.look_after()

    try:
        yield Keeper
    finally:
        for part in parts:
            part.stop()
