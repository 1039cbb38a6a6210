"""Pages of single rows ask the database as often for many rows behind them as for few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ideas import ideathon_actions as actions
from ideas.models import Award, Handover
from tests.factories import (
    AcknowledgementRuleFactory,
    ChallengeFactory,
    EventFactory,
    ForumFactory,
    IdeaFactory,
    IdeaThemeFactory,
    ItemFactory,
    OrganisationFactory,
    ProjectFactory,
    TerritoryFactory,
    UserFactory,
)

from .judging_day import Day

pytestmark = pytest.mark.django_db


def project():
    made = ProjectFactory(territories=[TerritoryFactory()])
    AcknowledgementRuleFactory(funds=[made.programme.fund])
    return made


class OfForum:
    """A forum with themes, each with an idea that stands for itself, and who got them."""

    most = 6

    def __init__(self):
        self.page = ForumFactory(project=project())
        self.themes = []

    def grow(self):
        number = len(self.themes) + 1
        self.themes.append(IdeaThemeFactory(forum=self.page, name_lv=f"Tēma {number}"))
        idea = IdeaFactory(theme=self.themes[-1], territory=TerritoryFactory())
        IdeaFactory(theme=self.themes[-1], merged_into=idea)
        Handover.objects.create(
            forum=self.page, organisation=OrganisationFactory(), document=ItemFactory()
        )

    def shown(self, context):
        themes = [(each, each.number_of_ideas) for each in context["themes"]]
        assert themes == [(each, 1) for each in self.themes]
        return [*context["handovers"], context["ack"].project]


class OfIdea:
    """An idea that was answered, became a project and has others beside it."""

    most = 4

    def __init__(self):
        theme = IdeaThemeFactory(forum=ForumFactory(project=project()))
        more = {"territory": TerritoryFactory(), "answered_by": OrganisationFactory()}
        self.page = IdeaFactory(theme=theme, event=EventFactory(), project=project(), **more)

    def grow(self):
        IdeaFactory(theme=self.page.theme, merged_into=self.page)
        IdeaFactory(theme=self.page.theme, territory=TerritoryFactory())

    def shown(self, context):
        return [*context["merged"], *context["others"]]


class OfIdeathon:
    """An ideathon with results that came of needs, among them some of two challenges."""

    most = 4

    def __init__(self):
        needs = ForumFactory()
        more = {"event": EventFactory(), "needs": needs, "rules": ItemFactory()}
        self.day = Day("Tilts", "Pagalms", project=project(), **more)
        self.theme = IdeaThemeFactory(forum=needs)
        self.day.score_all()
        self.award("Tilts", 1)
        actions.publish_results(ideathon=self.day.ideathon)
        self.page = self.day.ideathon
        self.needs = [IdeaFactory(theme=self.theme)]

    def award(self, title, place):
        more = {"decision_lv": "Vispirms tas.", "funded_project": project()}
        solution = self.day.solutions[title]
        Award.objects.create(ideathon=self.day.ideathon, solution=solution, place=place, **more)

    def grow(self):
        self.needs.append(IdeaFactory(theme=self.theme))
        challenge = ChallengeFactory(ideathon=self.page, posed_by=OrganisationFactory())
        challenge.needs.set(self.needs[-2:])

    def shown(self, context):
        found = [(each.solution.title, each.place) for each in context["ranked"]]
        assert found == [("Tilts", 1), ("Pagalms", 2)]
        assert [each.solution.title for each in context["awards"]] == ["Tilts"]
        with_needs = [each.public_needs for each in context["challenges"] if each.public_needs]
        assert with_needs == [self.needs[at : at + 2] for at in range(len(self.needs) - 1)]
        assert context["needs"] == self.needs
        return [*context["challenges"], *context["needs"], context["ack"].project]


class OfSolution(OfIdeathon):
    """The solution that won."""

    def __init__(self):
        super().__init__()
        self.page = self.day.solutions["Tilts"]

    def grow(self):
        self.needs.append(IdeaFactory(theme=self.theme))
        self.page.challenge.needs.add(self.needs[-1])

    def shown(self, context):
        assert (context["ranked"].place, context["award"].place) == (1, 1)
        return [*context["needs"], context["ack"].project]


def asked(client, address):
    """(answer, number of questions) of a page, when all is prepared."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    return answer, sum("SAVEPOINT" not in each["sql"] for each in queries.captured_queries)


@pytest.mark.parametrize("kind", [OfForum, OfIdea, OfIdeathon, OfSolution])
def test_page_asks_no_more_for_more_rows(kind, client):
    made = kind()
    made.grow()
    answer, number = asked(client, made.page.url_in("lv"))
    few = len(made.shown(answer.context))
    made.grow()
    made.grow()

    answer, again = asked(client, made.page.url_in("lv"))

    assert len(made.shown(answer.context)) > few
    assert again == number <= made.most


@pytest.mark.parametrize(("name", "most"), [("summary", 5), ("board", 2)])
def test_views_of_a_whole_forum_ask_no_more_for_more_ideas(name, most, client):
    made = OfForum()
    made.grow()
    address = reverse(f"ideas:{name}", args=[made.page.slug])
    few = asked(client, address)[1]
    made.grow()
    made.grow()

    answer, number = asked(client, address)

    assert number == few <= most
    assert [each.name in answer.text for each in made.themes] == [True] * 3


@pytest.mark.parametrize("kind", [OfForum, OfIdea, OfIdeathon, OfSolution])
def test_staff_see_what_visitors_see(kind, client):
    made = kind()
    made.grow()
    visitors = client.get(made.page.url_in("lv"))
    client.force_login(UserFactory(is_superuser=True))

    staff = client.get(made.page.url_in("lv"))

    assert main_part(staff) == main_part(visitors)


def main_part(answer):
    """What stands between the head of a page and its foot."""
    return answer.text.partition("<article")[2].rpartition("</article>")[0]
