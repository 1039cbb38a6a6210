"""What a project's report tells of businesses, offers and messages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from directory.models import ContactMessage, Entry, Listing
from projects.report.figures import groups
from tests.factories import (
    CommunityEntryFactory,
    CommunityFactory,
    ContactMessageFactory,
    ContactPointFactory,
    EntryFactory,
    ItemFactory,
    ListingFactory,
    OrganisationFactory,
    ProjectFactory,
    TerritoryFactory,
)

pytestmark = pytest.mark.django_db


def told(project):
    return {group.key: group for group in groups(project) if group.position in (60, 65)}


def numbers(group):
    return {each.key: each.value for each in group.figures}


def entry(project, country, **fields):
    row = EntryFactory(organisation=OrganisationFactory(country=country), **fields)
    row.projects.add(project)
    return row


def message(**fields):
    fields = {"state": "relayed", "confirmed_at": timezone.now(), **fields}
    return ContactMessageFactory(decided_at=timezone.now(), **fields)


@pytest.fixture
def project():
    """Three public organisations, two with a brand book; three offers, one over; four messages."""
    project = ProjectFactory()
    book = ItemFactory(kind="brand_book")
    farm = entry(project, "MD", brand_book=book)
    point = ContactPointFactory()
    mill = entry(project, "MD", brand_book=book, contact=point)
    smith = entry(project, "LV")
    entry(project, "LV", published_at=None)
    EntryFactory()
    offer = ListingFactory(project=project, entry=farm, text_language="ro", title_en="")
    ListingFactory(project=project, entry=smith, direction="request")
    yesterday = timezone.localdate() - timedelta(days=1)
    ListingFactory(
        project=project,
        entry=mill,
        published_at=timezone.now() - timedelta(days=40),
        runs_from=yesterday - timedelta(days=30),
        valid_until=yesterday,
    )
    ListingFactory(project=project, entry=farm, state="withdrawn", closed_as="withdrawn")
    ListingFactory(project=project, entry=farm, published_at=None)
    ListingFactory()
    message(listing=offer, country="LV", to_country="MD", outcome="yes")
    message(listing=offer, country="LV", to_country="MD")
    message(contact=point, country="MD", to_country="MD", outcome="ongoing")
    message(listing=offer, state="refused")
    message()
    return project


def test_organisations_are_counted_by_country_and_with_brand_books(client, project):
    group = told(project)["entries"]

    assert numbers(group) == {
        "entries": 3,
        "entries.LV": 1,
        "entries.MD": 2,
        "entries.brand_books": 2,
    }
    found = {each.key: client.get(each.address).context["found"].number for each in group.figures}
    assert found == numbers(group)


def test_offers_count_also_when_their_time_is_over(project):
    group = told(project)["cooperation"]

    assert numbers(group) == {
        "listings.offer": 2,
        "listings.request": 1,
        "messages": 3,
        "messages.yes": 1,
        "messages.ongoing": 1,
    }
    listings, messages = group.tables
    assert len(listings.rows) == 3
    assert sum(row.address == "" for row in listings.rows) == 1
    assert [row.language for row in listings.rows] == ["", "ro", ""]
    assert [row.cells[1:] for row in messages.rows] == [(2, 1), (1, 0)]


def test_figures_of_the_directory_stay_when_names_go(project):
    before = told(project)

    for model in (Entry, Listing, ContactMessage):
        model.objects.anonymise(timezone.now())

    assert told(project) == before


def test_report_holds_nothing_of_a_message(project):
    texts = [cell for group in told(project).values() for table in group.tables
             for row in table.rows for cell in row.cells]  # fmt: skip

    assert [text for text in map(str, texts) if "Ilze" in text or "tikties" in text] == []


@pytest.fixture
def commons():
    """Three communities in two municipalities, one of them in a parish; entries of all kinds."""
    project = ProjectFactory()
    town, other = TerritoryFactory(name_lv="Mārupes novads"), TerritoryFactory(name_lv="Ogre")
    parish = TerritoryFactory(kind="parish", parent=other)
    rows = [CommunityFactory(territory=each, entries=0) for each in (town, town, parish)]
    for row in (*rows, CommunityFactory(territory=town, entries=0, published_at=None)):
        row.projects.add(project)
    CommunityFactory()
    first = {"community": rows[0]}
    CommunityEntryFactory(**first, kind="resource", status="available")
    CommunityEntryFactory(**first, kind="resource", status="gone")
    CommunityEntryFactory(**first, kind="resource", status="available", visibility="staff")
    CommunityEntryFactory(**first, kind="need", status="open", terms="")
    CommunityEntryFactory(**first, kind="need", status="solved", terms="")
    return project


def test_communities_are_counted_with_their_municipalities(client, commons):
    found = {group.key: group for group in groups(commons)}

    assert numbers(found["communities"]) == {"communities": 3, "municipalities": 2}
    assert numbers(found["resources"]) == {"resources": 1, "needs": 2, "needs.solved": 1}
    assert [row.cells[:2] for row in found["communities"].tables[0].rows] == [
        ("Mārupes novads", 2),
        ("Ogre", 1),
    ]
    lists = [each for group in found.values() for each in group.figures if "?" in each.address]
    shown = {each.key: client.get(each.address).context["found"].number for each in lists}
    assert shown == {"communities": 3, "resources": 1}
