"""What a card says of a project; lists show many of them, so it is built here at once."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext

from core import countries, numbers

register = template.Library()
SHOWN_PLACES = 3
FACT = '<li>{}<span><span class="vh">{}</span>{}</span></li>'


@register.simple_tag
def project_facts(project, *icons):
    """Where, when, with whom and how much, as one list; `icons` stand before them in this order."""
    labels = (gettext("Territory:"), gettext("Years:"), "", gettext("Total cost:"))
    texts = (
        places(project.places),
        project.years,
        countries_of(project.partner_countries),
        numbers.euro(project.total_cost) if project.total_cost else "",
    )
    rows = zip(icons, labels, texts, strict=True)
    facts = [(mark, f"{label} " if label else "", text) for mark, label, text in rows if text]
    return format_html('<ul class="meta">{}</ul>', format_html_join("", FACT, facts))


def places(names):
    text, more = ", ".join(names[:SHOWN_PLACES]), len(names) - SHOWN_PLACES
    if more <= 0:
        return text
    rest = ngettext("and %(number)s more", "and %(number)s more", more) % {"number": more}
    return f"{text} {rest}"


def countries_of(codes):
    if len(codes) < 2:
        return "".join(map(countries.name, codes))
    return ngettext("%(number)s country", "%(number)s countries", len(codes)) % {
        "number": len(codes)
    }
