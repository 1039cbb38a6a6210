"""Texts as readers get them: references become today's addresses, pictures and documents."""

import re

from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils import translation

from core.files import Licence
from core.library import Document, Image

from . import references
from .markup import Element, parse, replace, walk, words, write
from .videos import video_at

CONCERNS = re.compile(r'"/(?:page|picture|document)/|<img|<figure|<table|youtu|vimeo')


def resolve(html, language=None, base=""):
    """`html` (sanitised) for readers of `language`, by default the active one.

    A link to a page that is not public becomes plain words, a picture that is gone leaves no
    trace. With `base`, the site's address, the text is for a mail or feed: addresses are whole,
    and nothing needs the site's styles. One query for each kind of rows that the text refers to.
    """
    if not CONCERNS.search(html) and not base:
        return html
    with translation.override(language or translation.get_language()):
        root = parse(html)
        edition = Edition(rows_of(html), base)
        for change in (edition.with_credit, edition.changed):
            replace(root, change)
        return write(root)


def rows_of(html):
    """{(kind, key): row} of what readers may see among the references of a text."""
    wanted = {}
    for kind, key in references.find_references(html):
        wanted.setdefault(kind, set()).add(key)
    return {
        (kind, row.pk): row
        for kind, keys in wanted.items()
        for row in public_rows(kind).filter(pk__in=keys)
    }


def public_rows(kind):
    if kind == "picture":
        return Image.objects.all()
    if kind == "document":
        return Document.objects.all()
    model = references.model_of(kind)
    return model.objects.published() if model else Image.objects.none()


class Edition:
    """The changes to the elements of one text; each gives what stands in an element's place."""

    def __init__(self, rows, base):
        self.rows = rows
        self.base = base

    def row(self, address):
        return self.rows.get(references.parts(address))

    def with_credit(self, element):
        """A figure of a picture that is there, with its author and licence in the caption."""
        if element.tag != "figure":
            return [element]
        found = [each for each in walk(element) if each.tag == "img"]
        image = self.row(found[0].attributes.get("src", "")) if found else None
        if image is None:
            return []
        if image.credit:
            caption = next((each for each in walk(element) if each.tag == "figcaption"), None)
            if caption is None:
                caption = Element("figcaption")
                element.children.append(caption)
            caption.children += [" "] if caption.children else []
            caption.children.append(Element("small", {"class": "credit"}, credit(image)))
        return [element]

    def changed(self, element):
        if element.tag == "img":
            return self.picture(element)
        if element.tag == "a":
            return self.link(element)
        if element.tag == "p" and not self.base:
            return [video(element) or element]
        if element.tag == "table" and not self.base:
            return [scroller(element)]
        return [element]

    def picture(self, element):
        image = self.row(element.attributes.get("src", ""))
        if image is None:
            return []
        context = {"image": image, "base": self.base}
        return [render_to_string("components/text_picture.html", context)]

    def link(self, element):
        address = element.attributes.get("href", "")
        if references.parts(address):
            row = self.row(address)
            if row is None:
                return element.children
            address = row.get_absolute_url()
            if isinstance(row, Document):
                element.children.append(f" ({row.extension.upper()}, {filesizeformat(row.size)})")
        element.attributes["href"] = self.base + address if address[:1] == "/" else address
        return [element]


def credit(image):
    """Who made the picture and how others may use it; "all rights reserved" needs no words."""
    if image.licence == Licence.ALL_RIGHTS:
        return [image.credit]
    name = image.get_licence_display()
    link = Element("a", {"href": image.deed, "rel": "license noopener"}, [name])
    return [f"{image.credit}, ", link if image.deed else str(name)]


def video(paragraph):
    """The figure for a paragraph that is nothing but a link to a video, or None."""
    inside = [each for each in paragraph.children if not isinstance(each, str) or each.strip()]
    link = inside[0] if len(inside) == 1 and isinstance(inside[0], Element) else None
    found = video_at(link.attributes.get("href", "")) if link and link.tag == "a" else None
    if found is None:
        return None
    text = words(link).strip()
    title = "" if re.match(r"https?:|www\.|youtu\.?be", text) else text
    return render_to_string("components/text_video.html", {"video": found, "title": title})


def scroller(table):
    """A table in a box that scrolls sideways where it is too wide, by keyboard too."""
    caption = next((each for each in walk(table) if each.tag == "caption"), None)
    name = words(caption).strip() if caption else translation.gettext("Table")
    box = {"class": "table", "role": "region", "tabindex": "0", "aria-label": name}
    return Element("div", box, [table])
