"""Rows into tables by COPY: columns checked against the models, a stream with progress, spools."""

import sys
import tempfile
import time
from contextlib import contextmanager

from django.db import connection
from psycopg2 import sql

CHUNK = 1 << 16  # characters handed over at a time
NULL = "\\N"


class Table:
    """What is written of a model: `given` for each row, `fixed` the same in all, `left` empty.

    Raises `ValueError` when the model has a column that is in none of the three, or lacks one.
    """

    def __init__(self, model, given, fixed=None, left=""):
        self.name, self.given, self.fixed = model._meta.db_table, given.split(), fixed or {}
        self.check(model, left.split())
        self.end = "".join(f"\t{value}" for value in self.fixed.values()) + "\n"

    def check(self, model, left):
        fields = {field.column: field for field in model._meta.concrete_fields}
        known = {*self.given, *self.fixed, *left}
        if known != set(fields):
            raise ValueError(
                f"{self.name}: the generator does not know {sorted(fields.keys() - known)},"
                f" the model does not have {sorted(known - fields.keys())}"
            )
        required = [name for name in left if not fields[name].null]
        if required:
            raise ValueError(f"{self.name}: {required} cannot be left empty")

    def line(self, *values):
        """One row of COPY; values are text without tabs, line ends and backslashes, or NULL."""
        line = "\t".join(values)
        if line.count("\t") != len(self.given) - 1:
            raise ValueError(f"{self.name}: {len(self.given)} values are needed: {line!r}")
        return line + self.end

    def copy(self, lines, progress):
        """Write all lines in the present transaction."""
        columns = map(sql.Identifier, (*self.given, *self.fixed))
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(self.name), sql.SQL(", ").join(columns)
        )
        with connection.cursor() as cursor:
            text = statement.as_string(cursor.cursor.connection)
            cursor.cursor.copy_expert(text, Stream(lines, progress), size=CHUNK)
        progress.end()


class Stream:
    """Lines as the file that psycopg2 reads from; never more than a chunk is in memory."""

    def __init__(self, lines, progress):
        self.lines, self.progress = iter(lines), progress

    def read(self, size=CHUNK):
        taken, length = [], 0
        for line in self.lines:
            taken.append(line)
            length += len(line)
            if length >= size // 2:  # letters with diacritics are two bytes
                break
        self.progress.add(len(taken))
        return "".join(taken).encode()


class Spool:
    """Rows of another table that come up on the way, kept in a file until it is their turn."""

    def __init__(self, table, folder):
        self.table, self.count = table, 0
        self.file = tempfile.TemporaryFile("w+", encoding="ascii", dir=folder)  # noqa: SIM115

    def add(self, *values):
        """Append a row; its key is its place."""
        self.count += 1
        self.file.write(self.table.line(str(self.count), *map(str, values)))
        return self.count

    def copy(self, say):
        self.file.seek(0)
        self.table.copy(self.file, Progress(self.table.name, self.count, say))
        self.file.close()


class Progress:
    """Says every few seconds how many rows are written and how long it still takes."""

    def __init__(self, name, total, say, every=5):
        self.name, self.total, self.say, self.every = name, total, say, every
        self.count, self.started = 0, time.monotonic()
        self.said = self.started

    def add(self, number):
        self.count += number
        now = time.monotonic()
        if now - self.said >= self.every:
            self.said = now
            rate = self.count / (now - self.started)
            left = (self.total - self.count) / rate
            self.say(
                f"{self.name}: {self.count:,} of {self.total:,}, {rate:,.0f} a second,"
                f" {left // 60:.0f} min {left % 60:.0f} s left"
            )

    def end(self):
        self.say(f"{self.name}: {self.count:,} in {time.monotonic() - self.started:.1f} s")


def say(line):
    print(line, file=sys.stderr, flush=True)


@contextmanager
def without_triggers():
    """A session whose rows wake no trigger: no changes for the search, no checks of references."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica; SET statement_timeout = 0")
        yield
        cursor.execute("SET session_replication_role = DEFAULT; RESET statement_timeout")
