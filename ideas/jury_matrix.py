"""How far the jury is: jurors across, solutions down."""

from typing import NamedTuple

from .ideathon_jury import Juror, Recusal
from .ideathon_ranking import ranking, sheets
from .ideathon_solution import Solution


class Cell(NamedTuple):
    """What one juror has done with one solution."""

    juror: Juror
    is_recused: bool
    number: int  # of criteria with points
    of: int

    @property
    def is_complete(self):
        return 0 < self.of == self.number


class Line(NamedTuple):
    solution: Solution
    total: object  # Decimal, or None without a complete sheet
    place: int | None
    is_tied: bool
    cells: list


class Matrix(NamedTuple):
    jurors: list  # (juror, complete sheets, sheets to fill in)
    lines: list
    criteria: list
    awards: list

    @property
    def is_complete(self):
        """Whether every juror has scored all that is theirs."""
        return bool(self.lines) and all(done == of for _juror, done, of in self.jurors)


def matrix(ideathon):
    jurors, criteria = list(ideathon.jurors.all()), list(ideathon.criteria.all())
    given, ranked = sheets(ideathon), ranking(ideathon)
    rows = Recusal.objects.filter(juror__ideathon=ideathon)
    recused = set(rows.values_list("juror", "solution"))

    def cell(juror, solution):
        pair = (juror.pk, solution.pk)
        return Cell(juror, pair in recused, len(given.get(pair, {})), len(criteria))

    lines = [
        Line(each.solution, each.total, each.place, each.is_tied, cells)
        for each in ranked
        for cells in [[cell(juror, each.solution) for juror in jurors]]
    ]
    columns = []
    for position, juror in enumerate(jurors):
        own = [line.cells[position] for line in lines if not line.cells[position].is_recused]
        columns.append((juror, sum(each.is_complete for each in own), len(own)))
    return Matrix(columns, lines, criteria, list(ideathon.awards.select_related("solution")))
