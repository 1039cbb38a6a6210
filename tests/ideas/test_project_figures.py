"""What a project's report tells of its idea forums."""

from datetime import date

import pytest
from django.utils import timezone

from ideas.models import Handover, Idea
from projects.report.figures import groups
from tests.factories import (
    ForumFactory,
    IdeaFactory,
    IdeaThemeFactory,
    ItemFactory,
    OrganisationFactory,
    ProjectFactory,
)

pytestmark = pytest.mark.django_db
DOERS = ("by_residents", "by_ngo", "by_municipality")


def told(project):
    return {group.key: group for group in groups(project) if group.key in ("ideas", "handovers")}


def idea(theme, *doers, **fields):
    return IdeaFactory(theme=theme, **{name: name in doers for name in DOERS}, **fields)


@pytest.fixture
def project():
    """Two forums; a theme of the same name in each; ideas that do not count beside them."""
    project = ProjectFactory()
    first, second = ForumFactory(project=project), ForumFactory(project=project)
    names = {"name_lv": "Vide", "slug": "vide"}
    nature = IdeaThemeFactory(forum=first, **names)
    sport = IdeaThemeFactory(forum=first, name_lv="Sports", slug="sports", position=1)
    again = IdeaThemeFactory(forum=second, **names)
    whole = idea(nature, "by_residents", "by_municipality")
    idea(nature, "by_ngo", answer=Idea.Answer.DONE, answered_at=timezone.now())
    idea(sport, "by_municipality")
    idea(again, "by_residents")
    idea(sport, "by_residents", merged_into=whole)
    idea(sport, "by_residents", published_at=None)
    idea(sport, "by_residents", state="rejected")
    idea(IdeaThemeFactory(), "by_residents")
    idea(IdeaThemeFactory(forum=ForumFactory(project=project, published_at=None)), "by_ngo")
    return project


def test_ideas_are_counted_by_theme_and_by_who_can_realise_them(project):
    group = told(project)["ideas"]

    assert {each.key: each.value for each in group.figures} == {
        "ideas": 4,
        "ideas.themes": 2,
        "ideas.residents": 2,
        "ideas.ngo": 1,
        "ideas.municipality": 2,
        "ideas.done": 1,
    }
    assert [row.cells for row in group.tables[0].rows] == [
        ("Vide", 3, 2, 1, 1),
        ("Sports", 1, 0, 0, 1),
    ]


def test_numbers_of_ideas_lead_to_just_as_many(client, project):
    group = told(project)["ideas"]
    lists = {each.address: each.value for each in group.figures if "?" in each.address}
    lists |= {row.address: row.cells[1] for row in group.tables[0].rows}

    found = {address: client.get(address).context["found"].number for address in lists}

    assert len(found) == 7
    assert found == lists


def test_hand_overs_are_told_with_their_days(project):
    forum = project.forums.order_by("pk").first()
    for name, replied in (("Mārupes novads", date(2021, 12, 1)), ("Olaines novads", None)):
        Handover.objects.create(
            forum=forum,
            organisation=OrganisationFactory(name_lv=name),
            handed_on=date(2021, 11, 1),
            replied_on=replied,
            document=ItemFactory(),
        )

    group = told(project)["handovers"]

    assert [(each.key, each.value) for each in group.figures] == [
        ("handovers", 2),
        ("handovers.replied", 1),
    ]
    first, second = (row.cells for row in group.tables[0].rows)
    assert (first[0], second[0], second[2]) == ("Mārupes novads", "Olaines novads", "–")
    assert first[1].replace("\u00a0", " ") == "2021. gada 1. novembris"
    assert first[2].replace("\u00a0", " ") == "2021. gada 1. decembris"


def test_figures_of_ideas_stay_when_names_go(project):
    before = told(project)

    Idea.objects.anonymise(timezone.now())

    assert not Idea.objects.exclude(name="", email=None).exists()
    assert told(project) == before


def test_project_without_a_forum_tells_nothing_of_ideas():
    assert told(ProjectFactory()) == {}
