"""What the check finds in one text: headings, links, tables, capitals, dates, addresses."""

import re

from django.utils.text import Truncator

from core.prose.markup import Element, walk, words

from . import pasted
from .findings import Finding
from .relative import relative_dates

VAGUE = set(
    "šeit|te|tepat|šajā saitē|šī saite|spiediet šeit|klikšķiniet šeit|"
    "lasīt vairāk|lasi vairāk|lasīt tālāk|vairāk|saite|skatīt|spied šeit|spiest šeit|"
    "uzzināt vairāk|uzzini vairāk|here|click here|read more|more|learn more|find out more|link|"
    "this link|see here".split("|")
)
HEADINGS = ("h2", "h3", "h4")
QUOTED = 120  # letters of a passage that a finding quotes


def of_passage(passage):
    """(code, detail) of everything to mend in one text."""
    if passage.is_rich:
        yield from on_headings(passage.elements)
        yield from on_links(passage.elements)
        yield from on_blocks(passage.elements)
    for text in passage.blocks:
        yield from on_words(text, passage.language)
    for text in around_links(passage):
        yield from on_plain(text)


def findings_in(passage):
    return [Finding(code, passage.field, detail) for code, detail in of_passage(passage)]


def on_words(text, language):
    for found in relative_dates(text, language):
        yield "relative-date", found
    if is_shouting(text):
        yield "capitals", short(text)


def on_plain(text):
    """Addresses in the open text; one that was pasted wrongly is not told twice."""
    for address in pasted.addresses_in(text):
        if pasted.is_twice(address):
            yield "address-twice", address
    for address in pasted.bare_addresses(text):
        if not pasted.is_twice(address):
            yield "link-address", address


def on_headings(elements):
    before = None
    for element in elements:
        if element.tag not in HEADINGS:
            continue
        if not words(element).strip():
            yield "heading-empty", ""
        level = int(element.tag[1])
        if level - (before or 3) > (1 if before else 0):
            yield "heading-skips", short(words(element))
        before = level


def on_links(elements):
    for element in elements:
        if element.tag != "a":
            continue
        address = element.attributes.get("href", "").strip()
        text = " ".join(words(element).split())
        if not text and not any(each.tag == "img" for each in walk(element)):
            yield "link-empty", address
        elif text.casefold().strip(" .…»>→:!") in VAGUE:
            yield "link-words", short(text)
        elif re.match(r"(https?://|www\.)\S+$", text):
            yield "link-address", short(text)
        yield from on_address(address)


def on_address(address):
    if pasted.is_incomplete(address):
        yield "address-incomplete", address
    elif pasted.is_twice(address):
        yield "address-twice", address


def on_blocks(elements):
    for element in elements:
        if element.tag == "p" and is_bold_heading(element):
            yield "heading-bold", short(words(element))
        if element.tag == "table" and not any(cell.tag == "th" for cell in walk(element)):
            yield "table-headless", short(words(element))


def around_links(passage):
    """The pieces of a text outside links, for an address behind words may be long."""
    return open_text(passage.root) if passage.is_rich else [words(passage.root)]


def open_text(node):
    for child in node.children:
        if not isinstance(child, Element):
            yield child
        elif child.tag != "a":
            yield from open_text(child)


def is_bold_heading(paragraph):
    """Whether a short paragraph is bold from end to end and is no sentence."""
    children = [each for each in paragraph.children if words(each).strip()]
    is_bold = len(children) == 1 and isinstance(children[0], Element)
    text = words(paragraph).strip()
    is_short = 0 < len(text) < 80 and text[-1] not in ".!?…,;"
    return is_bold and children[0].tag == "strong" and is_short


def is_shouting(text):
    """Whether four words in a row are in capitals; short names such as ELFLA do not count."""
    return any(found.isupper() for found in runs(text))


def runs(text):
    """Every four words that stand beside each other, of three letters or more."""
    found = re.findall(r"[^\W\d_]{3,}", text)
    return [" ".join(found[start : start + 4]) for start in range(len(found) - 3)]


def short(text):
    return Truncator(" ".join(text.split())).chars(QUOTED)
