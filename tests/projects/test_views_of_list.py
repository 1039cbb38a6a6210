"""The map and the timeline of a list show exactly its rows, whatever narrows it."""

import random
import re
from datetime import date

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from partnership.models import Territory
from projects.filters import ProjectList
from projects.map import MOST, drawing
from projects.models import Participation, Project
from projects.timeline import timeline
from search import copy
from search.views import read
from tests.factories import OrganisationFactory, ProjectFactory, TerritoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, params=["index", "tables"])
def backend(request, monkeypatch, tmp_path):
    if request.param == "tables":
        nothing = copy.Copy(tmp_path / "search")
        nothing.next_try = float("inf")
        monkeypatch.setattr(copy, "COPY", nothing)


def found(query=""):
    return ProjectList(Project.objects.published(), QueryDict(query))


@pytest.fixture
def places():
    """A country with a region, six municipalities on the map, one without a point, a parish."""
    country = TerritoryFactory(slug="latvija", kind="country")
    region = TerritoryFactory(slug="vidzeme", kind="region", parent=country)
    municipalities = [
        TerritoryFactory(
            slug=f"novads-{number}",
            name_lv=f"{number}. novads",
            parent=region if number < 3 else country,
            latitude=56 + number / 5,
            longitude=22 + number / 2,
        )
        for number in range(6)
    ]
    nowhere = TerritoryFactory(slug="bez-punkta", parent=country)
    parish = TerritoryFactory(slug="pagasts", kind="parish", parent=municipalities[0])
    return [country, region, *municipalities, nowhere, parish]


def scatter(places, dice, number=30):
    """Projects at random places with random states and partner countries."""
    abroad = [OrganisationFactory(country=code) for code in ("FI", "SE", "JP")]
    for place in range(number):
        project = ProjectFactory(
            title_lv=f"Projekts {dice.choice(['zivju', 'lauku'])} {place}",
            status=dice.choice(["running", "completed"]),
            territories=dice.sample(places, dice.randint(0, 3)),
        )
        for body in dice.sample(abroad, dice.randint(0, 2)):
            Participation.objects.create(project=project, organisation=body, role="partner")


def municipalities_of(project):
    """Slugs of the municipalities that a project lies in, straight from its rows."""
    slugs = set()
    for territory in project.territories.all():
        while territory:
            if territory.kind == Territory.Kind.MUNICIPALITY:
                slugs.add(territory.slug)
            territory = territory.parent
    return slugs


QUERIES = (
    "",
    "status=running",
    "territory=novads-1",
    "territory=vidzeme&territory=novads-4&status=completed",
    "q=zivju",
    "q=lauku&country=FI",
)


def test_circles_count_the_rows_of_the_list(places):
    scatter(places, random.Random(5))

    for query in QUERIES:
        circles_are_those_of(query)


def circles_are_those_of(query):
    rows = list(found(query).rows())
    expected, abroad = {}, {}
    for project in rows:
        for slug in municipalities_of(project):
            expected[slug] = expected.get(slug, 0) + 1
        for code in {each.organisation.country for each in project.participations.all()}:
            abroad[code] = abroad.get(code, 0) + 1
    abroad.pop("LV")
    on_map = expected.keys() - {"bez-punkta"}

    drawn = drawing(found(query))

    assert rows, query
    assert {place.value: place.count for place in drawn["places"]} == expected, query
    assert {place.value for place in drawn["drawn"]} == on_map
    assert drawn["unplaced"] == sum(not municipalities_of(each) & on_map for each in rows)
    assert {place.value: place.count for place in drawn["abroad"]["places"]} == abroad
    assert {place.value for place in drawn["abroad"]["drawn"]} == abroad.keys() - {"JP"}


def test_circle_leads_to_as_many_rows_as_it_says(client, places):
    scatter(places, random.Random(6))
    page = client.get("/lv/projekti/?view=map&status=running").content.decode()

    links = re.findall(r'<a class="pin" href="([^"#]+)#results"><title>[^<]*: (\d+) \w+', page)

    assert len(links) > 5
    for address, number in links:
        answer = client.get(address.replace("&amp;", "&"))
        assert answer.context["found"].number == int(number), address
        assert answer.context["found"].view == "map"


