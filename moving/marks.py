"""The text of a saved page in parts, with what was recognised in each."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

NAMES = {
    "title": _("name of the project"),
    "number": _("project number"),
    "site_number": _("number of the office, not of the project"),
    "programme": _("programme"),
    "fund": _("fund"),
    "kind": _("kind"),
    "status": _("status"),
    "date": _("date"),
    "start": _("start"),
    "end": _("end"),
    "relative": _("a time that needs its year"),
    "total": _("total cost"),
    "amount": _("amount"),
    "rate": _("support rate"),
    "lead": _("lead partner"),
    "partner": _("partner"),
    "unknown_body": _("a name that is not known here"),
    "territory": _("territory"),
    "figure": _("result in figures"),
    "furniture": _("stands on several pages, left out"),
}


@dataclass
class Part:
    """A piece of the text; `names` says what was recognised in it, empty for plain words."""

    text: str
    names: list
    is_left_out: bool = False


def marked(page):
    """Parts that give the text again when they are joined; marks may lie over each other."""
    marks = [(kind, start, end) for kind, _value, start, end in page.found]
    edges = {0, len(page.text)}
    edges |= {edge for _kind, start, end in marks for edge in (start, end)}
    ordered = sorted(edge for edge in edges if 0 <= edge <= len(page.text))
    found = []
    for start, end in pairwise(ordered):
        here = [kind for kind, first, last in marks if first <= start and end <= last]
        names = list(dict.fromkeys(NAMES[kind] for kind in here if kind in NAMES))
        found.append(Part(page.text[start:end], names, "furniture" in here))
    return found
