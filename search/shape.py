"""What the index holds of a row: its fields, and the document that goes into it."""

import json
from base64 import b64encode
from dataclasses import dataclass, field
from typing import NamedTuple

import tantivy
from django.conf import settings

from . import matching
from .orders import TITLE

MICRO = 1_000_000  # of a second: the database keeps moments as exactly
STATE = -1  # the document that tells which changes the index holds
MOST_KINDS, MOST_ROWS = 32, 1 << 27  # kinds of content, rows of each: ids have 32 bits
PREFIX = 9  # letters of a title that the first of the two title orders compares


@dataclass
class Entry:
    """What the index holds of one row; `moment` is when it next changes by itself."""

    kind: str
    pk: int
    title: str = ""
    body: str = ""
    number: str = ""
    facets: dict = field(default_factory=dict)  # {name: values}
    orders: dict = field(default_factory=dict)  # {name: number}
    titles: dict = field(default_factory=dict)  # {language: key of the alphabet}
    moment: int = 0  # microseconds since 1970; 0 is never
    is_public: bool = True


class Written(NamedTuple):
    """What the index holds of a row, for `sets`; one that is not public has no kind."""

    number: int  # its id
    kind: str | None
    facets: dict  # {name: values}
    orders: dict  # {column: number}


@dataclass(frozen=True)
class Shape:
    """The fields of the index: kinds of content, names of facets and of orders."""

    kinds: tuple
    facets: tuple
    orders: tuple

    def schema(self):
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", indexed=True, fast=True)
        builder.add_integer_field("batch", indexed=True)
        builder.add_unsigned_field("moment", indexed=True, fast=True)
        raw = {"tokenizer_name": "raw", "index_option": "basic"}
        builder.add_text_field("state", stored=True, **raw)
        builder.add_bytes_field("values", stored=True)
        for name in ("kind", *self.facets):
            builder.add_text_field(name, **raw)
        matching.add_text_fields(builder)
        for name in self.orders:
            builder.add_unsigned_field(f"by_{name}", fast=True)
        for code in settings.MODELTRANSLATION_LANGUAGES:
            builder.add_unsigned_field(f"by_{TITLE}_{code}", fast=True)
            builder.add_text_field(f"{TITLE}_{code}", fast=True, **raw)
        return builder.build()

    @property
    def columns(self):
        """The columns of numbers that lists are sorted by."""
        codes = settings.MODELTRANSLATION_LANGUAGES
        return [f"by_{name}" for name in (*self.orders, *(f"{TITLE}_{code}" for code in codes))]

    def id_of(self, kind, pk):
        """The id of a row; the rows of a kind lie together, which keeps sets of them small."""
        if pk >= MOST_ROWS:
            raise OverflowError(f"{kind} {pk}: the index holds keys below {MOST_ROWS:,}")
        return self.kinds.index(kind) * MOST_ROWS + pk

    def row_of(self, number):
        """(kind, pk) of an id."""
        return self.kinds[number // MOST_ROWS], number % MOST_ROWS

    def document(self, entry, batch=0):
        """`Entry` → document as JSON, which passes between processes at little cost.

        Every column has a value in every document: columns without gaps are quickest.
        """
        document = Draft()
        document.add("id", self.id_of(entry.kind, entry.pk))
        document.add("batch", batch)
        document.add("moment", entry.moment)
        if entry.is_public:
            document.add("kind", entry.kind)
            values = json.dumps([entry.kind, entry.facets]).encode()
            document.add("values", b64encode(values).decode())
            matching.fill(document, entry.title, entry.body, entry.number)
        self.describe(document, entry)
        return json.dumps(document.fields)

    def state_document(self, state):
        """What the index holds, as a document beside those of the rows."""
        document = Draft()
        document.add("id", STATE)
        document.add("state", json.dumps(state))
        self.describe(document, Entry("", STATE))
        return json.dumps(document.fields)

    def describe(self, document, entry):
        """Values of facets, numbers of orders, titles."""
        for name, values in entry.facets.items():
            for value in values:
                document.add(name, value)
        for name in self.orders:
            document.add(f"by_{name}", entry.orders.get(name, 0))
        for code, key in entry.titles.items():
            document.add(f"by_{TITLE}_{code}", prefix_number(key))
            document.add(f"{TITLE}_{code}", key)


class Draft:
    """A document while it is written: {field: values}."""

    def __init__(self):
        self.fields = {}

    def add(self, name, value):
        self.fields.setdefault(name, []).append(value)


def prefix_number(key):
    """The first letters of a key of the alphabet as a number that never puts two keys in the
    other order; 7 bits for each, nothing behind a sign that 7 bits cannot tell from others."""
    number, clear = 0, True
    for letter in key[:PREFIX].ljust(PREFIX):
        place = min(max(ord(letter) - 0x1F, 0), 127) if clear else 0
        clear = clear and place not in (0, 127)
        number = number << 7 | place
    return number
