"""The report as a workbook: a sheet of figures, a sheet for each table behind them."""

import io
from decimal import Decimal

from django.utils.translation import gettext as _

from core import workbooks
from core.exchange.files import filled, heading, plain

WIDTHS = (30, 46, 16, 60)
TITLE_LENGTH = 31  # letters, what a sheet's name can have
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def workbook(report, day):
    """Bytes of a workbook of `report` (`data.told`) in the active language; `day` is written."""
    book = workbooks.Workbook(write_only=True)
    sheet = Sheet(book, _("Figures"))
    for line in head(report, day):
        sheet.line(*line)
    sheet.line()
    sheet.headings(_("Group"), _("Figure"), _("Number"), _("Rows that were counted"))
    for group in report["groups"]:
        for each in group["figures"]:
            sheet.line(group["title"], each["label"], each["value"], each["address"])
    if report["typed"]:
        sheet.line()
        sheet.headings(_("Noted by staff"), _("Figure"), _("Number"), _("Source"))
        for each in report["typed"]:
            value = each["value"] if each["sign"] == "exact" else each["written"]
            sheet.line("", each["label"], value, each["source"])
    for table in (table for group in report["groups"] for table in group["tables"]):
        sheet = Sheet(book, table["title"])
        sheet.headings(*table["headings"], _("Page"))
        for row in table["rows"]:
            sheet.line(*row["cells"], row["address"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def head(report, day):
    """Lines above the figures: what project, who paid, from when the figures are."""
    yield _("Project"), report["title"]
    if report["number"]:
        yield _("Project number"), report["number"]
    for line in (report["statement"], report["fund"], *report["support"]):
        if line:
            yield _("Support"), line
    yield _("Figures of"), day
    yield _("Page"), report["address"]


class Sheet:
    """A sheet that texts enter as texts: no program reads a formula."""

    def __init__(self, book, title):
        self.sheet = book.create_sheet(title.translate(FORBIDDEN)[:TITLE_LENGTH])
        for number, width in enumerate(WIDTHS, 1):
            self.sheet.column_dimensions[workbooks.get_column_letter(number)].width = width
        self.text, self.number = plain(self.sheet), workbooks.WriteOnlyCell(self.sheet)

    def headings(self, *names):
        self.sheet.append([heading(self.sheet, name) for name in names])

    def line(self, *values):
        self.sheet.append(filled(cell_of(value), self.text, self.number) for value in values)


def cell_of(value):
    return Decimal(str(value)) if isinstance(value, float) else value
