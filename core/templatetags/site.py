"""Tags and filters of the public pages."""

from functools import cache, lru_cache
from urllib.parse import urlsplit

from django import template
from django.apps import apps
from django.conf import settings
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import get_language

from core import countries, covers, dates, numbers, richtext, structured
from core.caching.memory import MEMORY, piece
from core.languages import foreign
from core.text import unbroken

register = template.Library()
register.simple_tag(covers.cover)
register.simple_tag(covers.whole_belt)
register.simple_tag(covers.picture)
register.simple_tag(covers.largest)
register.simple_tag(covers.credit)
register.simple_tag(covers.common_credit)

register.filter("richtext", richtext.show)
register.filter("euro", numbers.euro)
register.filter("number", numbers.number)
register.filter("percent", numbers.percent)
register.filter("ordinal", numbers.ordinal)
register.filter("country", countries.name)
register.filter("unbroken", unbroken)
register.filter("email", richtext.email)
register.filter("moment", structured.moment)


@register.filter
def shortened(text, letters):
    """The text cut between words to at most so many letters, “…” included."""
    whole = str(text)
    if len(whole) <= letters:
        return whole
    words = whole[:letters].rpartition(" ")[0].rstrip(" ,;:–-")
    return (words or whole[: letters - 1]) + "…"


@register.filter
def choice(item, name):
    """The words for the value of a field with choices, as a heading begins."""
    return capfirst(words_of(type(item), name, get_language()).get(getattr(item, name), ""))


@cache
def words_of(model, name, _language):
    return {value: str(words) for value, words in model._meta.get_field(name).flatchoices}


@register.filter
def is_number(value):
    return isinstance(value, int)


@register.filter
def coordinate(value):
    """A number for SVG, with a point in every language."""
    return f"{value:.1f}"


@register.simple_tag
def date(day, precision="day"):
    """`<time>` with the day as far as it is known, written in the active language."""
    if not day:
        return ""
    machine, text = dates.machine(day, precision), dates.written(day, precision)
    return format_html('<time datetime="{}">{}</time>', machine, text)


@register.simple_tag
@cache
def icon(name):
    """An icon of the sprite, hidden from screen readers: the words beside it say the same."""
    return drawn_icon(static("icons.svg"), name)


@cache
def drawn_icon(sprite, name):
    drawing = '<svg class="i" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>'
    return format_html(drawing, sprite, name)


@register.simple_tag
def lang(item, name="title"):
    """` lang="…"` when a text is in another language than the page: a name, or untranslated."""
    return lang_of(foreign(item, name))


def lang_of(language):
    """` lang="…"` of a language; nothing when there is none to name."""
    return format_html(' lang="{}"', language) if language else ""


@register.tag
def remembered(parser, token):
    """`{% remembered "name" value … %}…{% endremembered %}`: made once until something changes.

    The values, the language and the name must say all that the piece depends on but the database;
    where a value is None, nothing is remembered.
    """
    name, *values = token.split_contents()[1:]
    inside = parser.parse(["endremembered"])
    parser.delete_first_token()
    return Remembered(name.strip('"'), [parser.compile_filter(value) for value in values], inside)


class Remembered(template.Node):
    def __init__(self, name, values, inside):
        self.name, self.values, self.nodelist = name, values, inside

    def render(self, context):
        values = [value.resolve(context) for value in self.values]
        request = None if None in values else getattr(context, "request", None)
        key = piece(self.name, *values)
        return MEMORY.recall(request, key, lambda: self.nodelist.render(context))


@register.simple_tag(takes_context=True)
def language_links(context):
    """(code, address) of this page in every language."""
    request = context.get("request")
    if "languages" in context:
        return context["languages"]
    codes = [code for code, _name in settings.LANGUAGES]
    if request is None or not getattr(request, "resolver_match", None):
        return [(code, f"/{code}/") for code in codes]
    path, *query = request.get_full_path().partition("?")
    return [(code, "".join([path_in(code, path), *query])) for code in codes]


@lru_cache(maxsize=1000)  # finding the view and its address again takes long
def path_in(code, path):
    return translate_url(path, code)


@register.simple_tag
def latest(label, number):
    """The newest published pages of a kind (`"news.Post"`), for their titles alone."""
    return apps.get_model(label).objects.published()[:number]


@register.filter
def host(url):
    """The readable part of an address: `kantriry.fi`, `facebook.com/partneribalielupe`."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    return parts.netloc.removeprefix("www.") + (path if len(path) < 30 else "/…")


@register.filter
def pages_around(paginator, number):
    """Page numbers worth a link; 0 where some are left out."""
    numbers = paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)
    return [0 if each == paginator.ELLIPSIS else each for each in numbers]
