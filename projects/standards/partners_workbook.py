"""The workbook of programmes that work across borders: a tab of operations, a tab of partners.

Its shape is that of the common Interreg list of operations at keep.eu; the exact names of that
list's columns were not found, so that these are our own. The first column of both tabs joins them.
"""

from django.conf import settings

from core import workbooks
from core.exchange.files import filled, heading, plain
from opendata.writers import SHEET_ROWS, cell_of, saved
from projects.partners import shown_name

from .identifiers import organisation_id, partner_name
from .money import awarded, union_part, union_rate
from .places import Places
from .reading import read

OPERATIONS = tuple(
    """operation_id name_lv name_en acronym number kind status fund programme period measure
    starts ends total_cost_eur support_eur union_part_eur union_rate_percent themes places
    summary_lv summary_en page_lv page_en changed""".split()
)
PARTNERS = tuple(
    """operation_id partner_id role name kind country region town nuts_3 place number share_eur
    web_site""".split()
)


class Tab:
    """Rows of one kind; a sheet that is full is followed by another."""

    def __init__(self, book, title, headings):
        self.book, self.title, self.headings = book, title, headings
        self.number, self.rows = 1, SHEET_ROWS
        self.open(title)

    def open(self, title):
        self.sheet = self.book.create_sheet(title)
        self.sheet.freeze_panes = "B2"
        self.sheet.append([heading(self.sheet, name) for name in self.headings])
        self.text, self.figure, self.rows = (
            plain(self.sheet),
            workbooks.WriteOnlyCell(self.sheet),
            1,
        )

    def append(self, row):
        if self.rows == SHEET_ROWS:
            self.number += 1
            self.open(f"{self.title} {self.number}")
        self.sheet.append(filled(cell_of(value), self.text, self.figure) for value in row)
        self.rows += 1


def write(rows, listing):
    """Both tabs in one reading; the workbook is on the disk until it is sent."""
    book, known = workbooks.Workbook(write_only=True), Places()
    operations, partners = Tab(book, "Operations", OPERATIONS), Tab(book, "Partners", PARTNERS)
    for project in read(rows):
        operations.append(operation(project, known))
        for participation in project.participations.all():
            partners.append(partner(project, participation, known))
    yield from saved(book)


def operation(project, known):
    programme, site = project.public_programme, settings.SITE_URL
    return [
        *(project.stable_url, project.title_lv, project.title_en, project.short_name),
        *(project.number, project.get_kind_display(), project.get_status_display()),
        project.programme.fund.name,
        *((programme.title, programme.period) if programme else ("", "")),
        project.measure.name if project.measure and programme else "",
        *(day(project.start_on), day(project.end_on)),
        *(project.total_cost, awarded(project), union_part(project), union_rate(project)),
        "; ".join(theme.name for theme in project.themes.all()),
        "; ".join(place.name for place in known.of(project)),
        *(project.summary_lv, project.summary_en),
        *(site + project.url_in("lv"), site + project.url_in("en")),
        day(project.updated_at),
    ]


def partner(project, participation, known):
    """Of a natural person only the name, while it may be said, and the part in the project."""
    body = participation.organisation
    is_person, is_over = body.is_natural_person, not shown_name(participation)
    regions = known.nuts_3(participation.where())
    return [
        *(project.stable_url, organisation_id(body), participation.get_role_display()),
        *(partner_name(participation), body.get_kind_display(), body.country),
        *(("", "") if is_person else (body.region, body.town)),
        "; ".join(code for code, _label in regions),
        "" if is_over else participation.place,
        *(participation.number, participation.share),
        "" if is_person else body.website,
    ]


def day(value):
    return f"{value:%Y-%m-%d}" if value else ""
