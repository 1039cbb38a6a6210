"""The index itself: what it holds of a row, and the questions that it answers.

This module and `matching` are all that knows tantivy; another engine (OpenSearch, for tens of
millions of rows) would take their place behind the same functions.
"""

import json
import os
from dataclasses import dataclass, field

import tantivy
from django.conf import settings

from . import matching
from .orders import TITLE

HEAP = 20_000_000  # bytes a writer gathers before it writes a segment
STATE = -1  # the document that tells which changes the index holds
MOST_KINDS = 32  # of content
PREFIX = 9  # letters of a title that the first of the two title orders compares
Q, MUST = tantivy.Query, tantivy.Occur.Must


@dataclass
class Entry:
    """What the index holds of one row; `moment` is when it next changes by itself."""

    kind: str
    pk: int
    title: str = ""
    body: str = ""
    number: str = ""
    facets: dict = field(default_factory=dict)  # {name: {level: values}}
    orders: dict = field(default_factory=dict)  # {name: number}
    titles: dict = field(default_factory=dict)  # {language: key of the alphabet}
    moment: int = 0  # seconds since 1970; 0 is never
    is_public: bool = True


@dataclass(frozen=True)
class Shape:
    """The fields of the index: kinds of content, {facet: slots of each level}, orders' names."""

    kinds: tuple
    facets: dict
    orders: tuple

    def schema(self):
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", indexed=True, fast=True)
        builder.add_unsigned_field("moment", indexed=True, fast=True)
        builder.add_text_field("state", stored=True, tokenizer_name="raw", index_option="basic")
        raw = {"tokenizer_name": "raw", "index_option": "basic"}
        builder.add_text_field("kind", fast=True, **raw)
        matching.add_text_fields(builder)
        for name, slots in self.facets.items():
            builder.add_text_field(name, **raw)
            for column in (
                each for level in range(len(slots)) for each in self.columns(name, level)
            ):
                builder.add_text_field(column, fast=True, **raw)
        for name in self.orders:
            builder.add_unsigned_field(f"by_{name}", indexed=False, fast=True)
        for code in settings.MODELTRANSLATION_LANGUAGES:
            builder.add_unsigned_field(f"by_{TITLE}_{code}", indexed=True, fast=True)
            builder.add_text_field(f"{TITLE}_{code}", fast=True, **raw)
        return builder.build()

    def columns(self, name, level):
        """The columns that one level of a facet is counted by; the last one has what overflows."""
        slots = self.facets[name][level]
        full = [f"{name}{level}_{slot}" for slot in range(slots)]
        return [*full, *([f"{name}{level}_more"] if slots > 1 else ())]

    def id_of(self, kind, pk):
        return pk * MOST_KINDS + self.kinds.index(kind)

    def row_of(self, number):
        """(kind, pk) of an id."""
        return self.kinds[number % MOST_KINDS], number // MOST_KINDS

    def document(self, entry):
        """`Entry` → document as JSON, which passes between processes at little cost.

        Every slot is filled: columns without gaps count fastest.
        """
        document = Draft()
        document.add_integer("id", self.id_of(entry.kind, entry.pk))
        document.add_unsigned("moment", entry.moment)
        if entry.is_public:
            document.add_text("kind", entry.kind)
            matching.fill(document, entry.title, entry.body, entry.number)
        self.describe(document, entry)
        return json.dumps(document.fields)

    def state_document(self, state):
        """What the index holds, as a document beside those of the rows."""
        document = Draft()
        document.add_integer("id", STATE)
        document.add_text("state", json.dumps(state))
        self.describe(document, Entry("", STATE))
        return json.dumps(document.fields)

    def describe(self, document, entry):
        """Values of facets, numbers of orders, titles."""
        for name, slots in self.facets.items():
            values = entry.facets.get(name, {})
            for value in {each for level in values.values() for each in level}:
                document.add_text(name, value)
            for level, number in enumerate(slots):
                self.fill_slots(document, f"{name}{level}", number, values.get(level, ()))
        for name in self.orders:
            document.add_unsigned(f"by_{name}", entry.orders.get(name, 0))
        for code, key in entry.titles.items():
            document.add_unsigned(f"by_{TITLE}_{code}", prefix_number(key))
            document.add_text(f"{TITLE}_{code}", key)

    def fill_slots(self, document, column, slots, values):
        for slot in range(slots):
            document.add_text(f"{column}_{slot}", values[slot] if slot < len(values) else "")
        for value in values[slots:]:
            document.add_text(f"{column}_more", value)


