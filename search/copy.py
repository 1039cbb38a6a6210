"""This machine's copy of the index: opened, kept up to date, built anew when it must be.

Every list that is asked looks at the change feed first (one query) and takes over what was
committed since, so what was saved before a request is found by it. One process writes at a
time (a file lock); what is too much for a visitor to wait for is taken over in the background.
The copy can be thrown away at any time: it is built anew from PostgreSQL, beside the old one.
"""

import fcntl
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

from . import building, documents, feed
from .building import CHUNK
from .engine import HEAP, Engine
from .watching import EVERYTHING, moved_by

log = logging.getLogger(__name__)
VERSION = 1  # raise it when entries or their analysis change
AT_ONCE = 300  # rows that a visitor waits for
PATIENCE = 2  # seconds that a visitor waits for another process that writes
REST = 60  # seconds between two tries to build
BUILD_HEAP = 200_000_000  # bytes


class Copy:
    """The index in one folder; without a folder it is in memory and for one process (tests).

    A copy in memory also takes over what its own, still open transaction has written.
    """

    def __init__(self, folder):
        self.folder = folder
        self.engine, self.name = None, None
        self.lock = threading.RLock()
        self.next_try = 0

    def current(self):
        """The engine, up to date with all that is committed; None while there is none."""
        engine = self.opened()
        if engine is None:
            return None
        pending = feed.look(engine.state["since"])
        if not fits(engine.state, pending):
            return self.build_soon()
        if (pending.own is None or self.folder is None) and news(engine, pending):
            self.take_over()
        return self.engine

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
                self.engine.reload()
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
            if not allowed:
                return
            pending = feed.look(self.engine.state["since"])
            lines = new_lines(self.engine.state, pending)
            if len(lines) > feed.MOST_LINES:
                self.build_soon()
                return
            most = None if self.folder is None else AT_ONCE
            taken, moved = planned(lines, most)
            for kind, keys in self.engine.due(pending.now).items():
                add(moved, moved_by(kind, list(keys)))
            if moved or len(taken) == len(lines):
                state = after(self.engine.state, pending, lines, taken)
                self.engine.write(self.batches(moved), state)
        if len(taken) < len(lines):
            self.in_background(self.catch_up)

    def catch_up(self):
        """Take over whatever is left, in parts, so that visitors' processes get their turn."""
        with self.only_one("catching-up") as allowed:
            if not allowed:
                return
            pending = feed.look(self.engine.state["since"])
            lines = new_lines(self.engine.state, pending)
            taken, moved = planned(lines, None)
            for batch in self.batches(moved):
                with self.writing():
                    self.engine.write([batch], self.engine.state)
            with self.writing():
                state = after(self.engine.state, pending, lines, taken)
                self.engine.write([], state)

    def batches(self, moved):
        """(kind, keys, documents) of changed rows, some at a time."""
        memory, shape = {}, self.engine.shape
        for model, keys in moved.items():
            label, keys = model._meta.label_lower, sorted(keys)
            for start in range(0, len(keys), CHUNK):
                part = keys[start : start + CHUNK]
                yield label, part, documents.of(label, part, shape, memory)

    # Building.

    def build_soon(self):
        """Build in the background; lists use the tables meanwhile. In memory: at once."""
        if self.folder is None:
            self.engine = Engine(documents.shape())
            self.build_into(self.engine)
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
            self.build_into(engine, tell, processes)
            new = self.folder / "current.new"
            new.write_text(name)
            new.replace(self.folder / "current")
            for old in self.folder.iterdir():
                if old.is_dir() and old.name != name:
                    shutil.rmtree(old, ignore_errors=True)
            return True

    def build_into(self, engine, tell=None, processes=0):
        state = feed.position()
        with building.documents(engine.shape, tell, processes) as batches:
            engine.write(batches, state, HEAP if self.folder is None else BUILD_HEAP)

    def doubt(self, name):
        """Put the index of this name aside, because it cannot be read; a new one is built."""
        log.error("The search index %s is damaged; it is built anew.", name, exc_info=True)
        with self.lock:
            if self.folder and self.pointer() == name:
                (self.folder / "current").unlink(missing_ok=True)
            self.engine = self.name = None
        self.build_soon()

    # One at a time.

    @contextmanager
    def writing(self, patience=600):
        """Whether this process may write now; it sees what others wrote before."""
        with self.lock, self.locked("writing", patience) as allowed:
            if allowed and self.engine.is_behind:
                self.engine.reload()
            yield allowed

    def only_one(self, name):
        return self.locked(name, 0)

    @contextmanager
    def locked(self, name, patience):
        """Hold a lock file; False when another process has held it for `patience` seconds."""
        if self.folder is None:
            yield True
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / f"{name}.lock").open("w") as file:
            until = time.monotonic() + patience
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() >= until:
                        yield False
                        return
                    time.sleep(0.005)
            yield True

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


def fits(state, pending):
    """Whether an index was built from this database and has missed no line."""
    known = state.get("feed") == pending.feed
    return known and pending.kept_from <= state["since"] <= pending.youngest


def new_lines(state, pending):
    done = set(state["done"])
    return [line for line in pending.lines if line[0] not in done]


def news(engine, pending):
    return 0 < engine.next_moment <= pending.now or new_lines(engine.state, pending)


def planned(lines, most):
    """(ids of the lines to take over, {kind: keys} of the rows they move), `most` rows at most."""
    by_label, taken, moved, number = {}, set(), {}, 0
    for line in lines:
        by_label.setdefault(line[1], []).append(line)
    for label, group in by_label.items():
        size = AT_ONCE if most and label != EVERYTHING else len(group)
        for start in range(0, len(group), size):
            part = group[start : start + size]
            rows = moved_by(label, list({key for _id, _label, key, _number in part}))
            number += sum(map(len, rows.values()))
            if most is not None and number > most:
                break
            taken |= {line[0] for line in part}
            add(moved, rows)
    return taken, moved


def add(moved, rows):
    for model, keys in rows.items():
        moved.setdefault(model, set()).update(keys)


def after(state, pending, lines, taken):
    """The state of the index with the taken lines in it."""
    left = [number for id_, _label, _key, number in lines if id_ not in taken]
    since = min([pending.oldest, *left])
    done = taken | set(state["done"])
    young = [line[0] for line in pending.lines if line[3] >= since and line[0] in done]
    return {"feed": pending.feed, "since": since, "done": young}


@cache
def fingerprint():
    """Changes with whatever an index of this code could not be read with."""
    shape = documents.shape()
    about = [VERSION, shape, [(each, each_fields) for each, each_fields in documents.read_of()]]
    return hashlib.sha256(repr(about).encode()).hexdigest()[:12]


def synonyms(engine):
    """The groups of equal expressions that staff keep."""
    from .models import Synonyms

    if "synonyms" not in engine.memory:
        engine.memory["synonyms"] = [each.expressions for each in Synonyms.objects.all()]
    return engine.memory["synonyms"]


COPY = Copy(Path(settings.DATA_DIR) / "search")


def current():
    """The engine of this machine's copy, or None: then the tables answer."""
    name = COPY.pointer() if COPY.folder else None
    try:
        return COPY.current()
    except (OSError, ValueError):
        COPY.doubt(name)
        return None
