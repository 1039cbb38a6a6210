"""The summary of a forum as tables and as data."""

import json

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core import workbooks
from core.exchange import files
from core.exchange.files import filled, plain
from opendata.writers import cell_of, new_sheet, saved

from .idea import DOERS
from .summary import place_of, text_of

SHEET_NAME = 31  # letters
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def headings(summary):
    return [
        *(_("No."), _("Theme"), _("Idea"), _("In detail"), _("Where"), *summary.doers),
        *(_("Supporters on the site"), _("Supporters on paper"), _("Answer"), _("Who answers")),
        *(_("The answer in words"), _("Became the project"), _("Address")),
    ]


def cells(idea):
    project = idea.public_project
    doers = ["×" if getattr(idea, name) else "" for name in DOERS]
    answered_by = idea.answered_by.name if idea.answered_by else ""
    return [
        *(idea.number, idea.theme.name, idea.title, text_of(idea), place_of(idea), *doers),
        *(idea.supports, idea.paper_supports, str(idea.get_answer_display()), answered_by),
        *(idea.answer_text or "", project.title if project else "", address(idea)),
    ]


def address(idea):
    return settings.SITE_URL + idea.get_absolute_url()


def as_csv(summary):
    """All ideas as one table; a cell that a spreadsheet could take for a formula is quoted."""
    return files.as_csv(headings(summary), map(cells, summary.ideas))


def as_xlsx(summary):
    """The numbers on the first sheet, then a sheet for each theme."""
    book = workbooks.Workbook(write_only=True)
    first = [_("Theme"), *summary.doers, _("Ideas")]
    rows = ([row.name, *row.by, row.total] for row in (*summary.table, summary.totals))
    write(book, _("Summary"), first, rows)
    for number, (theme, ideas) in enumerate(summary.by_theme, 1):
        title = f"{number} {theme.name}".translate(FORBIDDEN)
        write(book, Truncator(title).chars(SHEET_NAME), headings(summary), map(cells, ideas))
    return b"".join(saved(book))


def write(book, title, headings, rows):
    sheet = new_sheet(book, title, headings)
    text, number = plain(sheet), workbooks.WriteOnlyCell(sheet)
    for row in rows:
        sheet.append(filled(cell_of(value), text, number) for value in row)


def as_json(summary):
    forum = summary.forum
    data = {
        "title": forum.title,
        "address": settings.SITE_URL + forum.get_absolute_url(),
        "table": [line(row) for row in summary.table],
        "total": line(summary.totals),
        "handed_over": [
            {"to": each.organisation.name, "on": each.handed_on.isoformat()}
            for each in forum.handovers.select_related("organisation")
        ],
        "ideas": [as_item(idea) for idea in summary.ideas],
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def line(row):
    return {"theme": row.name, **dict(zip(DOERS, row.by, strict=True)), "ideas": row.total}


def as_item(idea):
    return {
        "number": idea.number,
        "address": address(idea),
        "title": idea.title,
        "text": text_of(idea),
        "theme": idea.theme.name,
        "territory": place_of(idea),
        **{name: getattr(idea, name) for name in DOERS},
        "supports": idea.supports,
        "paper_supports": idea.paper_supports,
        "answer": idea.answer,
        "answer_text": idea.answer_text or "",
    }


FORMS = {
    "csv": (as_csv, files.TYPES["csv"]),
    "xlsx": (as_xlsx, files.TYPES["xlsx"]),
    "json": (as_json, "application/json"),
}
