"""Lists as data: the same rows as the page, harmless to open, in forms that programs can read."""

import itertools
import random
import re
from datetime import timedelta

import feedparser
import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree

from opendata.columns import plain
from opendata.forms import FORMS
from opendata.records import Listing
from opendata.writers import workbook
from partnership.models import Organisation, Territory
from projects.data import ProjectRecord
from projects.filters import ProjectList
from projects.models import Participation, Project
from tests.factories import (
    FundFactory,
    OrganisationFactory,
    PostFactory,
    ProgrammeFactory,
    ProjectFactory,
    TerritoryFactory,
    ThemeFactory,
)

from .reading import parsed, sent, sheets, table, text

pytestmark = pytest.mark.django_db
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    ' ="a"',
    "a;=1",
    "a\n=1",
]
JUNK = ["9" * 100, "-1", "' OR 1=1 --", "<script>", "%E2%80%AEx", "a" * 5000, "%25", "[]", "%FF"]


def data(form, query="", of="projects:project"):
    return reverse(f"{of}_data", args=[form]) + (f"?{query}" if query else "")


@pytest.fixture
def many():
    """Projects that differ in all that lists are narrowed by."""
    dice = random.Random(4)
    programmes = [ProgrammeFactory(fund=FundFactory(slug=f"fonds-{n}")) for n in range(3)]
    themes = ThemeFactory.create_batch(3)
    places = TerritoryFactory.create_batch(3)
    for _number in range(25):
        project = ProjectFactory(
            programme=dice.choice(programmes),
            status=dice.choice(Project.Status.values),
            start_on=dice.choice([None, "2019-08-01", "2021-01-01"]),
            total_cost=dice.choice([None, 1000, 2000]),
            territories=dice.sample(places, dice.randint(0, 2)),
        )
        project.themes.set(dice.sample(themes, dice.randint(0, 2)))


def test_data_has_the_rows_of_the_list_in_its_order(client, many):
    dice = random.Random(7)
    values = {
        "funder": ["fonds-0", "fonds-1", "fonds-9"],
        "status": Project.Status.values,
        "year": ["2019", "2021", "1900"],
        "sort": ["title", "budget", "end", "no-such-order"],
        "q": ["", "virsraksts", "nekas"],
        "page": ["1", "2", "x"],
    }
    for _time in range(20):
        query = QueryDict(mutable=True)
        for name in dice.sample(list(values), dice.randint(0, 4)):
            query.setlist(name, dice.sample(values[name], dice.randint(1, 2)))

        listed = ProjectList(Project.objects.published(), query).rows()

        names = [project.title_lv for project in listed]
        assert [
            row["title_lv"] for row in table(client.get(data("csv", query.urlencode())))
        ] == names
        items = parsed(client.get(data("json", query.urlencode())))
        assert [item["title"]["lv"] for item in items["items"]] == names
        assert items["count"] == len(names)


def test_anybody_may_ask_from_anywhere(client):
    ProjectFactory()

    response = client.get(data("csv"), headers={"Origin": "https://example.org"})

    assert response.streaming
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    name = f'attachment; filename="projekti-{timezone.localdate()}.csv"'
    assert response.headers["Content-Disposition"] == name
    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("form", Project.data_forms)
def test_every_form_answers_to_its_headers_alone(client, form):
    ProjectFactory()

    head, whole = client.head(data(form)), client.get(data(form))

    assert head.status_code == 200
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]
    assert sent(head) == b""
    assert sent(whole)


def test_unknown_forms_are_missing_pages(client):
    names = ["nope", "geojson2", "CSV", "csv.exe", "a" * 300]

    assert [client.get(data(name)).status_code for name in names] == [404] * len(names)
    assert client.get(data("geojson", of="news:post")).status_code == 404
    assert client.post(data("csv")).status_code == 405


