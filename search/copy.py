"""This machine's copy of the index: opened, kept up to date, built anew when it must be.

Every list that is asked looks at the change feed first (one query) and takes over what was
committed since, so what was saved before a request is found by it; a visitor's request does
without the look while the database has told of no change since the last one. One process writes
at a time (a file lock); what is too much to wait for is taken over in the background.
The copy can be thrown away at any time: it is built anew from PostgreSQL, beside the old one.
"""

import hashlib
import logging
import shutil
import threading
import time
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection

from core.caching.memory import moves_for

from . import building, documents, feed
from .engine import HEAP, Engine
from .locks import locked
from .planning import DUE, after, fits, is_due, new_lines, news, parts, plan
from .sets import is_many
from .watching import EVERYTHING

log = logging.getLogger(__name__)
VERSION = 3  # raise it when entries or their analysis change
AT_ONCE = 300  # rows that a visitor waits for
PATIENCE = 2  # seconds that a visitor waits for another process that writes
REST = 60  # seconds between two tries to build
PAUSE = 1  # seconds between two looks at what is left
BUILD_HEAP = 200_000_000  # bytes
ROOM = 2 * HEAP  # bytes that taking changes over may need on the disk


class Copy:
    """The index in one folder; without a folder it is in memory and for one process (tests).

    A copy in memory also takes over what its own, still open transaction has written.
    """

    def __init__(self, folder):
        self.folder = folder
        self.engine, self.name = None, None
        self.lock = threading.RLock()
        self.next_try = self.next_look = 0
        self.most = folder and AT_ONCE
        self.left = set()  # lines of the feed that are for the background
        self.of_thread = threading.local()
        self.calm = None  # how often the content had changed when nothing was left to take over

    @property
    def is_late(self):
        """Whether `current` last gave this thread an engine that misses changes."""
        return getattr(self.of_thread, "is_late", False)

    @is_late.setter
    def is_late(self, value):
        self.of_thread.is_late = value

    def current(self, moves=None):
        """The engine, up to date with all that is committed; None while there is none.

        `moves` says how often the content has changed, where that is known: as long as it is the
        same, the database is not asked again.
        """
        self.is_late = False
        engine = self.opened()
        if engine is None:
            return None
        if moves is not None and self.calm == moves and not is_due(engine, time.time()):
            return engine
        pending = feed.look(engine.state["since"])
        if not fits(engine.state, pending):
            return self.build_soon()
        may_write = pending.own is None or self.folder is None
        has_news = news(engine, pending, self.left)
        if may_write and has_news:
            self.take_over()
            has_news = self.is_late
        elif self.left & {DUE, *(line[0] for line in new_lines(engine.state, pending))}:
            self.is_late = True
            self.catch_up_soon()
        if moves is not None and not (has_news or self.is_late):
            self.calm = moves
        return self.engine if may_write else self.engine.apart()

    def opened(self):
        if self.folder is None:
            return self.engine or self.build_soon()
        if not self.is_ready():
            return self.build_soon()
        name = self.pointer()
        with self.lock:
            if self.engine is None or self.name != name:
                self.engine, self.name = Engine(documents.shape(), self.folder / name), name
            elif self.engine.is_behind:
                self.engine = self.engine.reloaded()
            return self.engine

    def is_ready(self):
        """Whether there is an index that this code can read."""
        name = self.pointer()
        fits = name is not None and name.startswith(fingerprint())
        return fits and (self.folder / name / "meta.json").exists()

    def pointer(self):
        """The name of the folder that holds today's index; None before the first one."""
        try:
            return (self.folder / "current").read_text().strip() or None
        except FileNotFoundError:
            return None

    # Taking over changes.

    def take_over(self):
        """Bring a few changed rows into the index; many are left to the background."""
        with self.writing(PATIENCE) as allowed:
            self.is_late = True
            if not allowed:
                return
            pending = feed.look(self.engine.state["since"])
            lines = new_lines(self.engine.state, pending)
            if len(lines) > feed.MOST_LINES:
                self.build_soon()
                return
            known = [line for line in lines if line[0] not in self.left]
            taken, moved = plan(self.engine, known, pending.now, self.most)
            self.left = ({line[0] for line in lines} | {DUE}) - taken
            if moved or not self.left:
                state = after(self.engine.state, pending, lines, taken)
                self.engine = self.engine.write(self.batches(moved, lines), state)
        self.is_late = bool(self.left)
        if self.left:
            self.catch_up_soon()

    def catch_up_soon(self):
        if time.monotonic() > self.next_look:
            self.next_look = time.monotonic() + PAUSE
            self.in_background(self.catch_up)

    def catch_up(self):
        """Take over whatever is left, in parts, so that visitors' processes get their turn."""
        with self.only_one("catching-up") as allowed:
            if not allowed:
                return
            pending = feed.look(self.engine.state["since"])
            lines = new_lines(self.engine.state, pending)
            taken, moved = plan(self.engine, lines, pending.now)
            for model, part in parts(moved):
                with self.writing():
                    batches = self.batches({model: part}, lines)
                    self.engine = self.engine.write(batches, self.engine.state)
            with self.writing():
                state = after(self.engine.state, pending, lines, taken)
                self.engine = self.engine.write([], state)
                self.left = set()
            if is_many(sum(map(len, moved.values()))):  # else the next process reads them all
                self.engine.sets.write(self.engine)

    def batches(self, moved, lines):
        """(kind, keys, documents) of the rows that lines of the feed moved, some at a time."""
        engine, memory = self.engine, {}
        lasting = {} if any(line[1] == EVERYTHING for line in lines) else engine.lasting
        for model, part in parts(moved):
            label = model._meta.label_lower
            rows = documents.changed(label, part, engine.shape, memory, lasting, engine.batch + 1)
            yield label, part, rows

    # Building.

    def build_soon(self):
        """Build in the background; lists use the tables meanwhile. In memory: at once."""
        if self.folder is None:
            self.engine = self.built(Engine(documents.shape()))
            return self.engine
        if time.monotonic() > self.next_try:
            self.next_try = time.monotonic() + REST
            self.in_background(self.build)
        return None

    def build(self, tell=None, processes=0):
        """Build a new index beside the old one and change over; False when another one builds.

        `tell` is called with (rows done, rows in all); `processes` help when there are many rows.
        """
        with self.only_one("building") as allowed:
            if not allowed:
                return False
            name = f"{fingerprint()}-{time.time_ns()}"
            engine = Engine(documents.shape(), self.folder / name)
            self.built(engine, tell, processes)
            new = self.folder / "current.new"
            new.write_text(name)
            new.replace(self.folder / "current")
            for old in self.folder.iterdir():
                if old.is_dir() and old.name != name:
                    shutil.rmtree(old, ignore_errors=True)
            return True

    def built(self, empty, tell=None, processes=0):
        """The engine of a new index with all rows in it."""
        state = feed.position()
        with building.documents(empty.shape, tell, processes) as batches:
            engine = empty.write(batches, state, HEAP if self.folder is None else BUILD_HEAP)
        engine.sets.write(engine)
        return engine

    def doubt(self, name):
        """Put the index of this name aside, because it cannot be read; a new one is built.

        On a full disk it can only not be written: it stays for when there is room again. One that
        another process has just replaced went while it was being opened.
        """
        if self.folder and shutil.disk_usage(self.folder.parent).free < ROOM:
            log.error("The disk has no room for the search index %s.", name)
            return
        with self.lock:
            self.engine = self.name = None
            if self.folder and self.pointer() != name:
                return
            log.error("The search index %s is damaged; it is built anew.", name, exc_info=True)
            if self.folder:
                (self.folder / "current").unlink(missing_ok=True)
        self.build_soon()

    # One at a time.

    @contextmanager
    def writing(self, patience=600):
        """Whether this process may write now; it sees what others wrote before."""
        with self.lock, locked(self.folder, "writing", patience) as allowed:
            if allowed and self.engine.is_behind:
                self.engine = self.engine.reloaded()
            yield allowed

    def only_one(self, name):
        return locked(self.folder, name, 0)

    def in_background(self, work):
        threading.Thread(target=self.alone, args=[work], name="search", daemon=True).start()

    def alone(self, work):
        """Run in a thread: with its own connection, and failures go to the log."""
        try:
            work()
        except Exception:
            log.exception("The search index could not be brought up to date.")
        finally:
            connection.close()


@cache
def fingerprint():
    """Changes with whatever an index of this code could not be read with."""
    shape = documents.shape()
    about = [VERSION, shape, documents.read_of()]
    return hashlib.sha256(repr(about).encode()).hexdigest()[:12]


def synonyms(engine):
    """The groups of equal expressions that staff keep."""
    from .models import Synonyms

    if "synonyms" not in engine.memory:
        engine.memory["synonyms"] = [each.expressions for each in Synonyms.objects.all()]
    return engine.memory["synonyms"]


COPY = Copy(Path(settings.DATA_DIR) / "search")


def current(request=None):
    """The engine of this machine's copy, or None: then the tables answer."""
    name = COPY.pointer() if COPY.folder else None
    try:
        return COPY.current(moves_for(request))
    except (OSError, ValueError):
        COPY.doubt(name)
        return None


def answered(engine, ask):
    """What `ask(engine)` gives; `ask(None)`, by the tables, when the engine proves damaged."""
    try:
        return ask(engine)
    except (OSError, ValueError):
        if engine is None:
            raise
        COPY.doubt(engine.name)
        return ask(None)
