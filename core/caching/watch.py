"""Moves the page cache when something has changed: a thread of every process that serves pages.

It waits for the database to tell of commits, and for the next moment at which a page changes by
itself: something appears, ends, opens or closes, or a new day begins. A connection that broke is
made again at once, and the folder is moved then, since nobody knows what was missed.
"""

import logging
import os
import select
import threading
import time
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import Error, connection, models
from django.db.models import F
from django.utils import timezone

from . import folder
from .tables import APART, CHANNEL

log = logging.getLogger(__name__)
AGAIN = 0.1  # seconds between two tries to reach the database
LONGEST = 600  # seconds until the next moment is looked up again


class Watch:
    """One for each process; `start` may be called at every request."""

    def __init__(self):
        self.lock = threading.Lock()
        self.process = self.thread = None  # the process by its number
        self.is_listening = self.is_over = False
        self.moves = 0  # how often something has changed
        self.said, self.say = None, None  # the ends of a pipe that wakes the thread

    def start(self):
        """Begin to listen in this process; a copy of the process begins for itself."""
        if self.process == os.getpid():
            return
        with self.lock:
            if self.process != os.getpid():
                self.process, self.is_listening, self.is_over = os.getpid(), False, False
                self.said, self.say = os.pipe()
                self.thread = threading.Thread(target=self.run, name="pages", daemon=True)
                self.thread.start()

    def stop(self):
        """End the thread and its connection."""
        if self.process == os.getpid():
            self.is_over = True
            os.write(self.say, b".")
            self.thread.join()
            os.close(self.said)
            os.close(self.say)
            self.process = None

    def run(self):
        told = None
        while not self.is_over:
            try:
                self.listen()
            except (Error, OSError) as error:
                reason = getattr(error, "strerror", None) or str(error)  # without a file's name
                if self.is_listening or reason != told:  # once, not at every try
                    log.warning("The page cache lost the database or the disk: %s", reason)
                told = reason
            except Exception:
                log.exception("The page cache cannot be watched.")
            finally:
                self.is_listening = False
                connection.close()
            if not self.is_over:
                time.sleep(AGAIN)

    def listen(self):
        """Move the folder upon every change; ends with the connection."""
        with connection.cursor() as cursor:
            cursor.execute(f"listen {CHANNEL}")
        raw = connection.connection
        self.move()
        self.is_listening = True
        while not self.is_over:
            now = slower_clock()
            rest = (next_moment(now) - now).total_seconds()
            due = time.monotonic() + rest
            if not raw.notifies:  # the queries above may have brought some
                select.select([raw, self.said], [], [], min(rest, LONGEST))
                raw.poll()
            if raw.notifies or time.monotonic() >= due:
                raw.notifies.clear()
                self.move()

    def move(self):
        self.moves += 1
        folder.move()


def slower_clock():
    """What the database's clock says or this machine's, whichever is behind: rows are judged by
    both, and only when a moment has passed on both do all pages show what it brings."""
    with connection.cursor() as cursor:
        cursor.execute("select now()")
        return min(timezone.now(), cursor.fetchone()[0])


def next_moment(now):
    """When a page changes by itself next: at midnight, or when a row's own time comes."""
    local = timezone.localtime(now)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    first, *others = (
        model._base_manager.filter(**{f"{name}__gt": now})
        .order_by()
        .annotate(moment=F(name))
        .values_list("moment")
        for model, name in moments()
    )
    found = first.union(*others, all=True).order_by("moment").values_list("moment", flat=True)
    return min([midnight, *found[:1]])


def moments():
    """(model, field) of all times that rows of pages name, but those that only look back."""
    for model in apps.get_models():
        if model._meta.label_lower not in APART:
            for field in model._meta.local_fields:
                if isinstance(field, models.DateTimeField) and field.editable:
                    yield model, field.name


WATCH = Watch()


def begin():
    """Follow changes from now on, when pages are kept: some may be there from an earlier run."""
    if settings.KEPT_PAGES:
        WATCH.start()
