"""The summary of a forum as a tagged PDF (PDF/UA-1): for reading, for print, for handing over."""

from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from projects.publicity import sheets, typesetting
from projects.publicity.letterhead import letterhead

from .summary import place_of, text_of

TEMPLATE = Path(__file__).with_name("summary.typ")


def paper(summary, language):
    """Path of the PDF in a language, made anew when something in it has changed; raises `Busy`."""
    with override(language):
        data, files = content(summary, language)
    return typesetting.made(TEMPLATE, sheets.drawable(data), files)


def content(summary, language):
    """(data, {name: bytes or path of a file}) for the template."""
    files, forum = {}, summary.forum
    project = forum.public_project
    rows = [*summary.table, summary.totals]
    data = {
        "lang": language,
        "title": forum.title,
        "kind": _("Summary of ideas"),
        "facts": facts(forum),
        "money": letterhead(project, files) if project else None,
        "columns": [_("Theme"), *summary.doers, _("Ideas")],
        "table": [[row.name, *map(str, row.by), str(row.total)] for row in rows],
        "note": _("An idea that several can realise stands in each of their columns."),
        "themes": [
            {"name": theme.name, "count": counted(len(ideas)), "ideas": list(map(entry, ideas))}
            for theme, ideas in summary.by_theme
        ],
        "page": _("page"),
        "address": settings.SITE_URL + forum.get_absolute_url(),
    }
    return data, files


def counted(number):
    told = ngettext("%(number)s idea", "%(number)s ideas", number)
    return told % {"number": number}


def facts(forum):
    """[[label, value]]"""
    places = ", ".join(each.name for each in forum.territories.all())
    days = [date_format(localtime(each).date()) for each in (forum.opens_at, forum.closes_at)]
    rows = [(_("Ideas were taken"), " – ".join(days)), (_("Where"), places)]
    return [[label, value] for label, value in rows if value]


def entry(idea):
    """One idea: its number and title, what is to be done, who and where, the answer."""
    support = idea.supports + idea.paper_supports
    told = ngettext("%(number)s supporter", "%(number)s supporters", support)
    about = [idea.doers, place_of(idea), told % {"number": support} if support else ""]
    answer = idea.get_answer_display() if idea.answer else ""
    who = idea.answered_by.name if idea.answered_by else ""
    return {
        "number": idea.number,
        "title": idea.title,
        "text": text_of(idea),
        "about": " · ".join(filter(None, about)),
        "answer": ": ".join(filter(None, (who, answer))),
        "answer_text": idea.answer_text or "",
    }
