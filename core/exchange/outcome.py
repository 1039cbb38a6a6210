"""What an import changes or would change, and what is wrong with its rows, for people."""

import difflib
import hashlib
import logging
import re
from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import IntegrityError, OperationalError
from django.utils.translation import gettext as _

from core.editorial.compare import plain

SHOWN_ROWS = 50
SHOWN_ERRORS = 200
AROUND = 12  # words beside a change that are shown
LONGEST = 400  # words of a text that are compared
log = logging.getLogger(__name__)


@dataclass
class Row:
    """One new or changed row; `changes` are (column, parts before, parts after)."""

    number: int
    is_new: bool
    name: str
    instance: object
    changes: list


class Outcome:
    """The rows of an import by kind, in the order of the file."""

    def __init__(self, result, numbers, titles):
        self.titles = titles
        self.rows, self.errors, self.bad_rows, self.unchanged = [], [], 0, 0
        self.errors += [(None, "", str(each.error)) for each in result.base_errors]
        self.seal = hashlib.sha256()
        for number, row in zip(numbers, result.rows, strict=True):
            self.add(number, row)

    def add(self, number, row):
        if row.is_skip():
            self.unchanged += 1
        elif row.is_valid():
            named = Row(number, row.is_new(), row.object_repr, row.instance, row.changes)
            self.rows.append(named)
            told = [(each.column.column_name, each.before, each.after) for each in row.changes]
            self.seal.update(repr((number, row.is_new(), told)).encode())
        else:
            self.bad_rows += 1
            self.errors += [(number, *error) for error in self.errors_of(row)]

    def errors_of(self, row):
        """(column, message) of a refused row."""
        if row.validation_error is not None:
            told = getattr(row.validation_error, "error_dict", None)
            told = told or {NON_FIELD_ERRORS: [row.validation_error]}
            for name, each in told.items():
                for message in dict.fromkeys(m for error in each for m in error.messages):
                    yield "" if name == NON_FIELD_ERRORS else name, message
            return
        for each in row.errors:
            if isinstance(each.error, OperationalError):
                raise each.error  # the database was busy; the row is not to blame
            log.error("a row of an import", exc_info=each.error)
            is_conflict = isinstance(each.error, IntegrityError)
            yield "", _("It contradicts another row.") if is_conflict else _("It cannot be read.")

    @property
    def digest(self):
        """The same for two imports that change the same cells in the same way."""
        return self.seal.hexdigest()

    @property
    def new(self):
        return sum(row.is_new for row in self.rows)

    @property
    def changed(self):
        return len(self.rows) - self.new

    @property
    def shown_errors(self):
        return [
            (number, name, self.titles.get(name, ""), message)
            for number, name, message in self.errors[:SHOWN_ERRORS]
        ]

    @property
    def more_errors(self):
        return max(0, len(self.errors) - SHOWN_ERRORS)

    @property
    def more_rows(self):
        return max(0, len(self.rows) - SHOWN_ROWS)

    @property
    def shown_rows(self):
        """The first rows, each change with the words that differ marked."""
        for row in self.rows[:SHOWN_ROWS]:
            changes = [
                (each.column.column_name, each.column.title, *differing(each.before, each.after))
                for each in row.changes
            ]
            yield Row(row.number, row.is_new, row.name, row.instance, changes)


def differing(before, after):
    """Two lists of (is marked, text): what goes and what comes, shortened around it."""
    before, after = str(before), str(after)
    if plain(before) != plain(after):
        before, after = plain(before), plain(after)
    old, new = (re.findall(r"[^\s;]+|;", text) for text in (before, after))
    start, end = same_ends(old, new)
    middles = old[start : len(old) - end], new[start : len(new) - end]
    if max(map(len, middles)) > LONGEST:
        steps = [("replace", 0, len(middles[0]), 0, len(middles[1]))]
    else:
        steps = difflib.SequenceMatcher(None, *middles, autojunk=False).get_opcodes()
    first, last = old[:start], old[len(old) - end :]
    return tuple(
        [*side([("equal", 0, start)], first), *side(part, words), *side([("equal", 0, end)], last)]
        for part, words in (
            ([(step[0], *step[1:3]) for step in steps], middles[0]),
            ([(step[0], *step[3:5]) for step in steps], middles[1]),
        )
    )


def same_ends(old, new):
    """How many words two texts begin and end with alike."""
    pairs = zip(old, new, strict=False)
    start = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))
    backwards = zip(reversed(old[start:]), reversed(new[start:]), strict=False)
    shortest = min(len(old), len(new)) - start
    return start, next((n for n, (a, b) in enumerate(backwards) if a != b), shortest)


def side(steps, words):
    """(is marked, text) of the steps of one text."""
    return [
        (kind != "equal", shortened(words[start:end])) for kind, start, end in steps if start < end
    ]


def shortened(words):
    if len(words) > 2 * AROUND + 1:
        words = [*words[:AROUND], "…", *words[-AROUND:]]
    return " ".join(words).replace(" ;", ";")
