"""Every text of a page and of the rows inside its form, in one shape for all checks."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models

from core.content import Content
from core.fields import RichText
from core.library import Image
from core.prose.markup import Element, parse, walk, words

BLOCKS = {"p", "li", "h2", "h3", "h4", "td", "th", "caption", "figcaption", "blockquote"}
QUOTATION = "blockquote"


@dataclass(frozen=True)
class Passage:
    """One text: the `field` of the form where it is mended, its language, its tree of HTML."""

    field: str
    language: str
    root: Element
    is_rich: bool = False
    is_quotation: bool = False

    @property
    def blocks(self):
        """The text paragraph by paragraph, without quotations."""
        if self.is_quotation:
            return []
        return [" ".join(each.split()) for each in blocks_of(self.root)]

    @property
    def elements(self):
        return list(walk(self.root))


def blocks_of(node):
    """The words of each block; a block inside a block, as in a list, counts by itself."""
    loose = []
    for child in node.children:
        if not isinstance(child, Element):
            loose.append(child)
        elif child.tag == QUOTATION:
            continue
        elif child.tag in BLOCKS or any(each.tag in BLOCKS for each in walk(child)):
            yield from filter(str.strip, ["".join(loose)])
            loose = []
            yield from blocks_of(child)
        else:
            loose.append(" " if child.tag == "br" else words(child))
    yield from filter(str.strip, ["".join(loose)])


def passages(row):
    """All translated texts of a row and of its parts."""
    found = list(texts_of(row))
    for name, part in parts(row):
        is_quotation = part._meta.model_name == "quote"
        found += texts_of(part, name, is_quotation)
    return found


def texts_of(row, group="", is_quotation=False):
    for name in getattr(row, "translated_fields", ()):
        if name == "slug":
            continue
        for language in settings.MODELTRANSLATION_LANGUAGES:
            column = row._meta.get_field(f"{name}_{language}")
            value = getattr(row, column.name) or ""
            if value.strip():
                is_rich = isinstance(column, RichText)
                root = parse(value) if is_rich else Element("", (), [value])
                yield Passage(group or column.name, language, root, is_rich, is_quotation)


def part_names(model):
    """Names of the rows that belong to a page and stand in its form."""
    return [
        each.get_accessor_name()
        for each in model._meta.related_objects
        if each.one_to_many
        and each.on_delete is models.CASCADE
        and not issubclass(each.related_model, Content)
    ]


def parts(row):
    """(name of the group, row) of everything that belongs to a page."""
    for name in part_names(type(row)):
        for part in getattr(row, name).all():
            yield name, part


def urls(row):
    """(field, address) of the fields of a page and its parts that hold an address."""
    for group, part in [("", row), *parts(row)]:
        for column in part._meta.concrete_fields:
            value = getattr(part, column.attname)
            if isinstance(column, models.URLField) and column.editable and value:
                yield group or column.name, value


def picture_keys(row):
    """(field, key) of the pictures that a page and its parts choose."""
    for group, part in [("", row), *parts(row)]:
        for column in part._meta.concrete_fields:
            key = getattr(part, column.attname)
            if column.related_model is Image and key:
                yield group or column.name, key