def test_list_under_the_map_and_the_timeline_are_the_list(client, places):
    scatter(places, random.Random(7))

    def titles(query, view):
        page = client.get(f"/lv/projekti/?{query}&view={view}").content.decode()
        return re.findall(r'<h3><a href="([^"?]+)[^"]*">', page)

    for query in QUERIES:
        listed = titles(query, "list")
        without_dates = client.get(f"/lv/projekti/?{query}&view=timeline").context["timeline"]

        assert listed == titles(query, "map") != [], query
        shown = [project.get_absolute_url() for project in without_dates["undated"]]
        assert shown == listed, query


def test_only_the_largest_places_have_circles():
    project = ProjectFactory(territories=[])
    spots = [TerritoryFactory(latitude=57, longitude=25) for _ in range(MOST + 2)]
    project.territories.set(spots)
    ProjectFactory(territories=spots[-1:])

    drawn = drawing(found())

    assert (len(drawn["drawn"]), drawn["more"]) == (MOST, 2)
    assert (drawn["drawn"][0].value, drawn["drawn"][0].count) == (spots[-1].slug, 2)
    assert drawn["unplaced"] == 0


def test_view_stays_in_every_address_but_those_of_data(client):
    ProjectFactory(status="running", summary_lv="Par")
    page = client.get("/lv/projekti/?view=timeline&status=running&sort=title").content.decode()

    addresses = re.findall(r'(?:href|action)="([^"]*\?[^"]*)"', page)
    of_data = [each for each in addresses if "projekti." in each or "/dati" in each]
    narrowed = "sort=title&amp;status=running"
    assert f'<a href="/lv/projekti/?{narrowed}" id="view-list"' in page
    assert "sort=title&amp;view=map&amp;status=running" in page
    assert 'href="/lv/projekti/?view=timeline"' in page  # all filters cleared
    assert '<input type="hidden" name="view" value="timeline">' in page
    assert '<link rel="canonical" href="' in page
    assert not [each for each in of_data if "view=" in each]
    assert client.get("/lv/projekti/?view=nekas").context["found"].view == "list"
    assert client.get("/lv/zinas/?view=map").context["found"].view == "list"


def test_bars_reach_from_the_first_to_the_last_known_day():
    for title, more in {
        "Abi": {"start_on": date(2019, 1, 1), "end_on": date(2020, 12, 31)},
        "Gads": {"start_on": date(2018, 1, 1), "end_on": date(2018, 1, 1), "end_precision": "year"},
        "Sākums": {"start_on": date(2020, 1, 1), "status": "running"},
        "Beigas": {"end_on": date(2019, 12, 31)},
        "Kļūda": {"start_on": date(219, 1, 1), "end_on": date(2021, 12, 31)},
        "Nekas": {},
    }.items():
        ProjectFactory(title_lv=title, **{"status": "completed"} | more)
    _found, page = read(Project.objects.published(), RequestFactory().get("/?sort=title"))

    shown = timeline(page.object_list)

    bars = {each.project.title: each for each in shown["bars"]}
    assert list(bars) == ["Abi", "Beigas", "Gads", "Kļūda", "Sākums"]
    assert [project.title for project in shown["undated"]] == ["Nekas"]
    assert [year for year, *_rest in shown["years"]] == [2018, 2019, 2020, 2021]
    spans = {title: (round(bar.x), round(bar.end)) for title, bar in bars.items()}
    assert spans == {
        "Abi": (25, 75),
        "Gads": (0, 25),
        "Sākums": (50, 100),
        "Beigas": (0, 50),
        "Kļūda": (0, 100),
    }
    looks = {title: bar.look for title, bar in bars.items()}
    assert looks == dict.fromkeys(("Sākums", "Beigas", "Kļūda"), "open") | {
        "Abi": "solid",
        "Gads": "solid",
    }
    assert all(bar.x >= 0 and bar.end <= 100 for bar in bars.values())
