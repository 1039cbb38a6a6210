"""What stands for a page in lists and at its head: its picture, or the belt of its address."""

from functools import cache

from django.core.files.storage import default_storage
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join

from . import belt, pictures

SIZES = {
    "hero": "(width >= 60rem) 50vw, 100vw",
    "page": "(width >= 60rem) 32rem, 92vw",
    "text": "(width >= 46rem) 42rem, 92vw",
    "wide": "(width >= 78rem) 78rem, 92vw",
    "card": "(width >= 62rem) 25rem, 92vw",
    "row": "(width >= 50rem) 15.5rem, 92vw",
    "small": "7.5rem",
}


def cover(item, kind="card", eager=False):
    """The picture of a page, or the belt that belongs to its address."""
    return picture(item.cover, kind, eager) if item.cover else woven(item)


def woven(item):
    return drawn(*belt.chosen_motifs(seed(item)))


@cache  # ninety at the most
def drawn(first, second):
    """A belt put together from the parts in belts.svg, which are loaded once for all of them."""
    part = f'<use class="{{}}" href="{static("img/belts.svg")}#{{}}"/>'
    parts = (("jg", "g"), ("jm", f"a{first}"), ("jm", f"b{second}"))
    return belt_of(*(format_html(part, *about) for about in parts))


def whole_belt(item):
    """A belt with all its parts, for a frame on another site: it may not take them from a file."""
    part = '<path class="{}" d="{}"/>'
    ground, figures = belt.cover(seed(item))
    return belt_of(format_html(part, "jg", ground), format_html(part, "jm", figures))


def seed(item):
    return item.slug_lv or str(item.pk)


def belt_of(ground, *figures):
    return format_html(
        '<svg class="josta" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice"'
        ' shape-rendering="crispEdges" aria-hidden="true" focusable="false">'
        '{ground}<path class="jb" d="M0 7h{width}v23h-{width}z"/>{figures}</svg>',
        width=belt.WIDTH,
        height=belt.HEIGHT,
        ground=ground,
        figures=format_html_join("", "{}", ((each,) for each in figures)),
    )


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


def largest(image):
    """Address of the widest copy of a picture."""
    return pictures.copy_url(image, -1)


def focus(image):
    """The classes that keep the focal point in sight; none for the middle, where it mostly is."""
    is_middle = image.focus_x == image.focus_y == 50
    return "" if is_middle else format_html(' class="{}"', image.focus_classes)


def credit(image):
    """Who made a picture, and the licence when it allows more than looking at it."""
    if not image:
        return ""
    licence = image.get_licence_display()
    if image.deed:
        licence = format_html('<a href="{}" rel="license">{}</a>', image.deed, licence)
    parts = [part for part in (image.credit, licence if image.is_open else "") if part]
    return format_html_join(" · ", "{}", ((part,) for part in parts))


def common_credit(rows):
    """The credit that all pictures of a gallery share; empty when they differ."""
    credits = {credit(row.image) for row in rows}
    return credits.pop() if len(credits) == 1 else ""
