"""`manage.py engage_tick`: one round of all that happens by itself, or rounds without end."""

import os
import signal
import sys
import threading
import time

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connection

from core.speaking import gettext as _
from engage import bell, tick


class Command(BaseCommand):
    help = _(
        "Reminders, waiting lists, deletion of what is past its time, mails. To be run every"
        " minute; a second copy ends at once."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--every",
            type=int,
            metavar=_("SECONDS"),
            help=_("Go on until stopped, with this pause."),
        )
        parser.add_argument(
            "--parent",
            type=int,
            metavar="PID",
            help=_("With --every: end when this parent is gone."),
        )

    def handle(self, **options):
        if options["every"] is not None and options["every"] < 1:
            raise CommandError(_("--every needs a pause of at least one second."))
        if options["every"]:
            self.go_on(options)
        elif failed := self.round(options):
            raise CommandError(_("failed: %(names)s") % {"names": ", ".join(failed)})

    def round(self, options):
        say = self.stdout.write if options["verbosity"] else lambda line: None
        return tick.run(say=say)

    def go_on(self, options):
        """Rounds until SIGTERM, Ctrl-C, or the end of the process that started this one."""
        stopped, pause = threading.Event(), options["every"]
        parent = options["parent"] or os.getppid()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda number, frame: stopped.set())
        if options["verbosity"]:
            self.stdout.write(_("a round every %(seconds)d s") % {"seconds": pause})

        def is_over():
            return stopped.is_set() or os.getppid() != parent

        while not is_over():
            try:
                bell.listen()
                self.round(options)
            except Error as error:
                print(f"engage_tick: {error}", file=sys.stderr)
                connection.close()
            rest(pause, is_over)


def rest(pause, is_over):
    """Until the next round; mails that are written meanwhile leave at once."""
    end = time.monotonic() + pause
    while time.monotonic() < end and not is_over():
        try:
            if bell.has_rung(seconds=1):
                tick.send()
        except Error:  # the next round tells of it
            connection.close()