def test_odd_parameters_never_fail():
    ProjectFactory()
    visitor = Client(raise_request_exception=False)
    names = "q territory funder status programme partnership country theme year sort page"

    for junk, form in itertools.product(JUNK, ("csv", "json", "atom", "geojson")):
        query = "&".join(f"{name}={junk}" for name in names.split())
        response = visitor.get(data(form, query))
        assert response.status_code < 500
        text(response)
    assert visitor.get(data("csv", "q=%00")).status_code == 400


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_becomes_a_formula(client, formula):
    project = ProjectFactory(
        title_lv=formula, title_en=formula, summary_lv=formula, number=formula.strip()
    )
    Organisation.objects.update(name_lv=formula, name_en=formula)

    assert table(client.get(data("csv")))[0]["title_lv"] == project.title_lv
    for form in (form for form in Project.data_forms if FORMS[form].is_table):
        answer = client.get(data(form))
        if form.endswith("csv"):
            raw = sent(answer).decode("utf-8-sig")
            starts = {cell.lstrip(' "\t')[:1] for cell in re.split("[,;\r\n]", raw)}
            assert not starts & set("=+-@＝＋－＠"), form
        else:
            cells = [cell for lines in sheets(answer) for line in lines for cell in line]
            assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}, form
            assert formula in [cell.value for cell in cells], form


def test_table_says_all_in_both_languages(client):
    theme = ThemeFactory(name_lv="Ūdens", name_en="Water")
    project = ProjectFactory(
        title_lv="Krasts",
        title_en="Shore",
        body_lv="<p>Viens</p><ul><li><p>divi &amp; trīs</p></li></ul>",
        start_on="2019-08-01",
        start_precision="month",
        total_cost="1234.50",
        partner=OrganisationFactory(name_lv="Jūrnieki", name_en="Sailors", country="FI"),
    )
    project.themes.add(theme)

    row = table(client.get(data("csv")))[0]
    (headings, line), *_more = sheets(client.get(data("xlsx")))

    assert row["uid"] == str(project.uid)
    assert row["stable_url"] == project.stable_url
    assert row["address_en"].endswith("/en/projects/shore/")
    assert (row["title_lv"], row["title_en"]) == ("Krasts", "Shore")
    assert row["body_lv"] == "Viens\n• divi & trīs"
    assert (row["themes_lv"], row["themes_en"]) == ("Ūdens", "Water")
    assert row["start_on"] == "2019-08"
    assert row["total_cost"] == "1234.50"
    assert row["partners_en"] == "Sailors; partner; FI"
    cells = dict(zip([cell.value for cell in headings], line, strict=True))
    assert cells["total_cost"].value == 1234.5
    assert cells["title_lv"].number_format == "@"


def test_full_sheet_is_followed_by_another():
    ProjectFactory.create_batch(5)
    found = ProjectList(Project.objects.published(), QueryDict())
    listing = Listing.of(found, ProjectRecord(Project), "xlsx", "lv")

    class Answer:
        streaming, streaming_content = True, workbook(found.rows(), listing, most=3)

    assert [len(lines) - 1 for lines in sheets(Answer)] == [2, 2, 1]


def test_names_of_people_leave_the_data_after_two_years(client):
    person = OrganisationFactory(name_lv="Anna Liepa", name_en="Anna Liepa", is_natural_person=True)
    project = ProjectFactory(partner=person)
    forms = [form for form in Project.data_forms if form not in ("geojson", "atom")]

    def naming():
        pages = [data(form) for form in forms] + [project.url_in("lv")]
        told = {page: text(client.get(page)) for page in pages}
        told[pages[-1]] = told[pages[-1]].partition("<main")[0]  # the page itself stays as it is
        return [page for page in pages if "Anna Liepa" in told[page]]

    assert {data("csv"), data("xlsx"), data("json"), data("jsonld")} <= set(naming())
    Project.objects.update(published_at=timezone.now() - timedelta(days=731))
    assert naming() == []


