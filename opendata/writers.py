"""Rows written as CSV, XLSX, JSON and JSON-LD, a few hundred at a time."""

import csv
import io
import itertools
import json
import tempfile
from decimal import Decimal

from django.core.serializers.json import DjangoJSONEncoder

from core import workbooks
from core.exchange.files import CELL_LENGTH, filled, heading, plain
from core.exchange.tables import escape
from core.exchange.values import tidy

CHUNK = 500  # rows read at once
PIECE = 64 * 1024  # bytes read at once
SHEET_ROWS = 1_048_576  # what a sheet of a workbook holds, its heading included


def csv_table(rows, listing):
    """RFC 4180 with the mark by which spreadsheets know UTF-8."""
    record, line = listing.record, io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(record.headings())
    yield "\ufeff".encode()
    for row in record.read(rows).iterator(chunk_size=CHUNK):
        yield emptied(line)
        writer.writerow(escape(text_of(cell)) for cell in record.cells(row))
    yield emptied(line)


def emptied(line):
    text = line.getvalue()
    line.seek(0)
    line.truncate()
    return text.encode()


def text_of(value):
    return "" if value is None else tidy(str(value))


def workbook(rows, listing, most=SHEET_ROWS):
    """A workbook, on the disk until it is sent; a sheet that is full is followed by another."""
    record, book = listing.record, workbooks.Workbook(write_only=True)
    items = record.read(rows).iterator(chunk_size=CHUNK)
    for number in itertools.count(1):
        sheet = new_sheet(book, f"{listing.title[:25]} {number}", record.headings())
        if fill(sheet, record, itertools.islice(items, most - 1)) < most - 1:
            break
    yield from saved(book)


def saved(book):
    """The bytes of a workbook, on the disk until they are sent."""
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        yield from iter(lambda: file.read(PIECE), b"")


def new_sheet(book, title, headings):
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, name in enumerate(headings, 1):
        sheet.column_dimensions[workbooks.get_column_letter(number)].width = (
            40 if "_" in name else 20
        )
    sheet.append([heading(sheet, name) for name in headings])
    return sheet


def fill(sheet, record, rows):
    """Write the rows and return how many there were."""
    text, number, count = plain(sheet), workbooks.WriteOnlyCell(sheet), 0
    for row in rows:
        sheet.append(filled(cell_of(value), text, number) for value in record.cells(row))
        count += 1
    return count


def cell_of(value):
    """A number, or text; a sheet cuts what is longer, so that this is done with a sign."""
    if value is None or isinstance(value, str | bool):
        value = text_of(value)
        return value if len(value) <= CELL_LENGTH else value[: CELL_LENGTH - 1] + "…"
    return value


def records(rows, listing):
    """`{"title", "address", "page", "items": […], "count", "next": null}`: always all rows."""
    record = listing.record
    about = {"title": listing.title, "address": listing.address, "page": listing.page}
    items = (record.item(row) for row in record.read(rows).iterator(chunk_size=CHUNK))
    yield from json_object(about, "items", items, counted=True)


def linked(rows, listing):
    """A list of schema.org, its members in the order of the page."""
    record = listing.record
    about = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "@id": listing.address,
        "name": listing.title,
        "url": listing.page,
    }
    members = (
        {"@type": "ListItem", "position": number, "item": record.linked(row)}
        for number, row in enumerate(record.read(rows).iterator(chunk_size=CHUNK), 1)
    )
    yield from json_object(about, "itemListElement", members)


def json_object(about, name, members, counted=False):
    """An object of JSON, `about` and the array `name`; the array is written as it is read."""
    yield (dumped(about)[:-1] + f', "{name}": [').encode()
    number = 0
    for number, member in enumerate(members, 1):
        yield ((",\n" if number > 1 else "\n") + dumped(member)).encode()
    end = f', "count": {number}, "next": null' if counted else ""
    yield ("\n]" + end + "}\n").encode()


class Encoder(DjangoJSONEncoder):
    """Money as numbers, as a spreadsheet has it."""

    def default(self, value):
        return float(value) if isinstance(value, Decimal) else super().default(value)


def dumped(value):
    return json.dumps(value, cls=Encoder, ensure_ascii=False)
