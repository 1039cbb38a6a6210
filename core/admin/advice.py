"""What an editor is told about the texts of a saved page before its readers notice."""

import re

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core.fields import RichText
from core.prose.markup import Element, parse, walk, words

VAGUE = set(
    "šeit|te|lasīt vairāk|lasi vairāk|vairāk|saite|skatīt|spied šeit|spiest šeit|uzzināt vairāk|"
    "here|click here|read more|more|learn more|link|see here".split("|")
)
HEADINGS = ("h2", "h3", "h4")


def advice(row):
    """One message for each thing to mend, with the name of its field; nothing stops the saving."""
    translated = getattr(row, "translated_fields", ())
    for field in row._meta.concrete_fields:
        value = getattr(row, field.name, None)
        if field.name in translated or not isinstance(value, str) or not value:
            continue
        found = []
        if isinstance(field, RichText):
            found = advice_on_text(parse(value))
        elif field.name.startswith(("title_", "summary_")) and is_shouting(value):
            found = [_("write in small letters; capitals are hard to read.")]
        for message in dict.fromkeys(found):
            yield f"{field.verbose_name}: {message}"


def advice_on_text(root):
    elements = list(walk(root))
    yield from on_headings(elements)
    yield from on_links(elements)
    for element in elements:
        if element.tag == "p" and is_bold_heading(element):
            told = _("“%(words)s” is a paragraph in bold; make it a heading.")
            yield told % {"words": short(element)}
        if element.tag == "table" and not any(cell.tag == "th" for cell in walk(element)):
            yield _("a table has no header cells; mark its first row as a header.")
    if is_shouting(" ".join(words(each) for each in root.children)):
        yield _("a passage is in capitals; they are hard to read.")


def on_headings(elements):
    before = None
    for element in elements:
        if element.tag not in HEADINGS:
            continue
        if not words(element).strip():
            yield _("a heading is empty.")
        level = int(element.tag[1])
        if level - (before or 3) > (1 if before else 0):
            told = _("the heading “%(words)s” skips a level.")
            yield told % {"words": short(element)}
        before = level


def on_links(elements):
    for element in elements:
        if element.tag != "a":
            continue
        text = " ".join(words(element).split())
        has_picture = any(each.tag == "img" for each in walk(element))
        if not text and not has_picture:
            yield _("a link has no words.")
        elif text.casefold().strip(" .…»>→:") in VAGUE:
            told = _("a link says only “%(words)s”; say where it leads.")
            yield told % {"words": short(element)}
        elif re.match(r"(https?://|www\.)\S+$", text):
            told = _("a link shows its address “%(words)s”; say in words where it leads.")
            yield told % {"words": short(element)}


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


def short(element):
    return Truncator(" ".join(words(element).split())).chars(40)
