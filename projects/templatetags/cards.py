"""What a card says of a project; lists show many of them, so it is built here at once."""

from functools import cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, ngettext

from core import countries, covers, numbers
from core.cards import draws
from core.templatetags.site import icon, lang

from ..cards import ready
from ..models import Project

register = template.Library()
SHOWN_PLACES = 3
CARD = (
    '<article class="card c-{dye}"><div class="media">{cover}</div><div class="body">{state}'
    '<h3{language}><a href="{address}">{title}</a></h3>{summary}{facts}</div></article>'
)


@register.simple_tag
@draws("components/project_row.html")
def project_card(project, is_first=False):
    """A project in a list: picture or belt, state, who pays, where, when, how much."""
    project = ready(project)
    summary = project.summary
    return format_html(
        CARD,
        dye=project.dye,
        cover=covers.cover(project, "row", is_first),
        state=project_state(project),
        language=lang(project),
        address=project.get_absolute_url(),
        title=project.title,
        summary=format_html("<p{}>{}</p>", lang(project, "summary"), summary) if summary else "",
        facts=project_facts(project),
    )


@register.simple_tag
def project_state(project):
    """The line above a project's title: its status and its fund."""
    status = status_tag(project.status, get_language())
    fund = project.programme.fund.short_name
    return format_html('<p class="eyebrow">{} <span class="fund">{}</span></p>', status, fund)


@cache
def status_tag(status, _language):
    name = capfirst(dict(Project.Status.choices).get(status, status))
    return format_html('<span class="tag st st-{}">{}</span>', status, name)


@register.simple_tag
def project_facts(project):
    """Where, when, with whom and how much, as one list."""
    texts = (
        places(project.places),
        project.years,
        countries_of(project.partner_countries),
        numbers.euro(project.total_cost) if project.total_cost else "",
    )
    heads = heads_of_facts(get_language())
    facts = [(head, text) for head, text in zip(heads, texts, strict=True) if text]
    facts = format_html_join("", "<li>{}{}</span></li>", facts)
    return format_html('<ul class="meta">{}</ul>', facts)


@cache
def heads_of_facts(_language):
    """What stands before where, when, with whom and how much: an icon, and a word for those who
    do not see it."""
    about = [
        (icon("map-pin"), gettext("Territory:")),
        (icon("calendar"), gettext("Years:")),
        (icon("globe"), ""),
        (icon("euro"), gettext("Total cost:")),
    ]
    head = '{}<span><span class="vh">{}</span>'
    return [format_html(head, mark, f"{label} " if label else "") for mark, label in about]


def places(names):
    text, more = ", ".join(names[:SHOWN_PLACES]), len(names) - SHOWN_PLACES
    return f"{text} {and_more(more, get_language())}" if more > 0 else text


def countries_of(codes):
    if len(codes) < 2:
        return "".join(map(countries.name, codes))
    return number_of_countries(len(codes), get_language())


@cache
def and_more(number, _language):
    return ngettext("and %(number)s more", "and %(number)s more", number) % {"number": number}


@cache
def number_of_countries(number, _language):
    return ngettext("%(number)s country", "%(number)s countries", number) % {"number": number}
