"""The index itself, and the questions that it answers.

This module, `shape`, `matching`, `asked` and `sorting` are all that knows tantivy; another engine
(OpenSearch, for tens of millions of rows) would take their place behind the same functions.
"""

import json
import math
import os
import threading
from copy import copy

import tantivy
from pyroaring import BitMap

from . import matching
from .sets import Sets
from .shape import MICRO, STATE, Written

HEAP = 20_000_000  # bytes a writer gathers before it writes a segment
Q, MUST = tantivy.Query, tantivy.Occur.Must


class Engine:
    """One state of an open index, in a folder or (without one) in memory.

    Whoever has it goes on seeing this state, in many threads at once; `reloaded` gives the engine
    of a later one. Raises `ValueError` or `OSError` when the files are damaged.
    """

    def __init__(self, shape, folder=None):
        self.shape, self.folder = shape, folder
        self.name = folder.name if folder else None
        self.schema = shape.schema()
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        self.index = tantivy.Index(self.schema, path=str(folder) if folder else None)
        self.index.register_tokenizer(matching.TOKENIZER, matching.WHITESPACE)
        self.latest_sets, self.lock = None, threading.Lock()
        self.state, self.lasting = {}, {}
        self.look()

    def reloaded(self):
        """The engine of what was committed last, here or by another process."""
        later = copy(self)
        later.look()
        return later

    def apart(self):
        """The same state for a transaction that has written, whose names and counts are no matter
        of others: it may be undone, as each preview is."""
        own = copy(self)
        own.memory, own.lasting = {}, {}
        return own

    def look(self):
        """Take what is committed now for this engine's state; before anybody has it."""
        self.stamp = self.stamp_of_files()
        self.index.reload()
        self.searcher = self.index.searcher()
        self.memory = {}  # what was worked out from this state: names, counts
        found = self.searcher.search(self.term("id", STATE), limit=1)
        stored = self.searcher.doc(found.hits[0][1]).to_dict()["state"] if found.hits else ["{}"]
        before, self.state = self.state, json.loads(stored[0])
        if before.get("everything") != self.state.get("everything"):
            self.lasting = {}  # what only a change that moves all rows changes: the territories
        self.batch = self.state.get("batch", 0)  # number of the last commit
        self.next_moment = self.first_moment()

    def stamp_of_files(self):
        return os.stat(self.folder / "meta.json").st_mtime_ns if self.folder else 0

    @property
    def is_behind(self):
        """Whether another process has committed since."""
        return self.stamp != self.stamp_of_files()

    # Writing: one process at a time, see `copy`.

    def write(self, batches, state, heap=HEAP):
        """Replace rows and remember `state`, all in one commit; gives the engine that sees it.

        `batches` gives (kind, keys, documents): rows of `keys` without one leave the index.
        """
        writer = self.index.writer(heap_size=heap, num_threads=1)
        for kind, keys, documents in batches:
            for pk in keys:
                writer.delete_documents_by_term("id", self.shape.id_of(kind, pk))
            for document in documents:
                writer.add_json(document)
        writer.delete_documents_by_term("id", STATE)
        writer.add_json(self.shape.state_document(state | {"batch": self.batch + 1}))
        writer.commit()
        writer.wait_merging_threads()
        return self.reloaded()

    # Reading.

    def term(self, name, value):
        return Q.term_query(self.schema, name, value, "basic")

    def any_term(self, name, values):
        return Q.term_set_query(self.schema, name, list(values))

    @property
    def public(self):
        """All rows that visitors may see."""
        return self.any_term("kind", self.shape.kinds)

    def count(self, query):
        return self.searcher.search(query, limit=1, count=True).count

    @property
    def sets(self):
        """The `Sets` of the present state."""
        with self.lock:
            if self.latest_sets is None:
                self.latest_sets = Sets.read(self)
            elif self.latest_sets.batch < self.batch:
                self.latest_sets = self.latest_sets.updated(self)
            return self.latest_sets

    def hits(self, query, most=None):
        """All hits of a query, in no order; `most` is a number that they do not exceed."""
        plain = Q.const_score_query(query, 1.0)
        number = self.count(plain) if most is None else most
        return self.searcher.search(plain, limit=number, count=False).hits if number else []

    def column(self, name, hits):
        """The numbers that hits have in a column."""
        return self.searcher.fast_field_values(name, [address for _key, address in hits])

    def numbers(self, hits):
        """The ids of hits."""
        return self.column("id", hits)

    def ids(self, query, most=None):
        """The ids of all rows that a query finds, as a set."""
        numbers = self.numbers(self.hits(query, most))
        if STATE in numbers:
            numbers.remove(STATE)
        return BitMap(numbers)

    def since(self, batch):
        """The documents written after a commit; those of building count as of the first."""
        return Q.range_query(self.schema, "batch", tantivy.FieldType.Integer, batch + 1, 1 << 62)

    def ids_since(self, query, batch):
        return self.ids(Q.boolean_query([(MUST, query), (MUST, self.since(batch))]))

    def written_since(self, batch, columns=()):
        """`Written` for every row written after a commit; `columns` are read with them."""
        hits = self.hits(self.since(batch))
        numbers = self.numbers(hits)
        orders = {name: self.column(name, hits) for name in columns}
        for place, number in enumerate(numbers):
            kind, facets = self.kept(hits[place])
            its_orders = {name: values[place] for name, values in orders.items()}
            yield Written(number, kind, facets, its_orders)

    def values_of(self, ids):
        """{facet: values} of each of some rows."""
        hits = self.hits(self.any_term("id", ids)) if ids else ()
        return [self.kept(hit)[1] for hit in hits]

    def kept(self, hit):
        """(kind, {facet: values}) of one hit, (None, {}) of a row that is not public."""
        values = self.searcher.doc(hit[1]).to_dict().get("values")
        return json.loads(bytes(values[0])) if values else (None, {})

    def columns(self):
        """(name, pairs (number in it, id)) of every column that lists are sorted by."""
        hits = self.hits(self.public)
        numbers = self.numbers(hits)
        for name in self.shape.columns:
            yield name, zip(self.column(name, hits), numbers, strict=True)

    def common_terms(self, least):
        """(field, term) of the words that so many rows have."""
        for name in ("body", "form"):
            for text, number in self.searcher.terms_with_prefix(name, "", limit=1 << 20):
                if number >= least:
                    yield name, text

    def question(self, words, synonyms, typing=False):
        return matching.Question(words, self.schema, self.searcher, synonyms, typing)

    def between(self, column, first, last):
        return Q.range_query(self.schema, column, tantivy.FieldType.Unsigned, first, last)

    def first_moment(self):
        """When the next row appears or disappears, in seconds since 1970; 0: none does."""
        query = self.between("moment", 1, 1 << 62)
        ascending = {"order_by_field": "moment", "order": tantivy.Order.Asc}
        hits = self.searcher.search(query, limit=1, count=False, **ascending).hits
        return hits[0][0] / MICRO if hits else 0

    def due(self, now):
        """{kind: keys} of rows whose moment has come; `now` in seconds since 1970."""
        query = self.between("moment", 1, math.ceil(now * MICRO))
        hits = self.searcher.search(query, limit=10_000, count=False).hits
        found = {}
        for number in self.numbers(hits):
            kind, pk = self.shape.row_of(number)
            found.setdefault(kind, set()).add(pk)
        return found
