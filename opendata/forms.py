"""The forms in which the rows of a list leave as data: what people and catalogues read of them.

A model names its forms in `data_forms`, each app's view gives their writers (`records.py`).
"""

from dataclasses import dataclass
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Form:
    """One form of data. `name` ends its address, `data.<name>`, and the name of its file."""

    name: str
    label: str
    media_type: str
    note: str = ""  # what it is good for, in a few words
    is_table: bool = False  # opens in a spreadsheet: no cell may become a formula
    is_feed: bool = False  # read where it is, not saved as a file


LICENCE = "https://creativecommons.org/licenses/by/4.0/"  # of all data of the site
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EVERY = (
    Form("csv", "CSV", "text/csv; charset=utf-8", _("table for any program"), is_table=True),
    Form("xlsx", "XLSX", SPREADSHEET, _("table for Excel"), is_table=True),
    Form("json", "JSON", "application/json", _("for programs")),
    Form("jsonld", "JSON-LD", "application/ld+json", _("linked data, schema.org")),
    Form("geojson", "GeoJSON", "application/geo+json", _("for maps")),
    Form(
        "atom",
        "Atom",
        "application/atom+xml; charset=utf-8",
        pgettext_lazy("feed", "subscribe to what is new"),
        is_feed=True,
    ),
    Form(
        "ics",
        "iCalendar",
        "text/calendar; charset=utf-8",
        _("subscribe in a calendar"),
        is_feed=True,
    ),
    Form(
        "kohesio.csv",
        "CSV (Kohesio)",
        "text/csv; charset=utf-8",
        _("list of operations, Regulation (EU) 2021/1060, Art. 49(3)"),
        is_table=True,
    ),
    Form(
        "partners.xlsx",
        _("XLSX (operations, partners)"),
        SPREADSHEET,
        _("two tabs, as in the lists of keep.eu"),
        is_table=True,
    ),
    Form("iati.xml", "IATI 2.03", "application/xml", _("development cooperation")),
    Form("360giving.json", "360Giving", "application/json", _("small grants")),
)
FORMS = MappingProxyType({form.name: form for form in EVERY})


def forms_of(model):
    """The forms in which a kind of content leaves, in the order in which they are offered."""
    return [FORMS[name] for name in model.data_forms]
