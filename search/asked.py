"""What a list asks the index: which rows, how many with each value, in which order."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import and_, or_

import tantivy

from .counting import Counting
from .orders import RELEVANCE, TITLE
from .sets import NONE, Counts, is_many
from .sorting import by_number, by_title
from .wording import ids_of, most_rows

FEW_ROWS = 40  # whose values are read one by one
FEW = 1  # rows found by all words; below it some of the words are enough
Q, MUST = tantivy.Query, tantivy.Occur.Must


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
    known: dict = field(default_factory=dict, init=False, repr=False)  # what `found` gave
    values_read: dict = field(default_factory=dict, init=False, repr=False)
    countings: dict = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self):
        self.sets = self.engine.sets
        self.is_relaxed = False
        wider = self.question and self.number < FEW and self.question.relaxed()
        if wider:
            other = Asked(self.engine, self.kinds, None, self.chosen).with_words(wider)
            if other.number:
                self.__dict__.update(other.__dict__, is_relaxed=True)

    def with_words(self, question):
        """The same with another question, which is not relaxed further."""
        other = Asked(self.engine, self.kinds, None, self.chosen)
        other.question = question
        return other

    @property
    def of_kinds(self):
        return self.kinds or tuple(self.sets.kinds)

    # Sets of ids.

    @cached_property
    def asked_for(self):
        """What the words find among the kinds, whatever is chosen."""
        every = reduce(or_, [self.sets.kinds.get(kind, NONE) for kind in self.of_kinds], NONE)
        if self.question is None:
            return every
        return every & ids_of(self.question, self.engine, self.sets)

    def any_of(self, name, values):
        """The rows that have one of the values of a facet."""
        tables = [self.sets.facets.get((kind, name), {}) for kind in self.of_kinds]
        sets = [table[value] for table in tables for value in values if value in table]
        return reduce(or_, sets, NONE)

    def found(self, without=None):
        """The rows found; without the choice in one facet, for its counts."""
        without = without if without in self.chosen else None
        if without not in self.known:
            chosen = (each for each in self.chosen.items() if each[0] != without)
            sets = [self.any_of(name, values) for name, values in chosen]
            self.known[without] = reduce(and_, sets, self.asked_for)
        return self.known[without]

    @cached_property
    def number(self):
        """How many rows are found."""
        return len(self.found())

    # Counts.

    def counts(self, facets):
        """{facet: {value: number of rows}}; the choice in a facet does not narrow its own.

        `facets` is {name: the values to count, or None for all}.
        """
        return {
            name: self.count_values(self.found(without=name), name, values)
            for name, values in facets.items()
        }

    def foremost(self, facet, values, chosen):
        """`Counts` of what a panel may show of a facet: of very many values the foremost; only
        those in `values`, if it is a set."""
        rows = self.found(without=facet.name)
        if values is not None or not facet.is_cut or len(self.of_kinds) > 1 or self.reads(rows):
            return Counts(self.count_values(rows, facet.name, values))
        (kind,) = self.of_kinds
        return self.counting(kind, rows).foremost(facet.name, facet.names, facet.offered, chosen)

    def reads(self, rows):
        """Whether the index gives the values of so few rows sooner than thousands of sets."""
        return self.sets.orders and len(rows) <= FEW_ROWS

    def count_values(self, rows, name, values=None):
        if self.reads(rows):
            return dict(Counter(value for row in self.read(rows) for value in row.get(name, ())))
        counts = Counter()
        for kind in self.of_kinds:
            counts.update(self.counting(kind, rows).exactly(name, values))
        return dict(counts)

    def counting(self, kind, rows):
        """`Counting` of the rows of a kind."""
        key = kind, id(rows)  # of one that `known` keeps
        if key not in self.countings:
            own = rows if self.kinds == (kind,) else rows & self.sets.kinds.get(kind, NONE)
            self.countings[key] = Counting(self.sets, kind, own)
        return self.countings[key]

    def read(self, rows):
        """The values of a few rows."""
        key = id(rows)  # of one that `known` keeps
        if key not in self.values_read:
            self.values_read[key] = list(self.engine.values_of(rows))
        return self.values_read[key]

    def counts_of_kinds(self):
        """{kind of content: number of rows}"""
        found, kinds = self.found(), self.sets.kinds
        counts = {kind: found.intersection_cardinality(ids) for kind, ids in kinds.items()}
        return {kind: number for kind, number in counts.items() if number}

    def values_of_found(self, name):
        """{value: number of rows}, the choice in that facet in force like all others."""
        return self.count_values(self.found(), name)

    def found_with(self, name, values):
        """How many of the rows found have one of the values."""
        return self.found().intersection_cardinality(self.any_of(name, values))

    def number_with(self, name, values):
        """How many rows have one of the values, whatever is chosen in that facet."""
        return self.found(without=name).intersection_cardinality(self.any_of(name, values))

    # Order.

    def query(self, words=None):
        """The query of tantivy for the rows found; `words` is another one for their words."""
        clauses = []
        if self.question is not None:
            clauses.append((MUST, words or self.question.match))
        if self.kinds:
            clauses.append((MUST, self.one_of("kind", self.kinds)))
        clauses += [(MUST, self.one_of(name, values)) for name, values in self.chosen.items()]
        return Q.boolean_query(clauses) if clauses else self.engine.public

    def one_of(self, name, values):
        if len(values) == 1:
            (value,) = values
            found = self.engine.term(name, value)
        else:
            found = self.engine.any_term(name, values)
        return Q.const_score_query(found, 0.0)

    def keys(self, order, language, offset, limit):
        """[(kind, pk)] of a part of the rows; `order` is one of `orders`."""
        if order.name == RELEVANCE and limit > 0:
            return self.rows(self.engine.numbers(self.best(offset, limit)))
        limit = min(limit, self.number - offset)
        if limit <= 0:
            return []
        if order.name == TITLE:
            ids = by_title(self, language, offset, limit)
        else:
            ids = by_number(self, order, offset, limit)
        return self.rows(ids)

    def numbers(self, column):
        """`Numbers` of a column that lists are sorted by; None without one."""
        return self.sets.numbers(self.kinds[0], column) if len(self.kinds) == 1 else None

    def rows(self, ids):
        return [self.engine.shape.row_of(number) for number in ids]

    def best(self, offset, limit):
        """The hits of a part of the rows, best first. Of many rows only those with all words in
        the title are ranked, by these words, where they are enough: a pass over all of them would
        take too long."""
        if is_many(most_rows(self.question, self.engine)):
            hits = self.search(self.query(self.question.in_title), offset, limit)
            if len(hits) == limit:
                return hits
        return self.search(self.query(self.question.rank), offset, limit)

    def both(self, *queries):
        return Q.boolean_query([(MUST, query) for query in queries])

    def search(self, query, offset, limit, **order):
        searcher = self.engine.searcher
        return searcher.search(query, limit=limit, offset=offset, count=False, **order).hits
