"""The list that people sign at the door, typeset as PDF/UA: it is for paper and kept nowhere."""

from pathlib import Path

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.text import alphabetical
from projects.publicity import sheets, typesetting
from projects.publicity.letterhead import letterhead

from .. import times

TEMPLATE = Path(__file__).with_name("sign_in.typ")
LANGUAGES = tuple(settings.MODELTRANSLATION_LANGUAGES)
BLANK_ROWS = 15  # for those who come without registering


def sheet(event, language):
    """The bytes of the PDF; raises `typesetting.Busy`."""
    with override(language):
        data, files = content(event, language)
    with typesetting.one_at_a_time():
        return typesetting.typeset(TEMPLATE, sheets.drawable(data), files)


def content(event, language):
    """(data, {name: bytes or path of a file}) for the template."""
    files = {}
    confirmed = event.registrations.confirmed().filter(anonymised_at=None)
    people = sorted(confirmed, key=lambda row: (alphabetical(row.name), row.pk))
    data = {
        "lang": language,
        "title": event.title,
        "kind": capfirst(event.get_kind_display()),
        "facts": facts(event),
        "columns": [_("No."), _("Name and surname"), _("Organisation"), _("Signature")],
        "rows": [[row.name, row.organisation] for row in people],
        "blank": BLANK_ROWS,
        "heading": _("List of participants"),
        "privacy": privacy(event),
        "page": _("page"),
        "money": letterhead(event.project, files) if event.project else None,
    }
    return data, files


def facts(event):
    """[[label, value]]"""
    where = ", ".join(filter(None, (event.venue, event.street)))
    organiser = event.organiser.name if event.organiser else ""
    rows = [
        (_("When"), times.written(event.starts_at, event.ends_at, event.precision)),
        (_("Where"), where),
        (_("Organiser"), organiser),
    ]
    return [[label, capfirst(value)] for label, value in rows if value]


def privacy(event):
    told = _(
        "The list shows who came to the event. Names are kept electronically for %(days)s days "
        "after it."
    )
    pictures = _("Pictures are taken at this event.")
    parts = [told % {"days": event.retention_days}, pictures if event.photos_notice else ""]
    return " ".join(filter(None, parts))
