"""Which rows are of a kind, have a value, have a word: sets of ids, counted by intersecting.

A set of two million rows takes 250 KB at the most and one intersection some microseconds, so
thousands of values are counted in a few milliseconds. The sets follow the index: what was
written since they were read is read again. A file beside a large index spares reading it whole.
"""

from bisect import bisect_right
from functools import cached_property
from itertools import chain

from pyroaring import BitMap

from . import sets_file

FILE = "sets"
MANY = 20_000  # rows
COMMON = 20_000  # rows with a word for which the file has a set
KEPT_WORDS = 200  # sets of words that a process keeps, of a quarter of a megabyte at the most
PARTS = 1_000  # of an order
NONE = BitMap()
KIND, VALUE, ORDER, WORD = "kind", "value", "order", "word"  # what a set in the file is of
VALUES, NUMBERS = "values", "numbers"  # columns, which are in it, too


def is_many(number):
    """Whether sets are quicker for so many rows than what the index lists or sorts itself."""
    return number > MANY


class Counts(dict):
    """{value: number of rows}; `others` is how many values more have any."""

    others = 0


class Sets:
    """The sets of one state of the index; another state has another `Sets`.

    `kinds` is {kind of content: ids}, `facets` {(kind, facet): {value: ids}}; `orders` is {column:
    {number: ids}}, the rows between this number of the column and the next, in their order, for
    an index with many rows. `words` keeps the ids of common words that were asked for, each
    with the number of the commit until which it is right. `moved` is {id: `Written`} of what was
    written since the file.
    """

    def __init__(
        self, batch=-1, kinds=None, facets=None, orders=None, words=None, file=None, moved=None
    ):
        self.batch = batch
        self.kinds, self.facets, self.orders = kinds or {}, facets or {}, orders or {}
        self.words = {} if words is None else words
        self.file, self.moved = file, moved or {}
        self.moved_ids = BitMap(self.moved)
        self.sizes, self.totals = {}, {}  # what `by_size` and `total` gave

    @cached_property
    def number(self):
        """How many rows there are."""
        return sum(map(len, self.kinds.values()))

    @classmethod
    def read(cls, engine):
        """From the file, else from all rows of the index."""
        path = engine.folder and engine.folder / FILE
        if path and path.exists():
            return cls.kept(sets_file.SetsFile(path)).updated(engine)
        made = cls().updated(engine)
        if is_many(made.number):
            made.orders = {name: in_parts(pairs) for name, pairs in engine.columns()}
        return made

    @classmethod
    def kept(cls, file):
        kinds, facets, orders = {}, {}, {}
        for names in file.names:
            match names:
                case ("kind", kind):
                    kinds[kind] = file.ids(names)
                case ("value", kind, facet, value):
                    facets.setdefault((kind, facet), {})[value] = file.ids(names)
                case ("order", column, number):
                    orders.setdefault(column, {})[number] = file.ids(names)
        return cls(file.batch, kinds, facets, orders, file=file)

    def updated(self, engine):
        """The sets of the engine's present state."""
        batch, gone, kinds, facets, orders = engine.batch, BitMap(), {}, {}, {}
        moved = dict(self.moved)
        bounds = {column: list(parts) for column, parts in self.orders.items()}
        for row in engine.written_since(self.batch, bounds):
            gone.add(row.number)
            if self.file:  # else nobody asks, and a process would hold all rows at once
                moved[row.number] = row
            if row.kind is None:
                continue
            put(kinds, row.kind, row.number)
            for name, values in row.facets.items():
                for value in values:
                    put(facets.setdefault((row.kind, name), {}), value, row.number)
            for column, number in row.orders.items():
                put(orders.setdefault(column, {}), part_of(bounds[column], number), row.number)
        return Sets(
            batch,
            replaced(self.kinds, gone, kinds),
            {
                name: replaced(self.facets.get(name, {}), gone, facets.get(name, {}))
                for name in self.facets.keys() | facets.keys()
            },
            {
                name: replaced(parts, gone, orders.get(name, {}))
                for name, parts in self.orders.items()
            },
            self.words,
            self.file,
            moved,
        )

    def word(self, engine, name, text):
        """The ids of the rows that have a term in a field of the index."""
        ids, batch = self.words.get((name, text), (None, -1))
        if ids is None and self.file and (WORD, name, text) in self.file.names:
            ids, batch = self.file.ids((WORD, name, text)), self.file.batch
        query = engine.term(name, text)
        if ids is None:
            ids = engine.ids(query)
        elif batch < self.batch:
            is_of_file = self.file and batch == self.file.batch
            gone = self.moved_ids if is_of_file else engine.ids(engine.since(batch))
            ids = (ids - gone) | engine.ids_since(query, batch)
        if is_many(len(ids)):
            if len(self.words) >= KEPT_WORDS:
                self.words.clear()
            self.words[name, text] = ids, self.batch
        return ids

    def words_of(self, engine, name, texts):
        """The ids of the rows that have one of several terms."""
        common = [text for text in texts if engine.searcher.doc_freq(name, text) > COMMON]
        rare = engine.ids(engine.any_term(name, sorted(set(texts) - set(common))))
        return BitMap.union(rare, *(self.word(engine, name, text) for text in common))

    def values(self, kind, facet):
        """The columns of a facet, `Values`; None where the file has none."""
        return self.column((VALUES, kind, facet))

    def numbers(self, kind, order):
        """The column of an order, `Numbers`; None where the file has none."""
        return self.column((NUMBERS, kind, order))

    def column(self, names):
        if self.file is None or names not in self.file.names:
            return None
        from . import columns

        make = columns.Values if names[0] == VALUES else columns.Numbers
        return self.file.column(names, make)

    def by_size(self, kind, facet):
        """[(number of rows, value)], largest first."""
        if (kind, facet) not in self.sizes:
            sizes = ((len(ids), value) for value, ids in self.facets.get((kind, facet), {}).items())
            self.sizes[kind, facet] = sorted(sizes, reverse=True)
        return self.sizes[kind, facet]

    def total(self, kind, facet, most):
        """The rows of all values together, of each at most so many."""
        key = kind, facet, most
        if key not in self.totals:
            self.totals[key] = sum(min(size, most) for size, _value in self.by_size(kind, facet))
        return self.totals[key]

    def write(self, engine):
        """Keep all sets, and those of common words, in the file; a small index needs none."""
        if self.orders:
            sets = ((names, ids.serialize()) for names, ids in self.named(engine))
            sets_file.write(engine.folder / FILE, self.batch, chain(sets, self.columns(engine)))

    def columns(self, engine):
        """(names in the file, bytes) of the columns of kinds with many rows."""
        from .columns import packed_numbers, packed_values

        kinds = {kind: ids for kind, ids in self.kinds.items() if is_many(len(ids))}
        for (kind, facet), table in self.facets.items():
            every = kinds.get(kind)
            data = every and packed_values(table, every.min(), every.max() + 1)
            if data:
                yield (VALUES, kind, facet), data
        for order, pairs in engine.columns():
            for kind, data in packed_numbers(pairs, kinds):
                yield (NUMBERS, kind, order), data

    def named(self, engine):
        """(names in the file, ids) of every set."""
        yield from (((KIND, kind), ids) for kind, ids in self.kinds.items())
        for names, table in self.facets.items():
            yield from (((VALUE, *names, value), ids) for value, ids in table.items())
        for column, parts in self.orders.items():
            yield from (((ORDER, column, number), ids) for number, ids in parts.items())
        for name, text in engine.common_terms(COMMON):
            yield (WORD, name, text), engine.ids(engine.term(name, text))


def put(table, name, number):
    if name not in table:
        table[name] = BitMap()
    table[name].add(number)


def replaced(table, gone, new):
    """{name: ids} without the ids in `gone`, with those in `new`; sets that stay are shared."""
    found = {name: ids - gone if ids.intersect(gone) else ids for name, ids in table.items()}
    for name, ids in new.items():
        found[name] = found[name] | ids if name in found else ids
    return found


def in_parts(pairs):
    """{number: ids} in parts of one size, from (number in a column, id) of all rows."""
    pairs = sorted(pairs)
    size = -(-len(pairs) // PARTS)
    bounds = sorted({0, *(pairs[place][0] for place in range(0, len(pairs), size))})
    parts = {bound: BitMap() for bound in bounds}
    for number, key in pairs:
        parts[part_of(bounds, number)].add(key)
    return parts


def part_of(bounds, number):
    return bounds[bisect_right(bounds, number) - 1]
