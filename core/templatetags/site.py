"""Tags and filters of the public pages."""

from functools import cache
from urllib.parse import urlsplit

from django import template
from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

from core import belt, countries, dates, numbers, pictures, richtext
from core.caching.memory import MEMORY
from core.languages import foreign

register = template.Library()
SIZES = {
    "hero": "(width >= 60rem) 50vw, 100vw",
    "page": "(width >= 60rem) 32rem, 92vw",
    "text": "(width >= 46rem) 42rem, 92vw",
    "wide": "(width >= 78rem) 78rem, 92vw",
    "card": "(width >= 62rem) 25rem, 92vw",
    "row": "(width >= 50rem) 15.5rem, 92vw",
    "small": "7.5rem",
}

register.filter("richtext", richtext.show)
register.filter("euro", numbers.euro)
register.filter("number", numbers.number)
register.filter("percent", numbers.percent)
register.filter("country", countries.name)
register.filter("email", richtext.email)


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
    return format_html(
        '<svg class="i" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("icons.svg"),
        name,
    )


@register.simple_tag
def cover(item, kind="card", eager=False):
    """The picture of a page, or the belt that belongs to its address."""
    return picture(item.cover, kind, eager) if item.cover else woven(item)


@register.simple_tag
def woven(item):
    return drawn(*belt.cover(item.slug_lv or str(item.pk)))


@cache
def drawn(ground, figure):
    return format_html(
        '<svg class="josta" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice"'
        ' shape-rendering="crispEdges" aria-hidden="true" focusable="false">'
        '<path class="jg" d="{}"/><path class="jb" d="M0 7h65v23h-65z"/>'
        '<path class="jm" d="{}"/></svg>',
        belt.WIDTH,
        belt.HEIGHT,
        ground,
        figure,
    )


@register.simple_tag
def picture(image, kind="card", eager=False):
    """`<picture>` with AVIF and JPEG in the widths made at upload."""
    widths = pictures.rendition_widths(image.width)

    def source(extension):
        name = image.file.name
        names = {each: pictures.rendition_name(name, each, extension) for each in widths}
        return ", ".join(f"{default_storage.url(names[each])} {each}w" for each in widths)

    return format_html(
        '<picture><source type="image/avif" srcset="{avif}" sizes="{sizes}">'
        '<img src="{src}" srcset="{jpg}" sizes="{sizes}"{focus} width="{width}" height="{height}"'
        ' alt="{alt}" {hint}="{value}"></picture>',
        avif=source("avif"),
        jpg=source("jpg"),
        sizes=SIZES[kind],
        src=largest(image),
        focus=focus(image),
        width=image.width,
        height=image.height,
        alt="" if image.is_decorative else image.alt,
        hint="fetchpriority" if eager else "loading",
        value="high" if eager else "lazy",
    )


@register.simple_tag
def largest(image):
    """Address of the widest copy of a picture."""
    return pictures.copy_url(image, -1)


def focus(image):
    """The classes that keep the focal point in sight; none for the middle, where it mostly is."""
    is_middle = image.focus_x == image.focus_y == 50
    return "" if is_middle else format_html(' class="{}"', image.focus_classes)


@register.simple_tag
def credit(image):
    """Who made a picture, and the licence when it allows more than looking at it."""
    if not image:
        return ""
    licence = image.get_licence_display()
    if image.deed:
        licence = format_html('<a href="{}" rel="license">{}</a>', image.deed, licence)
    parts = [part for part in (image.credit, licence if image.is_open else "") if part]
    return format_html_join(" · ", "{}", ((part,) for part in parts))


@register.simple_tag
def common_credit(rows):
    """The credit that all pictures of a gallery share; empty when they differ."""
    credits = {credit(row.image) for row in rows}
    return credits.pop() if len(credits) == 1 else ""


@register.simple_tag
def lang(item, name="title"):
    """` lang="…"` when a text is in another language than the page: a name, or untranslated."""
    language = foreign(item, name)
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
    return Remembered(name, [parser.compile_filter(value) for value in values], inside)


class Remembered(template.Node):
    def __init__(self, name, values, inside):
        self.name, self.values, self.nodelist = name, values, inside

    def render(self, context):
        values = [value.resolve(context) for value in self.values]
        request = None if None in values else getattr(context, "request", None)
        key = ("piece", self.name, get_language(), *map(str, values))
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
    return [(code, translate_url(request.get_full_path(), code)) for code in codes]


@register.simple_tag
def latest(label, number, **lookups):
    """The newest published pages of a kind (`"news.Post"`); how lower apps show upper ones."""
    rows = apps.get_model(label).objects.published()
    if lookups:  # a row that several of them lead to is still one
        rows = rows.filter(pk__in=rows.filter(**lookups).order_by().values("pk"))
    return rows.with_relations()[:number]


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
