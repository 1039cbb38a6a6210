"""The words of a poster in one language, short enough for paper."""

import html
import re

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from core import dates, numbers
from projects.acknowledgement import acknowledgement
from projects.page import list_partners

from . import fonts

AIM_LETTERS = 430
TITLE_LETTERS = 260
PARTNER_LETTERS = 260
ITEM_END = re.compile(r"[;,.]? ?(?:</p>)? ?</li>")


def plain(formatted):
    """Formatted text as one line; the points of a list become parts of a sentence."""
    one_line = " ".join((formatted or "").split())
    text = ITEM_END.sub("; ", one_line).replace("</p>", " ").replace("<br>", " ")
    return " ".join(html.unescape(strip_tags(text)).split()).rstrip(";")


def shortened(text, letters):
    """The whole sentences that fit, else as many words, with “…”."""
    if len(text) <= letters:
        return text
    end = max(text.rfind(f"{mark} ", 0, letters) for mark in ".!?")
    return text[: end + 1] if end > letters * 0.55 else Truncator(text).chars(letters)


def said(row, name, text):
    """A text with the language it is in: that of the page, or Latvian where it lacks."""
    language = numbers.locale()[:2]
    has_own = bool(getattr(row, f"{name}_{language}", None))
    return {"text": text, "lang": language if has_own else settings.LANGUAGE_CODE}


def title_of(project):
    """The title; a dash where none of its letters can be drawn, for a PDF/UA needs a title."""
    title = project.title if fonts.drawable(project.title) else "–"
    found = said(project, "title", shortened(title, TITLE_LETTERS))
    return found | {"lang": project.title_language or found["lang"]}


def aim_of(project):
    """Aims when they are short, else the summary."""
    aims = plain(project.aims)
    name = "aims" if aims and (len(aims) <= AIM_LETTERS or not project.summary) else "summary"
    text = aims if name == "aims" else " ".join(project.summary.split())
    return said(project, name, shortened(text, AIM_LETTERS))


def period_of(project):
    """„2019. gada janvāris – 2020. gada jūnijs”, or the duration, or nothing."""
    ends = (
        (project.start_on, project.start_precision),
        (project.end_on, project.end_precision),
    )
    known = [dates.written(day, precision) for day, precision in ends if day]
    if not known and project.duration_months:
        months = project.duration_months
        return ngettext("%(number)s month", "%(number)s months", months) % {"number": months}
    return " – ".join(known)


def facts_of(project):
    """[[label, value]] of what is known."""
    support = project.support
    programme, fund = project.public_programme, project.programme.fund
    rows = (
        (_("Project number"), project.number),
        (_("Period"), period_of(project)),
        (_("Total cost"), numbers.euro(project.total_cost) if project.total_cost else ""),
        (_("Public support"), numbers.euro(support) if support else ""),
        (_("Programme"), programme.title if programme else fund.name),
    )
    return [[label, value] for label, value in rows if fonts.drawable(value)]


def partners_of(project):
    """Names of the partners, the lead partner first; the last ones as a number when too long."""
    names = [each.name for each in list_partners(project)]
    shown, length = [], 0
    for name in names:
        length += len(name) + 3
        if shown and length > PARTNER_LETTERS:
            break
        shown.append(shortened(name, 120))
    rest = len(names) - len(shown)
    if rest:
        shown.append(ngettext("%(number)s more", "%(number)s more", rest) % {"number": rest})
    return shown


def credit_of(project):
    """Who made the cover picture, as its licence may ask."""
    cover = project.cover
    if not cover:
        return ""
    licence = cover.get_licence_display() if cover.is_open else ""
    return " · ".join(filter(None, (cover.credit, str(licence))))


def eyebrow_of(project):
    parts = (
        project.programme.fund.short_name,
        capfirst(project.get_kind_display()),
        project.short_name,
    )
    return " · ".join(str(part) for part in parts if part)


def words(project, language):
    """What a sheet says in a language; every value is a string or holds strings."""
    with override(language):
        ack = acknowledgement(project)
        return {
            "lang": language,
            "eyebrow": eyebrow_of(project),
            "title": title_of(project),
            "aim": aim_of(project),
            "facts": facts_of(project),
            "partners": partners_of(project),
            "partners_label": _("Partners"),
            "statement": ack.statement,
            "fund": ack.fund_name,
            "sentence": ack.sentence,
            "national": ack.national_line,
            "hashtag": project.hashtag,
            "credit": credit_of(project),
            "more": pgettext("poster", "More about the project"),
            "emblem_alt": _("Emblem of the European Union"),
            "qr_alt": _("QR code that leads to the page of the project"),
            "cover_alt": cover_alt(project),
        }


def cover_alt(project):
    cover = project.cover
    return cover.alt if cover and not cover.is_decorative else ""
