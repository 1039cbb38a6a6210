"""What is not public stays out of every form, also on the way through something that is."""

import io
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from partnership.models import Organisation, Person
from projects.models import Measure, Programme, Project
from projects.publicity.snippets import snippets
from projects.publicity.wording import words
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    PostFactory,
    ProgrammeFactory,
    ProjectFactory,
    TerritoryFactory,
)

pytestmark = pytest.mark.django_db
SECRET = "Qzsecret"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def hidden_programme():
    programme = ProgrammeFactory(
        title_lv=f"{SECRET} programma",
        title_en=f"{SECRET} programme",
        code=f"{SECRET}-code",
        hashtag=f"#{SECRET}",
        published_at=None,
    )
    name = f"{SECRET} pasākums"
    return programme, Measure.objects.create(programme=programme, name_lv=name, slug="pasakums")


def body_of(address):
    response = Client().get(address)
    assert response.status_code == 200, address
    data = b"".join(response) if response.streaming else response.content
    if not data.startswith(b"PK"):
        return data.decode()
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    return " ".join(str(cell) for sheet in book for row in sheet.values for cell in row)


def forms_of(project):
    """The addresses at which a project can be read as data or as a page."""
    data = [reverse("projects:project_data", args=[form]) for form in Project.data_forms]
    record = reverse("project_record", args=[project.uid])
    pages = [reverse("projects:project_publicity", args=[project.slug]), project.get_absolute_url()]
    cards = [reverse("project_embed", args=["lv", project.uid])]
    return [*data, record, *pages, *cards, reverse("projects:project_list")]


def test_a_draft_programme_is_named_nowhere():
    programme, measure = hidden_programme()
    project = ProjectFactory(
        programme=programme,
        measure=measure,
        kind="development",
        status="running",
        start_on="2020-01-01",
        total_cost=1000,
        cofinancing_rate=90,
    )
    for address in forms_of(project):
        assert SECRET.lower() not in body_of(address).lower(), address
    project.refresh_from_db()
    for language in ("lv", "en"):
        assert SECRET not in str(words(project, language))
        assert SECRET not in "".join(each.text for each in snippets(project, language))


def test_a_public_programme_is_still_named():
    programme, measure = hidden_programme()
    Programme.objects.filter(pk=programme.pk).update(published_at=timezone.now())
    project = ProjectFactory(programme=Programme.objects.get(pk=programme.pk), measure=measure)
    for form in ("csv", "json", "xlsx"):
        assert f"{SECRET} pasākums" in body_of(reverse("projects:project_data", args=[form]))
    assert f"{SECRET} programma" in str(words(project, "lv"))
    assert f"#{SECRET}" in body_of(project.get_absolute_url())


def test_of_a_person_only_the_name_and_after_two_years_nothing():
    body = OrganisationFactory(
        name_lv=f"{SECRET} Jānis",
        is_natural_person=True,
        kind=Organisation.Kind.CRAFTSPERSON,
        registration_number="99887766551",
        town_lv=f"{SECRET} ciems",
        website="https://qzsecret.example/",
    )
    since = timezone.now() - timedelta(days=900)
    facts = {"kind": "development", "start_on": "2020-01-01", "total_cost": 10}
    project = ProjectFactory(published_at=since, **facts)
    project.participations.create(
        organisation=body,
        role="lead",
        text_lv=f"<p>{SECRET}</p>",
        note_lv=f"{SECRET} auž",
        place_lv=f"{SECRET} mājas",
        contact=Person.objects.create(organisation=body, name=f"{SECRET} Jānis", email="q@x.lv"),
    )
    data = [reverse("projects:project_data", args=[form]) for form in Project.data_forms]
    for address in [*data, reverse("project_record", args=[project.uid])]:
        assert SECRET.lower() not in body_of(address).lower(), address
        assert "99887766551" not in body_of(address), address


def test_of_a_person_who_may_be_named_the_workbook_tells_the_name_alone():
    body = OrganisationFactory(
        name_lv="Jānis", is_natural_person=True, town_lv=SECRET, website="https://qzsecret.lv/"
    )
    ProjectFactory().participations.create(organisation=body, role="lead")
    found = body_of(reverse("projects:project_data", args=["partners.xlsx"]))
    assert "Jānis" in found
    assert "qzsecret" not in found.lower()


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"unpublish_at": LONG_AGO}])
def test_a_search_does_not_find_by_what_is_hidden(hidden):
    draft = ProjectFactory(title_lv=SECRET, **hidden)
    PostFactory(title_lv="Jaunums").projects.add(draft)
    Programme.objects.filter(pk=draft.programme_id).update(title_lv="Zzslepts", **hidden)
    ProjectFactory(title_lv="Redzams", programme=draft.programme)
    for name, query, shown in (
        ("news:post_data", SECRET, "Jaunums"),
        ("projects:project_data", "Zzslepts", "Redzams"),
    ):
        assert shown in body_of(reverse(name, args=["json"]))
        assert shown not in body_of(reverse(name, args=["json"]) + f"?q={query}")


def test_the_area_of_a_partnership_that_is_a_draft_is_not_told():
    partnership = PartnershipFactory(published_at=None)
    partnership.area.add(TerritoryFactory(name_lv=SECRET, latitude=57, longitude=24))
    project = ProjectFactory(status="running", start_on="2020-01-01", total_cost=10)
    project.participations.create(organisation=partnership.organisation, role="lead")
    for address in forms_of(project):
        assert SECRET.lower() not in body_of(address).lower(), address


def test_a_format_that_oembed_does_not_know_is_not_a_failure_of_the_server():
    with translation.override("lv"):
        page = ProjectFactory().get_absolute_url()
    asked = {"url": f"http://localhost{page}", "format": "x"}
    assert Client().get(reverse("oembed"), asked).status_code == 404
