"""Places from scores, in exact arithmetic: a tie is a tie on every page and in the protocol."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from django.db.models import Q

from core.text import alphabetical

from .ideathon_jury import Recusal, Score
from .ideathon_solution import Solution

CENT = Decimal("0.01")


class Ranked(NamedTuple):
    """One solution; without a juror who scored all of it there are no points and no place."""

    solution: Solution
    means: dict  # key of the criterion → mean of the jurors' points
    points: Fraction | None  # Σ weight · mean
    jurors: int  # who count: not recused, every criterion scored
    place: int | None
    is_tied: bool

    @property
    def total(self):
        """The points as they are written: two places, halves upwards."""
        return None if self.points is None else rounded(self.points)


def rounded(value):
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(CENT, ROUND_HALF_UP)


def solutions_of(ideathon):
    """The published solutions in the order of the alphabet, as they stand before the results."""
    return in_order(Solution.objects.published().filter(challenge__ideathon=ideathon))


def judged(ideathon):
    """The solutions that places are computed from. What is hidden after the results keeps its
    place, so that nobody else's changes."""
    if not ideathon.has_results:
        return solutions_of(ideathon)
    hidden = Q(state=Solution.State.ARCHIVED, decided_at__gt=ideathon.results_at)
    public = Q(pk__in=Solution.objects.published().order_by().values("pk"))
    return in_order(Solution.objects.filter(public | hidden, challenge__ideathon=ideathon))


def in_order(rows):
    return sorted(rows.with_relations(), key=lambda row: (alphabetical(row.title or ""), row.pk))


def sheets(ideathon):
    """{(juror key, solution key): {criterion key: points}} without recused pairs."""
    recused = set(Recusal.objects.filter(juror__ideathon=ideathon).values_list("juror", "solution"))
    found = defaultdict(dict)
    rows = Score.objects.filter(juror__ideathon=ideathon)
    for juror, solution, criterion, value in rows.values_list(
        "juror", "solution", "criterion", "value"
    ):
        if (juror, solution) not in recused:
            found[juror, solution][criterion] = value
    return dict(found)


def ranking(ideathon):
    """Every judged solution with its points, the best first; ties in alphabetical order."""
    criteria = list(ideathon.criteria.all())
    complete = defaultdict(list)
    for (_juror, solution), scores in sheets(ideathon).items():
        if criteria and len(scores) == len(criteria):
            complete[solution].append(scores)
    counted = [(row, *counted_up(criteria, complete[row.pk])) for row in judged(ideathon)]
    every = [points for _row, _means, points, _jurors in counted if points is not None]
    ranked = [
        Ranked(row, means, points, jurors, place(points, every), every.count(points) > 1)
        for row, means, points, jurors in counted
    ]
    return sorted(ranked, key=lambda each: (each.place is None, each.place or 0))


def counted_up(criteria, sheets_of_solution):
    """(means by criterion, points or None, number of jurors) of one solution."""
    number = len(sheets_of_solution)
    if not number:
        return {}, None, 0
    means = {
        each.pk: Fraction(sum(scores[each.pk] for scores in sheets_of_solution), number)
        for each in criteria
    }
    return means, sum(each.weight * means[each.pk] for each in criteria), number


def place(points, every):
    """1 for the best; after two firsts comes the third."""
    return None if points is None else 1 + sum(other > points for other in every)
