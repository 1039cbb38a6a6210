"""The page of a project: partners, their map, ties to other projects."""

import pytest

from projects.models import Participation, ProjectRelation
from projects.page import project_context
from tests.factories import OrganisationFactory, ProgrammeFactory, ProjectFactory, TerritoryFactory

pytestmark = pytest.mark.django_db


def add(project, country, role="partner", **place):
    organisation = OrganisationFactory(country=country)
    row = Participation.objects.create(project=project, organisation=organisation, role=role)
    if place:
        row.territories.add(TerritoryFactory(**place))
    return organisation


@pytest.fixture
def project():
    """Two Latvian partners (one of them from the factory), one in Sweden, one supporter."""
    project = ProjectFactory(territories=[])
    add(project, "LV", "lead", latitude=56.5, longitude=21.0)
    add(project, "SE", latitude=58.3, longitude=11.4)
    add(project, "LV", "supporter")
    return project


def test_partners_are_counted_by_scope_and_supporters_apart(project):
    assert project_context(project)["scope"] == {"domestic": 2, "foreign": 1, "supporters": 1}


def test_lead_partner_comes_first_then_home_then_abroad(project):
    partners = project_context(project)["partners"]

    assert partners[0].participation.role == "lead"
    assert [each.participation.organisation.country for each in partners] == [
        *("LV", "LV", "LV"),
        "SE",
    ]
    assert [each.number for each in partners] == [1, 2, 3, 4]


def test_map_shows_partners_whose_place_is_known(project):
    drawing = project_context(project)["partner_map"]

    assert drawing["symbol"] == "eiropa"
    assert [each.participation.role for each in drawing["partners"]] == ["lead", "partner"]
    assert len(drawing["arcs"]) == 1


def test_one_known_place_makes_no_map():
    project = ProjectFactory(territories=[])
    add(project, "LV", "lead", latitude=56.5, longitude=21.0)

    assert project_context(project)["partner_map"] is None


@pytest.mark.parametrize(
    ("kind", "here", "there"),
    [
        ("twin", "nacionālais dvīņu projekts", "dvīņu projekts"),
        ("follow-up", "turpinājums", "iepriekšējais projekts"),
        ("earlier", "iepriekšējais projekts", "turpinājums"),
    ],
)
def test_tie_is_named_from_both_sides(kind, here, there):
    first, second = ProjectFactory(), ProjectFactory()
    ProjectRelation.objects.create(project=first, other=second, kind=kind)

    assert [(str(label), row) for label, row in project_context(first)["related"]] == [
        (here, second)
    ]
    assert [(str(label), row) for label, row in project_context(second)["related"]] == [
        (there, first)
    ]


def test_list_of_programmes_says_who_pays_and_when(client):
    ProgrammeFactory(fund__short_name_lv="ELFLA")

    page = client.get("/lv/projekti/programmas/").text

    assert '<span class="fund">ELFLA</span> <span>2014–2020</span>' in page
