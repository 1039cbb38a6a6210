"""What the rows of one kind of content have, as columns: values of a facet, numbers of an order.

Counted by sets a value costs what its own rows cost, however few are found; counted by columns a
row that is found costs the same, however many values there are. Columns are kept in the file of
sets and read from there as they lie, so that all processes share them. This module alone needs
NumPy: small sites, which have no such file, never load it.
"""

import json
import struct
from functools import cached_property
from itertools import chain

import numpy as np

LENGTH = struct.Struct("<Q")
NUMBERS = 1 << 16  # that a column can hold; 0 is a row without values
MOST = 8  # columns of a facet


def packed_values(table, start, end):
    """The columns of {value: ids} as bytes, for ids from `start` to before `end`; None where a
    row has too many values for columns.

    A row has one number for all its values together where there are fewer than 65,536 such groups,
    else a number in one column for each of its values.
    """
    values, sizes = list(table), list(map(len, table.values()))
    if not values or sum(sizes) > MOST * (end - start) or len(values) >= NUMBERS:
        return None
    ids = np.concatenate([array_of(ids) for ids in table.values()])
    order = np.argsort(ids, kind="stable")
    ids, values_of_rows = ids[order], np.repeat(np.arange(len(values)), sizes)[order]
    begins = np.flatnonzero(np.concatenate([[True], ids[1:] != ids[:-1]]))
    lengths = np.diff(np.append(begins, len(ids)))
    places = ids - np.uint32(start)
    columns, groups = together(values_of_rows, places, begins, lengths, end - start)
    if columns is None and lengths.max() <= MOST:
        columns = np.zeros((end - start, lengths.max()), np.uint16)
        columns[places, np.arange(len(ids)) - np.repeat(begins, lengths)] = values_of_rows + 1
        groups = [[each] for each in range(len(values))]
    if columns is None:
        return None
    about = {"start": start, "columns": columns.shape[1], "values": values, "groups": groups}
    return as_bytes(about, columns)


def packed_numbers(pairs, kinds):
    """(kind, bytes) of (number, id) of all rows, for {kind: ids}."""
    pairs = np.fromiter(chain.from_iterable(pairs), np.uint64).reshape(-1, 2)
    for kind, every in kinds.items():
        start, end = every.min(), every.max() + 1
        own = pairs[(pairs[:, 1] >= start) & (pairs[:, 1] < end)]
        numbers = np.zeros(end - start, np.uint64)
        numbers[own[:, 1] - np.uint64(start)] = own[:, 0]
        yield kind, as_bytes({"start": start}, numbers)


def as_bytes(about, array):
    head = json.dumps(about).encode()
    head += b" " * (-len(head) % LENGTH.size)
    return LENGTH.pack(len(head)) + head + array.tobytes()


def from_bytes(data, kind):
    """(about, array) of such bytes; the array is where they lie."""
    (length,) = LENGTH.unpack_from(data)
    about = json.loads(bytes(data[LENGTH.size : LENGTH.size + length]))
    return about, np.frombuffer(data, kind, offset=LENGTH.size + length)


def together(values_of_rows, places, begins, lengths, size):
    """(column, the values of each of its numbers); (None, None) when there are too many groups.

    Groups are told apart by the sum of random numbers of 64 bits that stand for their values.
    """
    marks = np.random.default_rng(1).integers(1 << 63, size=values_of_rows.max() + 1)
    sums = np.add.reduceat(marks.astype(np.uint64)[values_of_rows], begins)
    known, firsts, numbers = np.unique(sums, return_index=True, return_inverse=True)
    if len(known) >= NUMBERS:
        return None, None
    columns = np.zeros((size, 1), np.uint16)
    columns[places[begins], 0] = numbers + 1
    ends = begins + lengths
    return columns, [values_of_rows[begins[each] : ends[each]].tolist() for each in firsts]


def array_of(ids):
    """The ids of a set, in order."""
    return np.frombuffer(ids.to_array(), np.uint32)


def places_of(ids, start):
    """Where their rows stand in columns, in the type by which NumPy finds them soonest."""
    return array_of(ids).astype(np.intp) - start


class Values:
    """The columns of one facet; `data` is what `packed_values` gave."""

    def __init__(self, data):
        about, numbers = from_bytes(data, np.uint16)
        self.start, self.values, self.groups = about["start"], about["values"], about["groups"]
        self.columns = numbers.reshape(-1, about["columns"])  # what a row has lies together

    @cached_property
    def pairs(self):
        """(number, value) of each value of each group, as two arrays."""
        sizes = list(map(len, self.groups))
        numbers = np.repeat(np.arange(1, len(sizes) + 1), sizes)
        return numbers, np.array([each for group in self.groups for each in group])

    def counts(self, places):
        """{value: how many of the rows have it}, of what `places_of` gave."""
        number = len(self.groups) + 1
        rows = np.bincount(self.columns.take(places, axis=0).ravel(), minlength=number)
        numbers, values = self.pairs
        found = np.bincount(values, weights=rows[numbers], minlength=len(self.values))
        counts = zip(self.values, found.astype(int).tolist(), strict=True)
        return {value: number for value, number in counts if number}


class Numbers:
    """The numbers by which rows are sorted; `data` is what `packed_numbers` gave."""

    def __init__(self, data):
        about, self.numbers = from_bytes(data, np.uint64)
        self.start = about["start"]

    def part(self, rows, moved, is_descending, offset, limit):
        """(how many come before, [(number, id)]): the rows of this part of a set in their order,
        with all whose number is that of the first or of the last. `moved` is {id: number} of those
        that have another one by now."""
        ids = array_of(rows)
        numbers = self.numbers[np.minimum(ids - self.start, len(self.numbers) - 1)]
        for each, number in moved.items():
            numbers[np.searchsorted(ids, each)] = number
        last = min(offset + limit, len(ids)) - 1
        keys = ~numbers if is_descending else numbers
        edges = np.partition(keys, (offset, last))
        places = np.flatnonzero((keys >= edges[offset]) & (keys <= edges[last]))
        places = places[np.argsort(keys[places], kind="stable")]
        pairs = zip(numbers[places].tolist(), ids[places].tolist(), strict=True)
        return int((keys < edges[offset]).sum()), list(pairs)
