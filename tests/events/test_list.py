"""The list of events: what is ahead first, the archive behind it, everything that narrows both."""

import html
import re
from datetime import datetime, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from events.filters import EventList, WhenFacet
from events.models import Event, Material, Session
from search import copy, documents
from search.shape import MICRO
from tests.factories import (
    EventFactory,
    ItemFactory,
    PartnershipFactory,
    ProjectFactory,
    TerritoryFactory,
)

pytestmark = pytest.mark.django_db


def here(*parts):
    return timezone.make_aware(datetime(*parts))


def listed(query=""):
    found = EventList(Event.objects.published(), QueryDict(query))
    return [row.title_lv for row in found.paged()[0 : max(1, found.number)]]


def offered(query=""):
    """{facet: {value: count}} of the panel."""
    found = EventList(Event.objects.published(), QueryDict(query))
    return {
        facet.name: {option.value: option.count for option in options}
        for facet, options, _chosen in found.facet_options()
    }


def parts(query=""):
    found = EventList(Event.objects.published(), QueryDict(query))
    return [(part.label, part.number, part.query, part.is_current) for part in found.parts()]


@pytest.fixture
def four():
    """Two events ahead and two that are over."""
    now = timezone.now()
    for title, days in (("rīt", 1), ("pēc nedēļas", 7), ("vakar", -1), ("pērn", -365)):
        EventFactory(title_lv=title, starts_at=now + timedelta(days=days), kind="forum")


def test_list_begins_with_what_is_ahead(four):
    assert listed() == ["rīt", "pēc nedēļas"]
    assert listed("sort=newest") == ["pēc nedēļas", "rīt"]
    assert listed("when=past") == ["vakar", "pērn"]
    assert listed("when=all") == ["pēc nedēļas", "rīt", "vakar", "pērn"]
    assert listed("when=nonsense") == ["rīt", "pēc nedēļas"]


def test_parts_keep_all_else(four):
    EventFactory(title_lv="Seminārs", kind="seminar")

    assert parts("type=forum&when=past") == [
        ("Gaidāmie", 2, "type=forum", False),
        ("Agrākie", 2, "when=past&type=forum", True),
        ("Visi", 4, "when=all&type=forum", False),
    ]


def test_event_moves_to_the_archive_by_itself(monkeypatch):
    """Nothing is written when it ends: the index looks again at that moment."""
    event = EventFactory()
    (entry,) = documents.entries(Event, [event.pk], {})

    assert entry.moment == round(event.ends_at.timestamp() * MICRO)
    monkeypatch.setattr(timezone, "now", lambda: event.ends_at)
    assert WhenFacet().values_of(Event.objects.all()) == {event.pk: {"past"}}


def test_facets_say_what_there_is():
    project = ProjectFactory(title_lv="Kaimiņi", slug_lv="kaimini")
    hidden = ProjectFactory(title_lv="Noslēpums", slug_lv="noslepums", published_at=None)
    place = TerritoryFactory(slug="olaine")
    event = EventFactory(
        owner=PartnershipFactory(slug_lv="lielupe"),
        kind="training",
        attendance="mixed",
        project=project,
        languages=["lv", "en"],
        starts_at=here(2030, 1, 31, 10),
        ends_at=here(2030, 2, 1, 16),
    )
    event.territories.add(place)
    EventFactory(
        owner=PartnershipFactory(slug_lv="melnraksts", published_at=None),
        project=hidden,
        attendance="online",
        precision="year",
        starts_at=here(2031, 1, 1),
        ends_at=None,
    )

    assert offered() == {
        "type": {"training": 1, "seminar": 1},
        "attendance": {"in-person": 1, "online": 2},
        "territory": {"olaine": 1},
        "project": {"kaimini": 1},
        "organiser": {"lielupe": 1},
        "month": {"2030-01": 1, "2030-02": 1},
        "year": {"2031": 1, "2030": 1},
        "spoken": {"lv": 1, "en": 1},
        "language": {"lv": 2, "en": 2},
    }


@pytest.mark.parametrize("with_index", [True, False])
def test_every_facet_narrows(with_index, monkeypatch):
    if not with_index:
        monkeypatch.setattr(copy, "current", lambda: None)
    place = TerritoryFactory(slug="olaine")
    event = EventFactory(
        title_lv="Meklētais",
        owner=PartnershipFactory(slug_lv="lielupe"),
        kind="trip",
        attendance="online",
        project=ProjectFactory(slug_lv="kaimini"),
        languages=["en"],
        starts_at=here(2030, 1, 31, 10),
    )
    event.territories.add(place)
    EventFactory(title_lv="Cits", starts_at=here(2031, 3, 3, 10))

    queries = ["type=trip", "attendance=online", "territory=olaine", "project=kaimini"]
    queries += ["organiser=lielupe", "month=2030-01", "year=2030", "spoken=en", "q=meklētais"]
    assert {query: listed(query) for query in queries} == {
        query: ["Meklētais"] for query in queries
    }


def test_archive_marks_what_can_be_watched(client):
    """A recording that only staff may see, slides and a draft are no recording."""
    told = {"kind": "recording"}
    cases = {
        "ar ierakstu": told,
        "ar prezentāciju": {"kind": "presentation"},
        "iekšēji": told | {"visibility": "staff"},
        "melnraksts": told | {"published_at": None},
    }
    for title, fields in cases.items():
        event = EventFactory(title_lv=title, starts_at=here(2020, 5, 1, 10))
        Material.objects.create(event=event, item=ItemFactory(**fields))
    talk = EventFactory(title_lv="ar runas ierakstu", starts_at=here(2020, 1, 1))
    Session.objects.create(event=talk, title="Runa", recording=ItemFactory(**told))

    cards = client.get("/lv/pasakumi/?when=past").text.split("<article")[1:]

    names = (*cases, "ar runas ierakstu")
    marked = [each for each in cards if "<span>Ieraksts</span>" in each]
    assert len(cards) == len(names)
    assert [name for name in names if any(f">{name}<" in each for each in marked)] == [
        "ar ierakstu",
        "ar runas ierakstu",
    ]


def test_months_are_named_as_each_language_does(client):
    EventFactory(starts_at=here(2030, 1, 31, 10))
    EventFactory(starts_at=here(2030, 3, 1, 10))

    months = {
        language: re.findall(r'name="month".*?<span>(.*?)</span>', client.get(address).text)
        for language, address in (("lv", "/lv/pasakumi/"), ("en", "/en/events/"))
    }

    assert {code: [html.unescape(each) for each in names] for code, names in months.items()} == {
        "lv": ["2030.\u00a0gada\u00a0janvāris", "2030.\u00a0gada\u00a0marts"],
        "en": ["January\u00a02030", "March\u00a02030"],
    }
