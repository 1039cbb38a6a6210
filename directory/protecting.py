"""Tables of numbers of organisations from which no small number can be worked out.

A number under five is not shown. Where it followed from the numbers beside it, these are hidden,
too (complementary suppression), until every hidden number could be larger or smaller for all that
a reader knows: the numbers shown, that “<5” is 0 to 4, and that what is hidden beside it is 5 or
more. Where even that gives one away, it is not told which of the two a number is. Whether another
table has the same sums is asked of the network of rows and columns: it is reached over a circle
(Gusfield, “A graph theoretic approach to statistical data security”, SIAM J. Comput. 17, 1988).
"""

import math
from dataclasses import dataclass

LEAST = 5  # organisations that a number must stand for
TOTALS = "totals"  # the node that closes the circle of columns and rows


@dataclass
class Cell:
    """One number with the row and column that it belongs to, as an arc of the network."""

    tail: object
    head: object
    number: int
    is_hidden: bool = False
    is_veiled: bool = False  # hidden without a word about why

    @property
    def is_few(self):
        """Whether the reader is told that the number is small."""
        return self.number < LEAST and not self.is_veiled

    @property
    def is_shown(self):
        return self.number >= LEAST and not (self.is_hidden or self.is_veiled)

    @property
    def bounds(self):
        """What a reader knows of a number that is not shown."""
        if self.is_veiled:
            return 0, math.inf
        return (0, LEAST - 1) if self.is_few else (LEAST, math.inf)

    def residual(self):
        """The directions in which the number could differ, as (from, to)."""
        least, most = self.bounds
        if self.number < most:
            yield self.tail, self.head
        if self.number > least:
            yield self.head, self.tail


@dataclass
class Table:
    """`rows` of cells with known sums; `totals` are the sums of the columns."""

    rows: list
    totals: list

    @property
    def cells(self):
        return [*(cell for row in self.rows for cell in row), *self.totals]


def protected(numbers):
    """The `Table` of rows of numbers, each column as long; None when it cannot be shown safely.

    The sum of each row is public in any case. Rows must not be empty.
    """
    columns = range(len(numbers[0]) if numbers else 0)
    rows = [
        [Cell(("row", i), ("column", j), row[j]) for j in columns] for i, row in enumerate(numbers)
    ]
    totals = [Cell(("column", j), TOTALS, sum(row[j] for row in numbers)) for j in columns]
    table = Table(rows, totals)
    # The sums of the rows are no cells, as they are known: the network is closed at each row.
    while found := exposed(table.cells):
        extra = smallest_beside(found[0], table.cells)
        veiled = next((cell for cell in found if not cell.is_veiled), None)
        if extra is not None:
            extra.is_hidden = True
        elif veiled is not None:
            veiled.is_veiled = True
        else:
            return None
    show_again(table.cells)
    return table


def show_again(cells):
    """Show what need not be hidden, after all, the largest numbers first."""
    for cell in sorted((each for each in cells if each.is_hidden), key=lambda each: -each.number):
        cell.is_hidden = False
        cell.is_hidden = bool(exposed(cells))


def exposed(cells):
    """The numbers that are not shown and follow from those that are."""
    hidden = [cell for cell in cells if not cell.is_shown]
    arcs = {}
    for cell in hidden:
        for tail, head in cell.residual():
            arcs.setdefault(tail, []).append((head, cell))
    return [cell for cell in hidden if is_exposed(cell, arcs)]


def is_exposed(cell, arcs):
    """Whether no table with the same sums has another number in this place."""
    return not any(reaches(end, start, arcs, cell) for start, end in cell.residual())


def reaches(start, goal, arcs, without):
    """Whether there is a way along the arcs, but those of one cell."""
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        new = {head for head, cell in arcs.get(here, ()) if cell is not without} - found
        found |= new
        waiting += new
    return goal in found


def smallest_beside(cell, cells):
    """The number to hide next: of the same row or column, small, and free to be larger or smaller.

    Numbers go before sums. Where nothing is left beside, it is any other; None when all are hidden.
    """
    places = {cell.tail, cell.head}

    def price(other):
        is_beside = bool(places & {other.tail, other.head})
        return not is_beside, other.head == TOTALS, other.number == LEAST, other.number

    return min((other for other in cells if other.is_shown), key=price, default=None)
