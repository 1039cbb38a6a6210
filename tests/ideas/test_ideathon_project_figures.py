"""What a project's report tells of its ideathons."""

from decimal import Decimal

import pytest
from django.utils import timezone

from ideas.models import Award, Juror, Solution
from projects.report.data import as_data, numbers
from projects.report.figures import groups
from tests.factories import (
    ChallengeFactory,
    IdeathonFactory,
    JurorFactory,
    ProjectFactory,
    SolutionFactory,
)

pytestmark = pytest.mark.django_db


def told(project):
    return {g.key: g for g in groups(project) if g.key in ("ideathon", "awards")}


def counted(project):
    return {each.key: each.value for group in told(project).values() for each in group.figures}


@pytest.fixture
def ideathon():
    """Two challenges, two public solutions, one of which won and became a project."""
    ideathon = IdeathonFactory()
    first, _second = ChallengeFactory.create_batch(2, ideathon=ideathon)
    won = SolutionFactory(challenge=first, size=4, title_lv="Dižkoku taka")
    SolutionFactory(challenge=first, size=3)
    SolutionFactory(challenge=first, published_at=None)
    SolutionFactory(challenge=ChallengeFactory())
    JurorFactory(ideathon=ideathon)
    Award.objects.create(
        ideathon=ideathon,
        solution=won,
        place=1,
        amount=Decimal("1500.50"),
        decision_lv="Labākā.",
        funded_project=ProjectFactory(title_lv="Taka Engurē"),
    )
    return ideathon


def publish_results(ideathon):
    type(ideathon).objects.filter(pk=ideathon.pk).update(results_at=timezone.now())


def test_awards_count_from_the_results_on(ideathon):
    solutions = {"ideathon.challenges": 2, "ideathon.solutions": 2, "ideathon.people": 7}
    assert counted(ideathon.project) == solutions

    publish_results(ideathon)

    awards = {"awards": 1, "awards.euros": Decimal("1500.50"), "awards.projects": 1}
    assert counted(ideathon.project) == solutions | awards


def test_tables_hold_the_rows_that_were_counted(ideathon):
    publish_results(ideathon)
    found = told(ideathon.project)
    challenges, solutions = found["ideathon"].tables

    assert [row.cells[1] for row in challenges.rows] == [2, 0]
    assert sum(row.cells[1] for row in solutions.rows) == 7
    (award,) = found["awards"].tables[0].rows
    assert award.cells[:2] == ("Dižkoku taka", 1)
    assert award.cells[3] == "Taka Engurē"


def test_figures_of_ideathons_stay_when_names_go(ideathon):
    publish_results(ideathon)
    before = as_data(ideathon.project)

    for model in (Solution, Juror):
        model.objects.anonymise(timezone.now())

    assert as_data(ideathon.project)["languages"] == before["languages"]
    assert numbers(before)["awards.euros"] == 1500.5
