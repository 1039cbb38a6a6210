"""Tables as files: CSV for any program, XLSX with a sheet that explains the columns."""

import csv
import io
import re
from decimal import Decimal

from django.utils.translation import gettext as _

from core import workbooks

from .tables import TableError, escape

CELL_LENGTH = 32_767  # letters; a spreadsheet cuts longer texts without a word
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def as_csv(headings, rows, instructions=()):
    """Bytes with the mark, the separator and the line ends that Excel expects in Europe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([escape(str(value)) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(headings, rows, instructions=()):
    """Bytes of a workbook: the rows, and a sheet of (column, meaning, allowed values)."""
    book = workbooks.Workbook(write_only=True)
    sheet = book.create_sheet(_("Data"))
    sheet.freeze_panes = "B2"
    for number, name in enumerate(headings, 1):
        sheet.column_dimensions[workbooks.get_column_letter(number)].width = (
            40 if "_" in name else 20
        )
    sheet.append([heading(sheet, name) for name in headings])
    text, number = plain(sheet), workbooks.WriteOnlyCell(sheet)
    for row in rows:
        sheet.append(filled(value, text, number) for value in row)
    explain(book.create_sheet(_("Instructions")), instructions)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def filled(value, text, number):
    """One of the two cells, which are written at once and used again, with `value` in it."""
    if isinstance(value, int | Decimal):
        number.value = value
        return number
    if len(value) > CELL_LENGTH:
        message = _("“%(text)s…” is longer than a cell of a spreadsheet can be. Choose CSV.")
        raise TableError(message % {"text": value[:40]})
    # Typed as text, so that no program reads a formula; “_x000D_” has a meaning in XLSX.
    text._value = re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", value)
    text.data_type = "s"
    return text


def plain(sheet):
    """A cell that stays text when somebody edits it: no number becomes a date."""
    cell = workbooks.WriteOnlyCell(sheet, value="")
    cell.number_format = "@"
    return cell


def heading(sheet, name):
    cell = workbooks.WriteOnlyCell(sheet, value=name)
    cell.font = workbooks.Font(bold=True)
    cell.fill = workbooks.PatternFill("solid", start_color="D7EDF1")
    return cell


def explain(sheet, instructions):
    for letter, width in zip("ABC", (26, 44, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.append([heading(sheet, name) for name in (_("Column"), _("Meaning"), _("What to write"))])
    for row in instructions:
        cells = [plain(sheet) for _value in row]
        for cell, value in zip(cells, row, strict=True):
            cell._value, cell.data_type = str(value)[:CELL_LENGTH], "s"
            cell.alignment = workbooks.Alignment(wrap_text=True, vertical="top")
        sheet.append(cells)
