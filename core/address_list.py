"""A list of old addresses from another web site: read, checked as a whole, then stored or not."""

import csv
import io
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from .addresses import OldAddress, keep, with_or_without_slash
from .redirects import Destinations

MOST_ROWS = 20_000


@dataclass
class Line:
    """One row of the list: what it asks for, and what would come of it."""

    number: int
    old: str
    new: str
    outcome: str = "same"  # "add", "change", "same" or "error"
    error: str = ""
    row: OldAddress | None = None
    before: OldAddress | None = None


def decoded(data):
    """The text of a file in UTF-8 or, as older programs write it, in Windows-1257."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1257", "replace")


def cells(text):
    """(number of the line, old, new) of each row; a head and empty rows are left out."""
    first = text.lstrip().partition("\n")[0]
    delimiter = next((sign for sign in "\t;," if sign in first), ";")
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=False)
    for position, row in enumerate(reader):
        old, new, *_rest = [*map(str.strip, row), "", ""]
        is_head = position == 0 and "/" not in old + new
        if (old or new) and not is_head:
            yield reader.line_num, old, new


def read(text):
    """The lines of the list; raises ValidationError when it cannot be read as one."""
    try:
        rows = list(cells(text.replace("\0", "").strip("\ufeff")))
    except csv.Error as error:
        raise ValidationError(_("This is not a list of two columns.")) from error
    if not rows:
        raise ValidationError(_("The list is empty."))
    if len(rows) > MOST_ROWS:
        raise ValidationError(_("The list has more than %(most)s rows.") % {"most": MOST_ROWS})
    return checked([Line(*row) for row in rows])


def checked(lines):
    """Fill in what would come of each line."""
    destinations, earlier = Destinations(), {}
    for line in lines:
        try:
            path = destinations.old_path(line.old)
            first = next(filter(None, map(earlier.get, with_or_without_slash(path))), None)
            if first:
                told = _("The same old address stands in line %(line)s.")
                raise ValidationError(told % {"line": first})
            earlier[path] = line.number
            decide(line, path, destinations)
        except ValidationError as error:
            line.outcome, line.error = "error", error.messages[0]
    return lines


def decide(line, path, destinations):
    line.before = destinations.kept_at(path)
    line.row = destinations.row(line.before.path if line.before else path, line.new)
    if line.before is None:
        line.outcome = "add"
    elif not line.before.leads_where(line.row):
        line.outcome = "change"


@transaction.atomic
def store(lines):
    """Store the whole list; nothing when one line is wrong. Returns the paths that changed."""
    if any(line.outcome == "error" for line in lines):
        raise ValidationError(_("Nothing was stored, because some rows are wrong."))
    changed = [line.row for line in lines if line.outcome in ("add", "change")]
    keep(changed)
    return [row.path for row in changed]
