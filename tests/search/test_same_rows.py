"""Every form of data has the rows of the pages of a list, in their order, whatever narrows it."""

import random
from datetime import date

import feedparser
import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.urls import reverse

from projects.filters import ProjectList
from projects.models import Participation, Project
from tests.factories import (
    FundFactory,
    PartnershipFactory,
    ProgrammeFactory,
    ProjectFactory,
    ThemeFactory,
)
from tests.opendata.reading import parsed, sent, sheets, table

pytestmark = pytest.mark.django_db
WORDS = ("zivju", "lauku ceļi", "Ādažu zivis", "", "nekas tāds")
ORDERS = ("", "relevance", "newest", "title", "budget", "start", "end")


@pytest.fixture
def many():
    """Projects with words, states, days and costs at random, many of them alike."""
    dice = random.Random(12)
    programmes = [ProgrammeFactory(fund=FundFactory(slug=f"fonds-{n}")) for n in range(2)]
    bodies = [PartnershipFactory(slug_lv=f"partneri-{n}").organisation for n in range(2)]
    themes = ThemeFactory.create_batch(2)
    for number in range(30):
        project = ProjectFactory(
            title_lv=f"{dice.choice(['Ādažu', 'Zivju', 'Lauku', 'Žogu'])} ceļi {number % 7}",
            summary_lv=dice.choice(["Zivju pārstrāde un zivis.", "Lauku ceļi.", ""]),
            programme=dice.choice(programmes),
            status=dice.choice(["running", "completed"]),
            start_on=dice.choice([None, date(2019, 8, 1), date(2021, 1, 1)]),
            end_on=dice.choice([None, date(2022, 8, 1)]),
            total_cost=dice.choice([None, 1000, 2000]),
        )
        project.themes.set(dice.sample(themes, dice.randint(0, 2)))
        for role, body in zip(("lead", "partner"), dice.sample(bodies, 2), strict=True):
            Participation.objects.create(project=project, organisation=body, role=role)
    ProjectFactory(title_lv="Zivju melnraksts", published_at=None)


def random_queries(number):
    dice = random.Random(21)
    values = {
        "funder": ["fonds-0", "fonds-1"],
        "status": ["running", "completed"],
        "year": ["2019", "2021"],
        "theme": list(ThemeFactory._meta.model.objects.values_list("slug", flat=True)),
    }
    for turn in range(number):
        query = QueryDict(mutable=True)
        query["sort"], query["q"] = ORDERS[turn % len(ORDERS)], WORDS[turn % len(WORDS)]
        for name in dice.sample(list(values), dice.randint(0, 2)):
            query.setlist(name, dice.sample(values[name], dice.randint(1, 2)))
        yield query


def listed(query):
    """Stable names of the rows on all pages of a list, seven to a page."""
    pages = Paginator(ProjectList(Project.objects.published(), query).paged(), 7)
    return [str(row.uid) for page in pages for row in page.object_list]


def read(client, form, query):
    address = reverse("projects:project_data", args=[form])
    return client.get(f"{address}?{query.urlencode()}")


def test_forms_of_data_have_the_rows_of_the_pages(client, many):
    seen = set()
    for query in random_queries(len(ORDERS) * len(WORDS)):
        names = listed(query)
        seen.add(len(names))

        features = parsed(read(client, "geojson", query))["features"]
        assert [each["id"] for each in features] == names, query
        assert [row["uid"] for row in table(read(client, "csv", query))] == names, query
    assert len(seen) > 5


@pytest.mark.parametrize(
    "asked",
    [
        *(f"q=zivju ceļi&status=completed&sort={order}" for order in ORDERS),
        "partnership=partneri-0&role=lead",
    ],
)
def test_all_forms_agree(client, many, asked):
    query = QueryDict(asked)
    names = listed(query)
    projects = {str(each.uid): each for each in Project.objects.all()}

    heading, *rows = sheets(read(client, "xlsx", query))[0]
    place = [cell.value for cell in heading].index("uid")
    feed = feedparser.parse(sent(read(client, "atom", query)))

    assert 3 < len(names) < 30
    assert [row[place].value for row in rows] == names
    assert [item["uid"] for item in parsed(read(client, "json", query))["items"]] == names
    newest = sorted(names, key=lambda uid: projects[uid].published_at, reverse=True)
    addresses = [projects[uid].get_absolute_url() for uid in newest]
    assert [entry.link.partition("/lv/")[2] for entry in feed.entries] == [
        address.partition("/lv/")[2] for address in addresses
    ]


def test_view_and_page_change_no_row(client, many):
    plain, shown = QueryDict("q=zivju"), QueryDict("q=zivju&view=map&page=2")

    assert sent(read(client, "csv", plain)) == sent(read(client, "csv", shown))
