"""The full record of a project: only what is public, and natural persons' names for two years."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import OrganisationFactory, ProjectFactory

pytestmark = pytest.mark.django_db


def record_of(client, project):
    return client.get(f"/data/projects/{project.uid}.json")


@pytest.mark.parametrize(("years", "named"), [(1, True), (3, False)])
def test_natural_person_is_named_for_two_years(client, years, named):
    weaver = OrganisationFactory(
        name_lv="Inta Audēja", is_natural_person=True, website="https://inta.example"
    )
    project = ProjectFactory(
        partner=weaver, published_at=timezone.now() - timedelta(days=366 * years)
    )

    answer = record_of(client, project)

    assert answer.status_code == 200
    assert ("Inta Audēja" in answer.text) == named
    assert "inta.example" not in answer.text


def test_record_of_a_draft_is_nowhere(client, admin_client):
    hidden = ProjectFactory(published_at=None)
    shown = ProjectFactory()

    assert record_of(client, hidden).status_code == 404
    assert client.get(f"/id/projects/{hidden.uid}/").status_code == 404
    uids = [each["uid"] for each in client.get("/data/projects.json").json()["projects"]]
    assert uids == [str(shown.uid)]


def test_stable_address_leads_people_to_the_page_and_programs_to_the_record(client):
    project = ProjectFactory()
    address = f"/id/projects/{project.uid}/"

    page = client.get(address, headers={"accept": "text/html", "accept-language": "en"})
    data = client.get(address, headers={"accept": "application/json"})

    assert (page.status_code, page.headers["Location"]) == (303, project.url_in("en"))
    assert (data.status_code, data.headers["Location"]) == (
        303,
        f"/data/projects/{project.uid}.json",
    )