def test_geojson_is_as_the_standard_says(client):
    here = TerritoryFactory(latitude="56.95", longitude="24.1")
    there = TerritoryFactory(latitude="57.5", longitude="27.1")
    ProjectFactory(title_lv="Viens", territories=[here])
    ProjectFactory(title_lv="Divi", territories=[here, there])
    ProjectFactory(title_lv="Nezināms", territories=[])

    found = parsed(client.get(data("geojson", "sort=title")))

    assert found["type"] == "FeatureCollection"
    assert "crs" not in found
    assert {each["type"] for each in found["features"]} == {"Feature"}
    assert all(set(each) == {"type", "id", "geometry", "properties"} for each in found["features"])
    shapes = {each["properties"]["title"]["lv"]: each["geometry"] for each in found["features"]}
    assert shapes["Viens"] == {"type": "Point", "coordinates": [24.1, 56.95]}
    assert shapes["Divi"]["type"] == "MultiPoint"
    assert sorted(shapes["Divi"]["coordinates"]) == [[24.1, 56.95], [27.1, 57.5]]
    assert shapes["Nezināms"] is None


def test_project_without_territories_stands_where_its_partners_work(client):
    project = ProjectFactory(territories=[])
    place = TerritoryFactory(kind=Territory.Kind.PARISH, latitude="56.5", longitude="23.5")
    Participation.objects.get(project=project).territories.add(place)

    feature = parsed(client.get(data("geojson")))["features"][0]

    assert feature["geometry"] == {"type": "Point", "coordinates": [23.5, 56.5]}


def test_every_list_has_a_feed_of_its_own(client):
    wanted = ThemeFactory(slug="udens")
    post = PostFactory(title_lv="Par ūdeni", body_lv="<p>Viss teksts</p>")
    post.themes.add(wanted)
    PostFactory(title_lv="Par ko citu")

    page = client.get(reverse("news:post_list") + "?theme=udens").text
    feed = feedparser.parse(sent(client.get(data("atom", "theme=udens", of="news:post"))))

    address = data("atom", "theme=udens", of="news:post")
    assert re.search(
        f'<link rel="alternate" type="application/atom[^>]*{re.escape(address)}">', page
    )
    assert feed.feed.id.endswith(address)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [entry.title for entry in feed.entries] == ["Par ūdeni"]
    assert feed.entries[0].link.endswith(post.url_in("lv"))
    assert feed.entries[0].content[0].value == "<p>Viss teksts</p>"


def test_feed_without_texts_is_not_new_at_every_request(client):
    feed = feedparser.parse(sent(client.get(data("atom", of="news:post"))))

    assert (feed.bozo, feed.entries) == (False, [])
    assert feed.feed.updated == "1970-01-01T00:00:00+00:00"


def test_list_offers_its_data_with_its_own_query(client):
    ProjectFactory(status="running")

    page = client.get(reverse("projects:project_list") + "?status=running&page=1&x=1").text

    for form in Project.data_forms:
        assert f'href="{data(form, "status=running")}"' in page


def test_formatted_text_becomes_lines():
    html = '<h2>Mērķis</h2><p>A &lt;b&gt;<br>B</p><ul><li><p title="a>b">c</p></li></ul>'

    assert plain(html) == "Mērķis\nA <b>\nB\n• c"
    assert plain("") == plain(None) == ""


def test_sitemap_names_every_language_of_a_page(client):
    project = ProjectFactory()

    root = etree.fromstring(client.get("/sitemap.xml").content)
    told = {url[0].text: url.findall("{http://www.w3.org/1999/xhtml}link") for url in root}
    for language in ("lv", "en"):
        links = next(links for loc, links in told.items() if loc.endswith(project.url_in(language)))
        assert {link.get("hreflang") for link in links} == {"lv", "en", "x-default"}
    assert "Sitemap: " in client.get("/robots.txt").text
