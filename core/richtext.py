"""The one sanitiser of formatted text, and the only place that marks text as safe to show."""

import json
import re

import nh3
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeData, mark_safe

from .prose import embedding, pasting, references, tidying
from .text import unbroken_html

TAGS = set(
    "p br strong em a ul ol li h2 h3 h4 blockquote hr sup sub caption"
    " table thead tbody tr th td figure figcaption img".split()
)
ATTRIBUTES = {
    "a": {"href", "title", "hreflang", "lang"},
    "img": {"src", "alt"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "p": {"lang"},
    "em": {"lang"},
    "blockquote": {"lang"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
# What the sanitiser lets through to `core.prose.tidying`, which reads it and leaves none of it.
PASTED_TAGS = TAGS | pasting.BOXES | pasting.RENAMED.keys() | {"span", "font"}
PASTED_ATTRIBUTES = ATTRIBUTES | {
    "*": {"style", "class"},
    "table": tidying.LAYOUT | {"role"},
}
SILENT = {"script", "style", "title", "xml"}  # their contents are no words
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
ROUNDS = 5  # a paste is in order after two
# As in Django's json_script: no text in a data block can end it or begin another tag.
IN_SCRIPT = {sign: f"\\u{ord(sign):04X}" for sign in "<>&"}


def clean(html):
    """Return `html` with only the tags, attributes and addresses that texts may have, in order.

    Cleaning a clean text changes nothing. What Word and old sites write is translated; empty
    paragraphs go; own addresses become references (looked up once in a round).
    """
    for _round in range(ROUNDS):
        cleaned = sanitised(tidying.tidy(pasted(html or "")))
        if cleaned == html:
            break
        html = cleaned
    return cleaned


def pasted(html):
    """Well-formed `html` without anything active, but with the traces of where it comes from."""
    return nh3.clean(
        html,
        tags=PASTED_TAGS,
        attributes=PASTED_ATTRIBUTES,
        clean_content_tags=SILENT,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def sanitised(html):
    """What may be shown: the allow-list, nothing but pictures of the library, no control letters.

    XML, and so a feed, cannot hold those; what is left without them is judged once more.
    """
    cleaned = allowed(html or "")
    if CONTROL.search(cleaned):
        cleaned = allowed(CONTROL.sub("", cleaned))
    return cleaned.replace('<img alt="">', "").replace("<img>", "")


def allowed(html):
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=picture_only,
        clean_content_tags=SILENT,
        url_schemes=SCHEMES,
        link_rel="noopener",
    )


def picture_only(tag, name, value):
    """A picture's address must be a reference; its words come from the library."""
    if tag != "img":
        return value
    if name == "alt":
        return ""
    found = references.parts(value)
    return value if found and found[0] == "picture" else None


def show(html):
    """The text ready for a template; sanitised again, because rows may come from elsewhere."""
    return mark_safe(unbroken_html(embedding.resolve(sanitised(html))))


def portable(html):
    """The text for a feed or mail: whole addresses, nothing that needs the site's styles."""
    return embedding.resolve(sanitised(html), base=settings.SITE_URL)


def email(address):
    """A `mailto:` link whose letters are character references: plain to people and screen readers,
    not to the harvesters that look for addresses in the bytes of a page."""
    coded = "".join(f"&#{ord(letter)};" for letter in address or "")
    return mark_safe(f'<a href="&#109;&#97;&#105;&#108;&#116;&#111;&#58;{coded}">{coded}</a>')


def together(pieces):
    """Pieces that are safe, one behind the other; TypeError if one is not."""
    if not all(isinstance(each, SafeData) for each in pieces):
        raise TypeError("a piece of HTML is not marked as safe")
    return mark_safe("".join(pieces))


def data_block(value):
    """`value` as JSON-LD in a page: data, which no browser executes."""
    text = json.dumps(value, ensure_ascii=False)
    for sign, written in IN_SCRIPT.items():  # three times quicker than `translate`
        text = text.replace(sign, written)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
