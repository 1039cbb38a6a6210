"""How one public field of a row stands in a table and in a record: one class for each kind."""

import html
import re

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Prefetch
from django.utils import timezone

from core import dates
from core.content import Content
from core.fields import RichText

LANGUAGES = settings.MODELTRANSLATION_LANGUAGES
TAG = re.compile("""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
ITEM = re.compile(r"(?<!\s)\s*<li>(?:\s*<p>)?", re.IGNORECASE)
BREAK = re.compile(r"<br>|</(?:p|li|h[2-4]|blockquote|tr|figcaption|caption)>", re.IGNORECASE)


def plain(text):
    """Formatted text as lines of plain text."""
    text = BREAK.sub("\n", ITEM.sub("\n• ", re.sub(r"</t[dh]>", " ", text or "")))
    lines = (line.strip() for line in html.unescape(TAG.sub("", text)).split("\n"))
    return "\n".join(line for line in lines if line)


def in_languages(row, name):
    """{language: text} of a translated field, as it is stored: nothing stands for a gap."""
    return {language: getattr(row, f"{name}_{language}") or "" for language in LANGUAGES}


class Value:
    """A field of its own; the base of the others.

    `headings` names its columns, `cells` fills them, `value` is what a record holds.
    """

    def __init__(self, field):
        self.name = field.name
        self.headings = [field.name]

    def related(self):
        """(names for `select_related`, lookups for `prefetch_related`)."""
        return [], []

    def value(self, row):
        return getattr(row, self.name)

    def cells(self, row):
        return [self.value(row)]


class Words(Value):
    """Text in every language; formatted text as plain text."""

    def __init__(self, field):
        self.name = field.name
        self.headings = [f"{field.name}_{language}" for language in LANGUAGES]
        self.read = plain if isinstance(field, RichText) else str

    def value(self, row):
        return {code: self.read(text) for code, text in in_languages(row, self.name).items()}

    def cells(self, row):
        return list(self.value(row).values())


class Day(Value):
    """A date of ISO 8601, as long as it is known: 2019, 2019-08 or 2019-08-29."""

    def __init__(self, field):
        super().__init__(field)
        self.precision = field.name.removesuffix("_on") + "_precision"

    def value(self, row):
        day = getattr(row, self.name)
        return dates.machine(day, getattr(row, self.precision, "day")) if day else None


class Moment(Value):
    """A date and time of ISO 8601 by the site's own clock."""

    def value(self, row):
        moment = getattr(row, self.name)
        return moment and timezone.localtime(moment).isoformat(timespec="seconds")


class Codes(Value):
    """Several codes, such as of languages."""

    def cells(self, row):
        return ["; ".join(self.value(row))]


class Reference(Value):
    """Another row by its name in every language; a page that is not public is left out."""

    def __init__(self, field):
        self.name, self.model = field.name, field.related_model
        self.is_page = issubclass(self.model, Content)
        self.headings = [f"{field.name}_{language}" for language in LANGUAGES]
        names = ("title", "slug") if self.is_page else self.model.public_fields
        self.label = "title" if "title" in names else "name"
        self.columns = [column_for(self.model._meta.get_field(name)) for name in names]

    def related(self):
        return [self.name], []

    def rows(self, row):
        found = getattr(row, self.name)
        return [found] if found and getattr(found, "is_published", True) else []

    def value(self, row):
        return next((self.named(each) for each in self.rows(row)), None)

    def named(self, other):
        return {column.name: column.value(other) for column in self.columns}

    def cells(self, row):
        names = [in_languages(each, self.label) for each in self.rows(row)]
        return ["; ".join(filter(None, (each[code] for each in names))) for code in LANGUAGES]


class References(Reference):
    """Several other rows."""

    def related(self):
        if not self.is_page:
            return [], [self.name]
        return [], [Prefetch(self.name, self.model.objects.published())]

    def rows(self, row):
        return getattr(row, self.name).all()

    def value(self, row):
        return [self.named(each) for each in self.rows(row)]


KINDS = (
    (models.ManyToManyField, References),
    (models.ForeignKey, Reference),
    (models.DateTimeField, Moment),
    (models.DateField, Day),
    (ArrayField, Codes),
)


def column_for(field):
    """What reads a model's field for tables and records."""
    if field.name in getattr(field.model, "translated_fields", ()):
        return Words(field)
    return next((kind for base, kind in KINDS if isinstance(field, base)), Value)(field)
