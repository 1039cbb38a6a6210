"""Places from scores, in exact arithmetic: a tie is a tie on every page and in the protocol."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from django.db.models import F, Q

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
    rows = Solution.objects.published().filter(challenge__ideathon=ideathon)
    return in_order(rows.with_relations())


def judged(ideathon):
    """The solutions that places are computed from. What is hidden after the results keeps its
    place, so that nobody else's changes."""
    late = F("challenge__ideathon__results_at")
    hidden = Q(state=Solution.State.ARCHIVED, decided_at__gt=late)
    public = Solution.objects.published().filter(challenge__ideathon=ideathon)
    public = Q(pk__in=public.order_by().values("pk"))
    return Solution.objects.filter(public | hidden, challenge__ideathon=ideathon)


def in_order(rows):
    return sorted(rows, key=lambda row: (alphabetical(row.title or ""), row.pk))


def scored(ideathon):
    """{name: rows} of all that the jury has given and of the pairs that do not count."""
    scores = Score.objects.filter(juror__ideathon=ideathon)
    recused = Recusal.objects.filter(juror__ideathon=ideathon)
    return {
        "scores": scores.values_list("juror", "solution", "criterion", "value"),
        "recused": recused.values_list("juror", "solution"),
    }


def sheets(ideathon):
    """{(juror key, solution key): {criterion key: points}} without recused pairs."""
    return sheets_of(**scored(ideathon))


def sheets_of(scores, recused):
    recused, found = set(recused), defaultdict(dict)
    for juror, solution, criterion, value in scores:
        if (juror, solution) not in recused:
            found[juror, solution][criterion] = value
    return dict(found)


def ranking(ideathon):
    """Every judged solution with its points, the best first; ties in alphabetical order."""
    criteria, solutions = list(ideathon.criteria.all()), judged(ideathon).with_relations()
    return ranked(criteria, solutions, **scored(ideathon))


def ranked(criteria, solutions, scores, recused):
    """The same of rows that were read already."""
    complete = defaultdict(list)
    for (_juror, solution), given in sheets_of(scores, recused).items():
        if criteria and len(given) == len(criteria):
            complete[solution].append(given)
    counted = [(row, *counted_up(criteria, complete[row.pk])) for row in in_order(solutions)]
    every = [points for _row, _means, points, _jurors in counted if points is not None]
    found = [
        Ranked(row, means, points, jurors, place(points, every), every.count(points) > 1)
        for row, means, points, jurors in counted
    ]
    return sorted(found, key=lambda each: (each.place is None, each.place or 0))


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
