"""An ideathon before its results: a challenge, solutions, criteria and a jury, ready to score."""

from ideas import ideathon_actions as actions
from tests.factories import (
    ChallengeFactory,
    CriterionFactory,
    IdeathonFactory,
    JurorFactory,
    SolutionFactory,
)


class Day:
    """`solutions` by title; criteria of weight 1 and 3; as many jurors as names."""

    def __init__(self, *titles, jurors=("Ilze", "Pēteris"), **fields):
        self.ideathon = IdeathonFactory(title_lv="Engures ideatons", **fields)
        self.challenge = ChallengeFactory(ideathon=self.ideathon, title_lv="Vieta, kur satikties")
        self.criteria = [
            CriterionFactory(ideathon=self.ideathon, title_lv=name, weight=weight)
            for name, weight in (("Ietekme", 1), ("Īstenojamība", 3))
        ]
        self.solutions = {title: self.solution(title) for title in titles}
        self.jurors = [JurorFactory(ideathon=self.ideathon, name=name) for name in jurors]

    def solution(self, title, **fields):
        return SolutionFactory(challenge=self.challenge, title_lv=title, asked=4800, **fields)

    def score(self, juror, title, *points):
        """One juror's points for a solution, in the order of the criteria."""
        values = dict(zip(self.criteria, points, strict=False))
        actions.score(juror=self.jurors[juror], solution=self.solutions[title], values=values)

    def score_all(self):
        """Tilts 4 + 3·5 = 19 twice; Pagalms (3 + 3·3 + 5 + 3·4) / 2 = 14,5."""
        for juror in (0, 1):
            self.score(juror, "Tilts", 4, 5)
        self.score(0, "Pagalms", 3, 3)
        self.score(1, "Pagalms", 5, 4)