class Draft:
    """A document while it is written: {field: values}."""

    def __init__(self):
        self.fields = {}

    def add(self, name, value):
        self.fields.setdefault(name, []).append(value)

    add_text = add_integer = add_unsigned = add


def prefix_number(key):
    """The first letters of a key of the alphabet as a number that never puts two keys in the
    other order; 7 bits for each, nothing behind a sign that 7 bits cannot tell from others."""
    number, clear = 0, True
    for letter in key[:PREFIX].ljust(PREFIX):
        place = min(max(ord(letter) - 0x1F, 0), 127) if clear else 0
        clear = clear and place not in (0, 127)
        number = number << 7 | place
    return number


class Engine:
    """One open index, in a folder or (without one) in memory; safe to use from many threads.

    Raises `ValueError` or `OSError` when the files are damaged.
    """

    def __init__(self, shape, folder=None):
        self.shape, self.folder = shape, folder
        self.name = folder.name if folder else None
        self.schema = shape.schema()
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        self.index = tantivy.Index(self.schema, path=str(folder) if folder else None)
        self.index.register_tokenizer(matching.TOKENIZER, matching.WHITESPACE)
        self.reload()

    def reload(self):
        """See what was committed, here or by another process."""
        self.stamp = self.stamp_of_files()
        self.index.reload()
        self.searcher = self.index.searcher()
        self.memory = {}  # what was worked out from this state: names, counts
        self.overflowing = {
            f"{name}{level}_more"
            for name, levels in self.shape.facets.items()
            for level, slots in enumerate(levels)
            if slots > 1 and self.count(Q.exists_query(f"{name}{level}_more"))
        }
        found = self.searcher.search(self.term("id", STATE), limit=1)
        stored = self.searcher.doc(found.hits[0][1]).to_dict()["state"] if found.hits else ["{}"]
        self.state = json.loads(stored[0])
        self.next_moment = self.first_moment()

    def stamp_of_files(self):
        return os.stat(self.folder / "meta.json").st_mtime_ns if self.folder else 0

    @property
    def is_behind(self):
        """Whether another process has committed since."""
        return self.stamp != self.stamp_of_files()

    # Writing: one process at a time, see `copy`.

    def write(self, batches, state, heap=HEAP):
        """Replace rows and remember `state`, all in one commit.

        `batches` gives (kind, keys, documents): rows of `keys` without one leave the index.
        """
        writer = self.index.writer(heap_size=heap, num_threads=1)
        for kind, keys, documents in batches:
            for pk in keys:
                writer.delete_documents_by_term("id", self.shape.id_of(kind, pk))
            for document in documents:
                writer.add_json(document)
        writer.delete_documents_by_term("id", STATE)
        writer.add_json(self.shape.state_document(state))
        writer.commit()
        writer.wait_merging_threads()
        self.reload()

    # Reading.

    def term(self, name, value):
        return Q.term_query(self.schema, name, value, "basic")

    def count(self, query):
        return self.searcher.search(query, limit=1, count=True).count

    def question(self, words, synonyms, typing=False):
        return matching.Question(words, self.schema, self.searcher, synonyms, typing)

    def between(self, column, first, last):
        return Q.range_query(self.schema, column, tantivy.FieldType.Unsigned, first, last)

    def first_moment(self):
        """When the next row appears or disappears, in seconds since 1970; 0: none does."""
        query = self.between("moment", 1, 1 << 62)
        ascending = {"order_by_field": "moment", "order": tantivy.Order.Asc}
        hits = self.searcher.search(query, limit=1, count=False, **ascending).hits
        return hits[0][0] if hits else 0

    def due(self, now):
        """{kind: keys} of rows whose moment has come; `now` in seconds since 1970."""
        query = self.between("moment", 1, int(now))
        hits = self.searcher.search(query, limit=10_000, count=False).hits
        found = {}
        for number in self.searcher.fast_field_values("id", [each for _key, each in hits]):
            kind, pk = self.shape.row_of(number)
            found.setdefault(kind, set()).add(pk)
        return found
