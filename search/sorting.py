"""A part of the rows that a list finds, in the order of a column of the index."""

import tantivy
from pyroaring import BitMap

from .orders import TITLE
from .sets import is_many
from .shape import STATE

ASCENDING, DESCENDING = tantivy.Order.Asc, tantivy.Order.Desc
LAST = (1 << 64) - 1
FEW = 1_000  # rows that are looked up one by one sooner than a column is passed through
THIN = 16  # one in so many: the parts of the order are not walked for such a set


def by_number(asked, order, offset, limit):
    """The ids of a part of the rows that `asked` finds."""
    column = f"by_{order.name}"
    skipped, pairs = run(asked, column, order.is_descending, offset, limit)
    return [number for _key, number in pairs[offset - skipped :][:limit]]


def by_title(asked, language, offset, limit):
    """The same by title: numbers of the first letters sort the rows, whole titles those of them
    that begin alike."""
    column = f"by_{TITLE}_{language}"
    skipped, pairs = run(asked, column, False, offset, limit, whole=True)
    first = offset - skipped
    keys = dict.fromkeys(key for key, _number in pairs[first : first + limit])
    groups = {key: [number for each, number in pairs if each == key] for key in keys}
    before = next(place for place, (key, _number) in enumerate(pairs) if key in keys)
    end, ids = first - before + limit, []
    for key, numbers in groups.items():
        alike = len(numbers) > 1 and min(len(numbers), end - len(ids))
        ids += exactly(asked, language, key, alike) if alike else numbers
    return ids[first - before : end]


def exactly(asked, language, key, number):
    """The first rows of those whose titles begin alike, by their whole titles."""
    alike = asked.both(asked.query(), asked.engine.between(f"by_{TITLE}_{language}", key, key))
    hits = asked.search(alike, 0, number, order_by_field=f"{TITLE}_{language}", order=ASCENDING)
    return asked.engine.numbers(hits)


def run(asked, column, is_descending, offset, limit, whole=False):
    """(place of the first, [(number in the column, id)]): rows in order, this part among them.

    Of many rows only the parts of the order around them are sorted. With `whole` all rows are
    there whose number is the first or the last one's.
    """
    order = {"order_by_field": column, "order": DESCENDING if is_descending else ASCENDING}
    if not (is_many(asked.number) and column in asked.sets.orders):
        skipped, number = (0, asked.number) if whole else (offset, limit)
        hits = asked.search(asked.query(), skipped, number, **order)
        return skipped, numbered(asked, hits)
    numbers = asked.numbers(column)
    if numbers and THIN * asked.number < asked.sets.number:
        return in_column(asked, column, is_descending, asked.found(), offset, limit)
    passed, bounds = around(asked, column, is_descending, offset, limit)
    if numbers:
        ids = found_in(asked, column, bounds)
        before, pairs = in_column(asked, column, is_descending, ids, offset - passed, limit)
        return passed + before, pairs
    return passed, numbered(asked, asked.search(*between(asked, column, bounds), **order))


def numbered(asked, hits):
    """[(number in the column, id)] of hits in its order that are among the rows found."""
    numbers = zip((key for key, _address in hits), asked.engine.numbers(hits), strict=True)
    found = asked.found()
    return [pair for pair in numbers if pair[1] != STATE and pair[1] in found]


def in_column(asked, column, is_descending, rows, offset, limit):
    moved = rows & asked.sets.moved_ids
    moved = {number: asked.sets.moved[number].orders[column] for number in moved}
    return asked.numbers(column).part(rows, moved, is_descending, offset, limit)


def around(asked, column, is_descending, offset, limit):
    """(rows found before them, the parts of the order that hold a part of the rows)"""
    found, passed, inside, wanted = asked.found(), 0, 0, []
    parts = asked.sets.orders[column]
    bounds = list(parts)
    for bound in reversed(bounds) if is_descending else bounds:
        number = found.intersection_cardinality(parts[bound])
        if not wanted and passed + number <= offset:
            passed += number
            continue
        wanted.append(bound)
        inside += number
        if passed + inside >= offset + limit:
            break
    return passed, wanted


def found_in(asked, column, bounds):
    parts = asked.sets.orders[column]
    return BitMap.union(*(asked.found() & parts[bound] for bound in bounds))


def between(asked, column, bounds):
    """(query, offset, limit) of the rows in some parts that follow each other."""
    ids = found_in(asked, column, bounds)
    if len(ids) <= FEW:
        return asked.engine.any_term("id", ids), 0, len(ids)
    parts = asked.sets.orders[column]
    every = list(parts)
    after = every[every.index(max(bounds)) + 1 :]
    query = asked.engine.between(column, min(bounds), after[0] - 1 if after else LAST)
    hidden = asked.engine.searcher.num_docs - asked.sets.number
    return query, 0, sum(len(parts[bound]) for bound in bounds) + hidden
