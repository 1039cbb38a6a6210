"""Files as tables and tables as files: CSV and XLSX, with limits for what strangers may send."""

import codecs
import csv
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from core import workbooks

from .values import as_text

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 10_000
MAX_COLUMNS = 200
MAX_UNPACKED = 100 * 1024 * 1024
MAX_PARTS = 500
ENCODINGS = ("utf-8-sig", "cp1257")  # Excel in the Baltic countries writes the second
# Where a program may see the start of a cell, whichever separator it believes in.
RISKY = r"(^|[;,\t\r\n])([ \u00a0]*)('*)(?=[=+\-@＝＋－＠])"
ESCAPED = RISKY.replace("('*)", "'('*)")
csv.field_size_limit(MAX_BYTES)


class TableError(Exception):
    """A file that cannot be read as a table; the message says why to whoever sent it."""


class Faulty:
    """A cell that holds no value of its own: a formula or an error of the spreadsheet."""

    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text


@dataclass
class Table:
    """Headings, rows of equal length, and where each row stands in the file (heading: 1)."""

    headings: list
    rows: list
    numbers: list


def escape(text):
    """`text` with an apostrophe before whatever a spreadsheet could take for a formula."""
    return re.sub(RISKY, r"\1\2'\3", text)


def unescape(text):
    """Exactly the text that `escape` was given."""
    return re.sub(ESCAPED, r"\1\2\3", text)


def read(data):
    """The `Table` in the bytes of an XLSX or CSV file; raises `TableError`."""
    if len(data) > MAX_BYTES:
        raise TableError(_("The file is larger than 10 MB; save it as XLSX or divide it."))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableError(_("This is a file of an old Excel or a locked one; save it as XLSX."))
    lines = read_xlsx(data) if data.startswith(b"PK") else read_csv(data)
    return table_of(lines)


def table_of(lines):
    """The table in (number of the line, cells) pairs; empty lines are left out."""
    lines = iter(lines)
    headings = [as_text(cell).casefold() for cell in next(lines, (1, ()))[1]]
    while headings and not headings[-1]:
        headings.pop()
    if not headings:
        raise TableError(_("The first row of the file must hold the names of the columns."))
    table = Table(headings, [], [])
    for number, cells in lines:
        if all(cell == "" for cell in cells):
            continue
        if len(table.rows) == MAX_ROWS:
            raise TableError(_("The file has more than 10,000 rows; divide it into several."))
        if any(cell != "" for cell in cells[len(headings) :]):
            message = _("Row %(number)s has more cells than there are names of columns.")
            raise TableError(message % {"number": number})
        cells = cells[: len(headings)]
        table.rows.append([*cells, *[""] * (len(headings) - len(cells))])
        table.numbers.append(number)
    return table


def read_csv(data):
    """(number, cells) of each row; a row whose cell has several lines counts as one."""
    text = decoded(data)
    if "\0" in text:
        raise TableError(_("The file is neither XLSX nor CSV."))
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=separator), 1):
            if len(cells) > MAX_COLUMNS:
                raise TableError(_("The file has more than 200 columns."))
            yield number, [unescape(cell) for cell in cells]
    except csv.Error:
        raise TableError(_("The file is neither XLSX nor CSV.")) from None


def decoded(data):
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError(_("The letters of the file cannot be read; save it as CSV UTF-8."))


def read_xlsx(data):
    """(number, cells) of each row of the first sheet."""
    check_package(data)
    broken = (workbooks.InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, SyntaxError)
    broken += (zlib.error, EOFError)
    try:
        book = workbooks.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MAX_ROWS * 2, max_col=MAX_COLUMNS)
        for number, row in enumerate(rows, 1):
            yield number, [value_of(cell) for cell in row]
    except (*broken, TypeError, AttributeError, IndexError, OSError, NotImplementedError):
        raise TableError(_("The file is damaged, or it is not an XLSX file.")) from None


def check_package(data):
    """Refuse a package that would fill the memory; its parts cannot be longer than they say."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise TableError(_("The file is damaged, or it is not an XLSX file.")) from None
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise TableError(_("The file is too large when it is unpacked; divide it into several."))


def value_of(cell):
    if cell.value is None:
        return ""
    if cell.data_type in ("f", "e"):
        return Faulty(str(cell.value))
    if isinstance(cell.value, timedelta):
        return str(cell.value)
    if isinstance(cell.value, str):
        return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), cell.value)
    return cell.value
