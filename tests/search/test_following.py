"""Whatever a page is found by may change elsewhere: the index follows every such change."""

import time
from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from partnership.models import OrganisationName, Succession
from projects.filters import ProjectList
from projects.models import FundingShare, Participation, Project
from search import copy
from search.asked import Asked
from tests.factories import (
    FundFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    ProjectFactory,
    TerritoryFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


def lists(query):
    found = ProjectList(Project.objects.published(), QueryDict(query))
    return [row.title_lv for row in found.paged()[0 : max(1, found.number)]]


def all_counts(engine):
    return Asked(engine).counts(dict.fromkeys(engine.shape.facets))


@pytest.fixture
def project():
    """A project with a partner that is a partnership with an area, known to the index."""
    area = TerritoryFactory(name_lv="Senais novads", slug="senais")
    partnership = PartnershipFactory(title_lv="Partnerība", slug_lv="musejie")
    partnership.area.add(area)
    made = ProjectFactory(
        title_lv="Sākums", partner=partnership.organisation, territories=[], measure=None
    )
    made.themes.add(ThemeFactory(name_lv="Mežs", slug="mezs"))
    assert lists("q=sākums") == ["Sākums"]
    return made


def rename(project):
    project.title_lv = "Jaunums"
    project.save()


def rename_the_partner(project):
    body = project.participations.get().organisation
    body.name_lv = "Jaunums"
    body.save()


def add_an_earlier_name(project):
    body = project.participations.get().organisation
    OrganisationName.objects.create(organisation=body, name="Jaunums", valid_until="2010-01-01")


def rename_the_area(project):
    area = project.participations.get().organisation.partnership.area.get()
    area.name_lv = "Jaunums"
    area.save()


def change_the_area(project):
    partnership = project.participations.get().organisation.partnership
    partnership.area.set([TerritoryFactory(name_lv="Jaunums")])


def add_a_predecessor(project):
    area = project.participations.get().organisation.partnership.area.get()
    old = TerritoryFactory(name_lv="Jaunums", valid_to="2021-06-30")
    Succession.objects.create(predecessor=old, successor=area)


def give_the_partner_a_place(project):
    project.participations.get().territories.add(TerritoryFactory(name_lv="Jaunums"))


def add_a_partner(project):
    body = OrganisationFactory(name_lv="Jaunums", country="FI")
    Participation.objects.create(project=project, organisation=body)


def rename_a_theme(project):
    project.themes.update(name_lv="Jaunums")


def rename_the_fund(project):
    fund = project.programme.fund
    fund.name_lv = "Jaunums"
    fund.save()


def change_the_programme(project):
    Project.objects.filter(pk=project.pk).update(programme=ProgrammeFactory(title_lv="Jaunums"))


NEWS = [
    *(rename, rename_the_partner, add_an_earlier_name, rename_the_area, change_the_area),
    *(add_a_predecessor, give_the_partner_a_place, add_a_partner, rename_a_theme),
    *(rename_the_fund, change_the_programme),
]


@pytest.mark.parametrize("change", NEWS)
def test_new_word_is_found_and_all_counts_are_right(project, change):
    change(project)

    assert lists("q=jaunums") == [Project.objects.get().title_lv]
    assert all_counts(copy.current()) == all_counts(copy.Copy(None).current())


def move_a_territory(project):
    area = project.participations.get().organisation.partnership.area.get()
    area.parent = TerritoryFactory(slug="virs")
    area.save()


def add_a_share(project):
    FundingShare.objects.create(project=project, fund=FundFactory(kind="donor"), amount=1)


def drop_the_themes(project):
    project.themes.clear()


def hide_the_partnership(project):
    partnership = project.participations.get().organisation.partnership
    partnership.published_at = None
    partnership.save()


def drop_the_partner(project):
    project.participations.all().delete()


@pytest.mark.parametrize(
    "change",
    [move_a_territory, add_a_share, drop_the_themes, hide_the_partnership, drop_the_partner],
)
def test_counts_follow_what_lies_around_a_project(project, change):
    before = all_counts(copy.current())

    change(project)

    assert all_counts(copy.current()) == all_counts(copy.Copy(None).current()) != before


def lead(project):
    project.participations.update(role="lead")


def move_the_partnership(project):
    partnership = project.participations.get().organisation.partnership
    partnership.slug_lv = "citur"
    partnership.save()


def give_the_partnership_another_body(project):
    partnership = project.participations.get().organisation.partnership
    partnership.organisation = OrganisationFactory()
    partnership.save()


@pytest.mark.parametrize(
    ("change", "partnership", "role"),
    [
        (lead, "musejie", "lead"),
        (move_the_partnership, "citur", "partner"),
        (give_the_partnership_another_body, "musejie", None),
    ],
)
def test_role_of_a_partnership_follows_its_rows(project, change, partnership, role):
    assert lists("partnership=musejie&role=partner") == ["Sākums"]

    change(project)
    other = PartnershipFactory().organisation
    Participation.objects.create(project=project, organisation=other, role="supporter")

    roles = ("lead", "partner", "supporter")
    found = [each for each in roles if lists(f"partnership={partnership}&role={each}")]
    assert found == ([role] if role else [])


@pytest.mark.parametrize("state", [{"published_at": None}, {"unpublish_at": timezone.now()}])
def test_page_that_is_taken_down_is_found_no_more(project, state):
    Project.objects.filter(pk=project.pk).update(**state)

    assert lists("q=sākums") == lists("") == []
    assert ProjectList(Project.objects.published(), QueryDict()).number == 0


def test_page_appears_and_disappears_by_itself_at_its_moment(project):
    """At once: what is made of the list then is kept until something else changes."""
    soon = timezone.now() + timedelta(seconds=0.2)
    Project.objects.filter(pk=project.pk).update(unpublish_at=soon)
    ProjectFactory(title_lv="Vēlāk", published_at=soon)
    lists("sort=title")
    while timezone.now() < soon:
        time.sleep(0.01)

    assert lists("sort=title") == ["Vēlāk"]
    assert copy.current().next_moment == 0
