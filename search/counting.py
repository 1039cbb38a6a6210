"""How many of the rows found have each value of a facet, in whichever way is quickest."""

from functools import cached_property
from heapq import heappush, heappushpop

from .sets import NONE, Counts

# What counting costs, in nanoseconds on the machine of docs/performance.md: a value by its set,
# with a part for its rows up to those of a dense set, or a row in a column.
A_VALUE, A_ROW_OF_IT, DENSE = 1_000, 1, 45_000
A_FACET, A_ROW_IN_A_COLUMN = 30_000, 4
PRUNED = 0.6  # what `foremost` costs by sets of what counting all values does
MOVED = 1_000  # rows found that were written since the file; of more the sets are counted


class Counting:
    """Counts the values of the rows found, of one kind of content."""

    def __init__(self, sets, kind, found):
        self.sets, self.kind, self.found = sets, kind, found
        self.every = sets.kinds.get(kind, NONE)
        self.is_thin = 2 * len(found) < len(self.every)
        self.placed = {}  # what `places` gave

    @cached_property
    def left_out(self):
        return self.every - self.found

    def one(self, ids):
        """How many rows of a set are found.

        Few rows are counted by those that are left out: next to a dense set each intersection
        costs what the other set has, next to a thin one what that one has.
        """
        if not self.is_thin:
            return self.found.intersection_cardinality(ids)
        return len(ids) - self.left_out.intersection_cardinality(ids)

    def exactly(self, facet, values=None):
        """{value: how many of the rows found have it}; `values` None counts all."""
        table = self.sets.facets.get((self.kind, facet), {})
        wanted = table if values is None else table.keys() & values
        if self.is_quicker_by_columns(facet, len(wanted)):
            counts = self.by_columns(facet)
            return {value: counts[value] for value in counts.keys() & wanted}
        one = self.one
        counts = {value: one(table[value]) for value in wanted}
        return {value: number for value, number in counts.items() if number}

    def foremost(self, facet, values, most, always):
        """`Counts` of so many of the values as most rows found have, and of those in `always`.

        Of few rows all are counted. Else they are tried by how many rows they have at all: where
        even these are fewer than the rows found of the last one that is wanted, it is only asked
        whether a value has any.
        """
        few = 8 * len(self.found) < len(self.every)
        if few or self.is_quicker_by_columns(facet, PRUNED * len(values)):
            return Counts(self.exactly(facet, values.keys()))
        table, counts, best = self.sets.facets.get((self.kind, facet), {}), Counts(), []
        for size, value in self.sets.by_size(self.kind, facet):
            if value not in values:
                continue
            if len(best) < most or size >= best[0] or value in always:
                if number := self.one(table[value]):
                    counts[value] = number
                    (heappush if len(best) < most else heappushpop)(best, number)
            elif self.found.intersect(table[value]):
                counts.others += 1
        return counts

    # By columns.

    def is_quicker_by_columns(self, facet, wanted):
        """Whether columns count so many values of a facet sooner than sets do."""
        columns = self.sets.values(self.kind, facet)
        if columns is None or len(self.moved) > MOVED:
            return False
        number = len(self.sets.by_size(self.kind, facet))
        rows = self.sets.total(self.kind, facet, DENSE)
        by_sets = (A_VALUE * number + A_ROW_OF_IT * rows) * wanted / number
        rows = len(self.found) * columns.columns.shape[1]
        return A_FACET + A_ROW_IN_A_COLUMN * rows < by_sets

    @cached_property
    def moved(self):
        """The rows found that the columns do not know as they are now."""
        return self.found & self.sets.moved_ids

    def places(self, start):
        """All others, in columns that begin with an id."""
        if start not in self.placed:
            from .columns import places_of

            rows = self.found - self.moved if self.moved else self.found
            self.placed[start] = places_of(rows, start)
        return self.placed[start]

    def by_columns(self, facet):
        columns = self.sets.values(self.kind, facet)
        counts = columns.counts(self.places(columns.start))
        for number in self.moved:
            for value in self.sets.moved[number].facets.get(facet, ()):
                counts[value] = counts.get(value, 0) + 1
        return counts
