"""Cards of a list say of a project what the project says of itself, in few queries."""

import pytest
from django.utils import timezone, translation

from projects.models import Participation, Project
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    ProjectFactory,
    TerritoryFactory,
)

pytestmark = pytest.mark.django_db


def partnership(*area, **about):
    made = PartnershipFactory(**about)
    made.area.set(area)
    return made.organisation


@pytest.fixture
def projects():
    """Projects in places of every kind: own, a partner's, in words, an area, a draft's area."""
    here, there, beyond = (
        TerritoryFactory(name_lv=name, name_en=english)
        for name, english in (("Žagare", "Žagare town"), ("Āraiši", ""), ("Cēsis", "Cēsis city"))
    )
    lead = partnership(beyond, here)
    draft = partnership(there, published_at=None)
    abroad = OrganisationFactory(country="FI")
    own = ProjectFactory(partner=lead, territories=[there, here], title_en="In English")
    bare = ProjectFactory(partner=abroad, territories=[], summary_lv="Kopā.")
    Participation.objects.create(project=bare, organisation=draft, position=1)
    Participation.objects.create(project=bare, organisation=lead, role="supporter", position=2)
    named = ProjectFactory(partner=lead, territories=[])
    named.participations.update(place_lv="Engures novads", place_en="")
    partly = ProjectFactory(partner=abroad, territories=[])
    partly.participations.get().territories.set([beyond, there])
    return [own, bare, named, partly]


SHOWN = ("title", "summary", "dye", "years", "status", "places", "partner_countries")


def told(rows):
    names = (*SHOWN, "total_cost", "is_published")
    return {row.pk: [getattr(row, name) for name in names] for row in rows}


@pytest.mark.parametrize("language", ["lv", "en"])
def test_cards_say_what_projects_say(projects, language):
    with translation.override(language):
        cards, whole = Project.objects.cards(), Project.objects.with_relations()

        assert told(cards) == told(whole)
        places = [card.places for card in sorted(cards, key=lambda card: card.pk)]
    assert places[1] == (["Cēsis", "Žagare"] if language == "lv" else ["Cēsis city", "Žagare town"])
    assert places[2] == ["Engures novads"]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_public_cards_are_the_same_by_one_question(projects, django_assert_num_queries, language):
    keys = [project.pk for project in projects]
    Project.objects.filter(pk=keys[0]).update(published_at=None)
    with translation.override(language):
        expected = told(Project.objects.published().cards())
        with django_assert_num_queries(1):
            cards = Project.objects.public_cards(keys)
            found = told(cards)
            addresses = [card.get_absolute_url() for card in cards]

    assert found == expected
    assert len(set(addresses)) == 3


def test_cards_keep_the_gate(projects):
    Project.objects.filter(pk=projects[0].pk).update(unpublish_at=timezone.now())

    cards = Project.objects.published().cards()

    assert {card.pk for card in cards} == {project.pk for project in projects[1:]}
