"""The results of the search page; there are twenty on a page, so they are built here at once."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext

from core.caching.memory import MEMORY
from core.templatetags.site import date, lang, lang_of

register = template.Library()
HIT = (
    '<article class="hit"><p class="eyebrow"><span class="tag">{kind}</span>{when}{number}</p>'
    '<h2{language}><a href="{address}">{title}</a></h2>{passage}{related}'
    '<p class="address">{address}</p></article>'
)


@register.simple_tag(takes_context=True)
def hit_cards(context, hits):
    """The hits of a page as list items; remembered ones are not read again."""

    def draw(missing):
        found = hits.read([key[-2:] for key in missing])
        return {each: hit_card(found[each[-2:]]) for each in missing if each[-2:] in found}

    keys = [("hit", get_language(), hits.asked, *key) for key in hits.keys]
    cards = MEMORY.recall_all(getattr(context, "request", None), keys, draw)
    return format_html_join("", "<li>{}</li>", ((cards[key],) for key in keys if key in cards))


def hit_card(hit):
    """Kind, when, title, the passage that answers, where else the words stand, address."""
    return format_html(
        HIT,
        kind=hit.kind,
        when=when(hit),
        number=number(hit.number),
        language=lang(hit.item),
        address=hit.address,
        title=marked(hit.title),
        passage=in_language("p", *hit.passage) if hit.passage[0] else "",
        related=also(hit.related) if hit.related else "",
    )


def when(hit):
    """Its years, else its day."""
    years = hit.years
    return format_html('<span class="number">{}</span>', years) if years else date(hit.day)


def number(pieces):
    if not pieces:
        return ""
    return format_html('<span class="nowrap">{} {}</span>', gettext("No."), marked(pieces))


def also(related):
    """Other texts that the words stand in."""
    texts = format_html_join(", ", "{}", ((in_language("span", *each),) for each in related))
    return format_html('<p class="also">{} {}</p>', gettext("Also found in:"), texts)


def in_language(tag, pieces, language):
    """A text, with `lang` when it is not in the language of the page."""
    return format_html("<{0}{1}>{2}</{0}>", tag, lang_of(language), marked(pieces))


def marked(pieces):
    """[(piece, whether it is marked)] in one line."""
    whole = "".join(["<mark>{}</mark>" if found else "{}" for _text, found in pieces])
    return format_html(whole, *(text for text, _found in pieces)) if pieces else ""
