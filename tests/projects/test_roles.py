"""The list of projects by role: that of the chosen partnerships, else that of any."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.models import Participation
from tests.factories import PartnershipFactory, ProjectFactory
from tests.projects.test_filters import backend, counts, found, titles  # noqa: F401 (of each test)

pytestmark = pytest.mark.django_db


def project_of(title, **roles):
    """`roles` is {name of a role: organisation}."""
    project = ProjectFactory(title_lv=title)
    for role, body in roles.items():
        Participation.objects.create(project=project, organisation=body, role=role)
    return project


@pytest.fixture(autouse=True)
def ape():
    """Projects of Ape and Bauska with each other, and of a partnership that is hidden."""
    ape, bauska = (PartnershipFactory(slug_lv=slug).organisation for slug in ("ape", "bauska"))
    hidden = PartnershipFactory(slug_lv="slepts", published_at=None).organisation
    project_of("Apes", lead=ape, partner=bauska)
    project_of("Bauskas", lead=bauska, partner=ape)
    project_of("Atbalstīts", lead=bauska, supporter=ape)
    project_of("Slepts", lead=hidden, partner=ape)
    return ape


def test_role_is_that_of_a_chosen_partnership():
    assert titles("role=lead") == ["Apes", "Atbalstīts", "Bauskas"]
    assert titles("partnership=ape&role=lead") == ["Apes"]
    assert titles("partnership=ape&role=lead&role=supporter") == ["Apes", "Atbalstīts"]
    either = titles("partnership=ape&partnership=bauska&role=partner")
    assert either == ["Apes", "Bauskas", "Slepts"]
    assert titles("partnership=slepts&role=lead") == titles("role=lead")  # as an unknown one
    assert titles("partnership=bauska&role=supporter") == []
    assert titles("role=lead:ape") == titles("")


def test_counts_of_roles_and_partnerships_ask_for_each_other():
    assert counts("", "role") == {"lead": 3, "partner": 3, "supporter": 1}
    assert counts("partnership=ape", "role") == {"lead": 1, "partner": 2, "supporter": 1}
    assert counts("partnership=bauska&role=lead", "role") == {"lead": 2, "partner": 1}
    assert counts("", "partnership") == {"ape": 4, "bauska": 3}
    assert counts("role=lead", "partnership") == {"ape": 1, "bauska": 2}
    assert counts("role=supporter&partnership=bauska", "partnership") == {"ape": 1, "bauska": 0}
    both = counts("role=lead&role=partner&partnership=ape", "partnership")
    assert both == {"ape": 3, "bauska": 3}
    none = counts("partnership=bauska&role=supporter", "role")
    assert none == {"lead": 2, "partner": 1, "supporter": 0}


def test_questions_for_roles_of_partnerships_do_not_grow(ape):
    query = "partnership=ape&partnership=bauska&role=lead&role=partner"

    def number_of_questions():
        titles(query)  # what was written is taken over
        with CaptureQueriesContext(connection) as captured:
            list(found(query).facet_options())
            titles(query)
        return len(captured)

    first = number_of_questions()
    for number in range(3):
        project_of(f"Citi {number}", lead=PartnershipFactory().organisation, partner=ape)
    assert number_of_questions() == first
