"""What a list asks the index: which rows, how many with each value, in which order."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property

import tantivy

from .orders import RELEVANCE, TITLE

FEW = 1  # rows found by all words; below it some of the words are enough
MOST_VALUES = 10_000  # of one facet
Q, MUST = tantivy.Query, tantivy.Occur.Must
POOL = ThreadPoolExecutor(2, thread_name_prefix="search")  # tantivy lets go of Python's lock
ASCENDING, DESCENDING = tantivy.Order.Asc, tantivy.Order.Desc


@dataclass
class Asked:
    """Rows of the index that the words and the chosen values find.

    `kinds` limits the kinds of content (none: all); `chosen` is {facet: values}, of which a
    row must have one in each facet; `question` a `matching.Question` or None.
    """

    engine: object
    kinds: tuple = ()
    question: object = None
    chosen: dict = field(default_factory=dict)

    def __post_init__(self):
        self.is_relaxed = False
        if self.question is not None:
            self.relax()

    def relax(self):
        """When hardly anything has all the words, some of the words are enough."""
        strict, found = self.question, self.number
        wider = strict.relaxed() if found < FEW else None
        if wider is None:
            return
        self.question = wider
        del self.number  # counted again
        self.is_relaxed = self.number > found
        if not self.is_relaxed:
            self.question, self.number = strict, found

    def query(self, without=None, ranked=False):
        """The query of tantivy; without the choice in one facet, for its counts."""
        clauses = []
        if self.question is not None:
            clauses.append((MUST, self.question.rank if ranked else self.question.match))
        if self.kinds:
            clauses.append((MUST, self.any_of("kind", self.kinds)))
        for name, values in self.chosen.items():
            if name != without:
                clauses.append((MUST, self.any_of(name, values)))
        if not clauses:
            return Q.exists_query("kind")
        return Q.boolean_query(clauses)

    def any_of(self, name, values):
        if len(values) == 1:
            (value,) = values
            found = self.engine.term(name, value)
        else:
            found = Q.term_set_query(self.engine.schema, name, list(values))
        return Q.const_score_query(found, 0.0)

    @cached_property
    def number(self):
        """How many rows are found."""
        return self.engine.count(self.query())

    # Counts.

    def counts(self, facets):
        """{facet: {value: number of rows}}; the choice in a facet does not narrow its own.

        `facets` is {name: levels to count}. What needs no words is worked out once for each
        state of the index.
        """
        key = ("counts", self.kinds, *map(str, (self.chosen, facets)))
        if self.question is not None:
            return self.count_all(facets)
        if key not in self.engine.memory:
            self.engine.memory[key] = self.count_all(facets)
        return {name: dict(values) for name, values in self.engine.memory[key].items()}

    def count_all(self, facets):
        free = {name: levels for name, levels in facets.items() if name not in self.chosen}
        jobs = [
            POOL.submit(self.count_values, self.query(without=name), {name: facets[name]})
            for name in self.chosen.keys() & facets.keys()
        ]
        found = self.count_values(self.query(), free)
        for job in jobs:
            found |= job.result()
        return found

    def values_of_found(self, name):
        """{value: number of rows}, the choice in that facet in force like all others."""
        levels = range(len(self.engine.shape.facets[name]))
        return self.count_values(self.query(), {name: levels})[name]

    def found_with(self, name, values):
        """How many of the rows found have one of the values."""
        if not values:
            return 0
        clauses = [(MUST, self.query()), (MUST, self.any_of(name, values))]
        return self.engine.count(Q.boolean_query(clauses))

    def count_values(self, query, facets):
        shape, overflowing = self.engine.shape, self.engine.overflowing
        columns = {
            column: name
            for name, levels in facets.items()
            for level in levels
            for column in shape.columns(name, level)
        }
        buckets = self.aggregate(query, [each for each in columns if not each.endswith("_more")])
        for more in overflowing & columns.keys():
            with_more = Q.boolean_query([(MUST, query), (MUST, Q.exists_query(more))])
            buckets |= self.aggregate(with_more, [more])
        found = {name: {} for name in facets}
        for column, its_buckets in buckets.items():
            values = found[columns[column]]
            for bucket in its_buckets:
                if value := bucket["key"]:
                    values[value] = values.get(value, 0) + bucket["doc_count"]
        return found

    def aggregate(self, query, names):
        terms = {"size": MOST_VALUES, "segment_size": MOST_VALUES}
        wanted = {name: {"terms": {"field": name, **terms}} for name in names}
        answer = self.engine.searcher.aggregate(query, wanted) if wanted else {}
        return {name: answer[name]["buckets"] for name in wanted}

    def number_with(self, name, values):
        """How many rows have one of the values, whatever is chosen in that facet."""
        clauses = [(MUST, self.query(without=name)), (MUST, self.any_of(name, values))]
        return self.engine.count(Q.boolean_query(clauses))

    # Order.

    def keys(self, order, language, offset, limit):
        """[(kind, pk)] of a part of the rows; `order` is one of `orders`."""
        limit = min(limit, self.number - offset)
        if limit <= 0:
            return []
        if order.name == RELEVANCE:
            hits = self.search(self.query(ranked=True), offset, limit)
        elif order.name == TITLE:
            hits = self.by_title(language, offset, limit)
        else:
            hits = self.sorted(f"by_{order.name}", order.is_descending, offset, limit)
        return self.rows(hits)

    def rows(self, hits):
        numbers = self.engine.searcher.fast_field_values("id", [each for _key, each in hits])
        return [self.engine.shape.row_of(number) for number in numbers]

    def search(self, query, offset, limit, **order):
        searcher = self.engine.searcher
        return searcher.search(query, limit=limit, offset=offset, count=False, **order).hits

    def sorted(self, column, is_descending, offset, limit):
        """A part of the rows by a number; what lies behind the middle is read from the end."""
        from_end = self.number - offset - limit
        backwards = from_end < offset
        order = DESCENDING if is_descending != backwards else ASCENDING
        start = from_end if backwards else offset
        hits = self.search(self.query(), start, limit, order_by_field=column, order=order)
        return hits[::-1] if backwards else hits

    def by_title(self, language, offset, limit):
        """A part of the rows by title: numbers of the first letters find it, where some titles
        begin alike the whole titles decide."""
        column = f"by_{TITLE}_{language}"
        rough = self.sorted(column, False, offset, limit)
        groups = {}
        for number, address in rough:
            groups.setdefault(number, []).append(address)
        hits = []
        for place, (number, addresses) in enumerate(groups.items()):
            if len(addresses) == 1 and 0 < place < len(groups) - 1:
                hits.append((number, addresses[0]))
                continue
            skipped = offset - self.engine.count(self.with_title(column, 0, number - 1))
            start = max(0, skipped) if place == 0 else 0
            alike = self.with_title(column, number, number)
            hits += self.search(
                alike, start, len(addresses), order_by_field=f"{TITLE}_{language}", order=ASCENDING
            )
        return hits

    def with_title(self, column, first, last):
        """The rows whose titles begin between two numbers."""
        between = self.engine.between(column, first, max(first, last))
        return Q.boolean_query([(MUST, self.query()), (MUST, between)])
