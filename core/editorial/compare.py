"""What differs between two snapshots, word by word, in the words of the form's own labels."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser

from django.core.exceptions import ValidationError
from django.utils.text import capfirst

BLOCKS = set("p h2 h3 h4 li tr blockquote figure figcaption br hr td th".split())
MARKS = {"h2": "## ", "h3": "### ", "h4": "#### ", "li": "• "}
TAG = re.compile(
    r"<(/?(p|h[2-4]|ul|ol|table|blockquote|a|strong|em|figure|br|hr)\b)", re.IGNORECASE
)
WORDS = re.compile(r"\w+|\s+|[^\w\s]")
LONGEST = 4000  # words; longer texts are compared line by line, in time that stays bounded


@dataclass
class Change:
    """One field that differs; `parts` are ("same" | "gone" | "new", text)."""

    label: str
    parts: list


class PlainText(HTMLParser):
    """Formatted text as lines, with the addresses of links and pictures."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag in BLOCKS:
            self.lines.append("\n" + MARKS.get(tag, ""))
        if tag in ("a", "img"):
            self.lines.append(f" [{attributes.get('href') or attributes.get('src') or ''}] ")

    def handle_data(self, data):
        self.lines.append(data)


def plain(text):
    text = text.replace("\r\n", "\n")
    if not TAG.search(text):
        return text
    parser = PlainText()
    parser.feed(text)
    return "".join(parser.lines).strip()


def words_of(text):
    words = WORDS.findall(text)
    return words if len(words) <= LONGEST else text.splitlines(keepends=True)


def parts(before, after):
    """("same" | "gone" | "new", text) of two texts, in reading order."""
    old, new = words_of(before), words_of(after)
    found = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(old[i1:i2])))
            continue
        if i2 > i1:
            found.append(("gone", "".join(old[i1:i2])))
        if j2 > j1:
            found.append(("new", "".join(new[j1:j2])))
    return found


def every(rows):
    return rows


def in_words(field, values, nameable=every):
    """What the editor saw: the name of a chosen row, the label of a choice.

    `nameable` gives those of some rows whose names may be shown.
    """
    if hasattr(field, "in_words"):
        return field.in_words(values)
    if getattr(field, "queryset", None) is not None and any(values):
        try:
            rows = field.queryset.model._default_manager.filter(pk__in=[v for v in values if v])
            names = {str(row.pk): str(row) for row in nameable(rows)}
            return ", ".join(names.get(value, value) for value in values)
        except (ValueError, ValidationError):
            return ", ".join(values)
    labels = {str(key): str(label) for key, label in getattr(field, "choices", None) or ()}
    if labels:
        return ", ".join(labels.get(value, value) for value in values)
    return "✓" if values == ["on"] else plain(", ".join(values))


def changed_fields(form, before, after, skip=()):
    """(field, values before, values after) of what differs."""
    for name, field in form.fields.items():
        old, new = before.get(name, []), after.get(name, [])
        if name not in skip and same(old) != same(new):
            yield field, old, new


def same(values):
    """Values without what a browser adds or takes away."""
    return [each.replace("\r\n", "\n").strip() for each in values if each.strip()]


def compare(form, formsets, before, after, nameable=every):
    """[Change] of everything that differs between two snapshots."""

    def sides(field, *values):
        return parts(*(in_words(field, each, nameable) for each in values))

    changes = [
        Change(capfirst(field.label), sides(field, old, new))
        for field, old, new in changed_fields(form, before["form"], after["form"])
    ]
    for formset in formsets:
        for name, field, old, new in changed_rows(formset, before, after, nameable):
            label = f"{capfirst(formset.model._meta.verbose_name)} „{name}”: {field.label}"
            changes.append(Change(label, sides(field, old, new)))
    return changes


def changed_rows(formset, before, after, nameable):
    """(name of the row, field, values before, values after) of the rows of one inline."""
    sides = [keyed(formset, side["inlines"].get(formset.prefix, [])) for side in (before, after)]
    skip = (formset.model._meta.pk.name, formset.fk.name, "DELETE")
    form = formset.empty_form
    for key in dict.fromkeys([*sides[0], *sides[1]]):
        old, new = sides[0].get(key, {}), sides[1].get(key, {})
        name = row_name(form, new or old, nameable)
        for field, was, now in changed_fields(form, old, new, skip):
            yield name, field, was, now


def keyed(formset, rows):
    key = formset.model._meta.pk.name
    return {(row.get(key) or [""])[0] or f"+{n}": row for n, row in enumerate(rows)}


def row_name(form, row, nameable):
    """The first text or chosen row of an inline's row, as its name."""
    for name, field in form.fields.items():
        if name not in ("id", "DELETE") and any(row.get(name, [])):
            found = in_words(field, row[name], nameable)
            if not found.isdecimal():
                return found[:60]
    return "–"


def summary(form, formsets, before, after):
    """Labels of what differs, for the list of versions; cheap, without comparing words."""
    labels = [capfirst(f.label) for f, *_ in changed_fields(form, before["form"], after["form"])]
    for formset in formsets:
        old, new = (side["inlines"].get(formset.prefix, []) for side in (before, after))
        if keyed(formset, old) != keyed(formset, new):
            labels.append(capfirst(formset.model._meta.verbose_name_plural))
    return labels
