"""No hidden number can be worked out: every table that a reader could think of is tried."""

from itertools import product

import pytest

from directory.protecting import LEAST, protected

TABLES = [
    [[0, 3, 6, 3, 0]],
    [[1, 1, 12]],
    [[5, 0, 7], [6, 8, 9]],
    [[2, 9, 7], [8, 9, 6]],
    [[6, 4, 5], [7, 6, 2], [9, 8, 8]],
    [[0, 6, 1], [3, 6, 0]],
    [[4, 5], [5, 4]],
    [[0, 0, 5]],
    [[0, 5, 0], [1, 2, 9]],
]


def possible_rows(cells, total):
    """All lines of numbers that a reader cannot tell from the true one by itself."""
    ranges = []
    for cell in cells:
        least, most = (cell.number, cell.number) if cell.is_shown else cell.bounds
        ranges.append(range(least, min(most, total) + 1))
    return [line for line in product(*ranges) if sum(line) == total]


def possible_tables(numbers, table):
    lines = [possible_rows(cells, sum(row)) for cells, row in zip(table.rows, numbers, strict=True)]
    for rows in product(*lines):
        sums = [sum(column) for column in zip(*rows, strict=True)]
        pairs = zip(sums, table.totals, strict=True)
        if all(fits(number, cell) for number, cell in pairs):
            yield [*(number for row in rows for number in row), *sums]


def fits(number, cell):
    if cell.is_shown:
        return number == cell.number
    least, most = cell.bounds
    return least <= number <= most


@pytest.mark.parametrize("numbers", TABLES, ids=str)
def test_no_hidden_number_follows_from_those_shown(numbers):
    table = protected(numbers)

    possible = list(zip(*possible_tables(numbers, table), strict=True))
    hidden = [
        set(values) for values, cell in zip(possible, table.cells, strict=True) if not cell.is_shown
    ]
    small = [cell for cell in table.cells if cell.number < LEAST]

    assert hidden
    assert [values for values in hidden if len(values) < 2] == []
    assert [cell for cell in small if cell.is_shown] == []


def test_numbers_without_a_small_one_are_all_shown():
    table = protected([[5, 9], [8, 6]])

    assert [cell.number for cell in table.cells if cell.is_shown] == [5, 9, 8, 6, 13, 15]


def test_table_that_cannot_be_protected_is_not_shown():
    assert protected([[3]]) is None
