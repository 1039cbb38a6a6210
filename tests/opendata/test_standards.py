"""The formats of officials and funders on projects of every sort, judged by their validators."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from partnership.loading import load_territories
from partnership.models import Office, Person, Territory
from projects.standards.kohesio import COLUMNS
from projects.standards.kohesio_rules import faults
from tests.factories import (
    FundFactory,
    OrganisationFactory,
    ProgrammeFactory,
    ProjectFactory,
    TerritoryFactory,
    ThemeFactory,
)
from tests.opendata.judging import (
    SCHEMA,
    activities,
    complaints,
    data,
    everything,
    grant_complaints,
    grants,
    operations,
)
from tests.opendata.reading import sent

pytestmark = pytest.mark.django_db
FORMS = ["kohesio.csv", "partners.xlsx", "iati.xml", "360giving.json"]
KNOWN = {  # enough for every format
    "kind": "development",
    "start_on": date(2020, 1, 1),
    "total_cost": 1000,
    "cofinancing_rate": 90,
}


def development(**more):
    return ProjectFactory(**{"kind": "development", "start_on": date(2020, 7, 1), **more})


def union_project(**more):
    programme = ProgrammeFactory(fund=FundFactory(kind="eu"), code="2014LV06RDNP001")
    return ProjectFactory(**{"programme": programme, "status": "approved", **more})


def test_municipality_that_is_gone_is_in_the_region_of_its_heirs(client):
    load_territories()
    union_project(territories=[Territory.objects.get(name_lv="Tērvetes novads")])

    (row,) = operations(client)

    assert (row["NUTS3_Code"], row["LAU_Labels"]) == ("LV009", "Dobeles novads")


def test_operation_without_a_place_stays_and_breaks_the_first_rule(client):
    union_project(territories=[])

    assert [list(faults(row)) for row in operations(client)] == [["location"]]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"Operation_Start_Date": "02/01/2020"}, "dates"),
        ({"Operation_Start_Date": "2020-01-01"}, "dates"),
        ({"Total_Eligible_Expenditure_Currency": "SEK"}, "exchange"),
        ({"Location_Indicator_NUTS_code": ""}, "location"),
    ],
)
def test_rules_see_what_the_validator_sees(change, fault):
    row = dict.fromkeys(COLUMNS, "") | {
        "Location_Indicator_NUTS_code": "LV00B",
        "Operation_End_Date": "01/01/2020",
        "Total_Eligible_Expenditure_Currency": "EUR",
    }

    assert faults(row) == {}
    assert list(faults(row | change)) == [fault]


def test_only_awarded_projects_of_the_union_are_operations(client):
    union_project(title_lv="Ar atbalstu")
    union_project(title_lv="Vēl gatavo", status="preparation")
    union_project(title_lv="Atcelts", status="cancelled")
    ProjectFactory(programme__fund__kind="national", status="approved")

    names = [row["Operation_Name_Programme_Language"] for row in operations(client)]

    assert names == ["Ar atbalstu"]


def test_judges_of_activities_see_faults(client):
    development()
    found = activities(client)
    found[0].remove(found[0].find("activity-status"))
    found[0].find("activity-date").set("type", "3")

    errors = complaints(found)

    assert any("activity-date" in error for error in errors)
    assert any("atleast_one" in error for error in errors)


def test_only_development_cooperation_kept_here_with_a_start_is_an_activity(client):
    kept = development()
    ProjectFactory(kind="local", start_on=date(2020, 1, 1))
    development(start_on=None)

    found = activities(client)

    assert [each[0].text[-36:] for each in found] == [str(kept.uid)]


def test_activity_reports_a_contact_only_while_the_page_shows_it(client):
    project = development()
    partner = project.participations.get()
    partner.contact = Person.objects.create(
        organisation=partner.organisation, name="Ilze Kalniņa", email="ilze@example.lv"
    )
    partner.save()

    shown = data(client, "iati.xml").decode()
    Person.objects.update(is_public=False)
    hidden = data(client, "iati.xml").decode()

    assert "Ilze Kalniņa" in shown
    assert "ilze@example.lv" in shown
    assert "Ilze" not in hidden
    assert "ilze@" not in hidden


def test_activity_shares_countries_in_parts_of_a_hundred(client):
    places = [TerritoryFactory(kind="country", code=code) for code in ("MD", "UA", "GE")]
    development(territories=places)

    parts = activities(client).xpath("iati-activity/recipient-country/@percentage")

    assert parts == ["33.33", "33.33", "33.34"]


def test_activity_with_purpose_codes_uses_them(client):
    project = development()
    project.themes.set([ThemeFactory(dac_code="43040"), ThemeFactory(dac_code="")])

    sectors = activities(client).xpath("iati-activity/sector")

    assert [(each.get("vocabulary"), each.get("code")) for each in sectors] == [("1", "43040")]


@pytest.mark.parametrize("name", SCHEMA["$defs"]["grant"]["required"])
def test_schema_of_grants_sees_what_is_missing(client, name):
    ProjectFactory(status="running", start_on=date(2020, 1, 1), total_cost=5, cofinancing_rate=50)
    package = grants(client)
    del package["grants"][0][name]

    assert grant_complaints(package)


def test_only_small_awarded_grants_are_given(client):
    known = {"status": "running", "start_on": date(2020, 1, 1), "cofinancing_rate": 90}
    ProjectFactory(**known, total_cost=200_000, title_lv="Neliels")
    ProjectFactory(**known, total_cost=200_001)
    ProjectFactory(**known)
    ProjectFactory(**known | {"status": "preparation"}, total_cost=1000)
    ProjectFactory(**known | {"start_on": None}, total_cost=1000)

    assert [(each["title"], each["amountAwarded"]) for each in grants(client)["grants"]] == [
        ("Neliels", 180_000.0)
    ]


def with_craftsperson(published):
    """A project of every format, led by a natural person."""
    person = OrganisationFactory(
        name_lv="Anna Podniece",
        is_natural_person=True,
        kind="craftsperson",
        website="https://annapodniece.example",
        registration_number="010190-12345",
    )
    Office.objects.create(organisation=person, address_lv="Podnieku iela 1", postcode="LV-3999")
    project = union_project(
        partner=person,
        kind="development",
        start_on=date(2020, 1, 1),
        total_cost=1000,
        cofinancing_rate=90,
        published_at=published,
    )
    return project


@pytest.mark.parametrize("form", FORMS)
def test_name_of_a_natural_person_leaves_for_two_years(client, form):
    with_craftsperson(timezone.now() - timedelta(days=700))

    assert "Anna Podniece" in everything(client, form)


@pytest.mark.parametrize("form", FORMS)
def test_name_of_a_natural_person_is_gone_after_two_years(client, form):
    project = with_craftsperson(timezone.now() - timedelta(days=732))

    found = everything(client, form)

    assert str(project.uid) in found
    assert "Podniece" not in found
    assert "annapodniece" not in found


@pytest.mark.parametrize("form", FORMS)
def test_number_and_home_of_a_natural_person_never_leave(client, form):
    with_craftsperson(timezone.now())

    found = everything(client, form)

    assert "12345" not in found
    assert "LV-3999" not in found


@pytest.mark.parametrize("form", FORMS)
def test_filters_narrow_every_form(client, form):
    wanted = union_project(**KNOWN, status="running")
    other = union_project(**KNOWN, status="completed")

    found = everything(client, form, status="running")

    assert str(wanted.uid) in found
    assert str(other.uid) not in found


@pytest.mark.parametrize("form", FORMS)
def test_drafts_are_in_no_form(client, form):
    union_project(**KNOWN, title_lv="Slepens melnraksts", published_at=None)
    draft = ProgrammeFactory(
        fund__kind="eu", title_lv="Slepena programma", code="SLEPENS", published_at=None
    )
    public = union_project(**KNOWN, title_lv="Redzams", programme=draft)

    found = everything(client, form)

    assert str(public.uid) in found
    assert "lepen" not in found.lower()


@pytest.mark.parametrize("form", FORMS)
def test_reading_many_costs_as_many_queries_as_reading_few(client, form, django_assert_num_queries):
    for _number in range(2):
        union_project(**KNOWN)
    data(client, form)  # the index takes over what is new
    with CaptureQueriesContext(connection) as few:
        data(client, form)
    number = len(few)
    for _number in range(6):
        union_project(**KNOWN)
    data(client, form)

    with django_assert_num_queries(number):
        data(client, form)


@pytest.mark.parametrize("form", FORMS)
def test_empty_list_is_a_file_without_rows(client, form):
    response = client.get(reverse("projects:project_data", args=[form]))

    assert response.status_code == 200
    assert len(sent(response)) > 50
