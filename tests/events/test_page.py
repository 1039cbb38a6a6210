"""The page of an event: its state, its places, its programme; what it tells machines, and not."""

import json
import re
from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events import actions
from events.models import Event, Material, Session
from tests.factories import (
    EventFactory,
    ItemFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProjectFactory,
    SeriesFactory,
    TerritoryFactory,
)
from tests.opendata.reading import parsed, text

from .registering import coming, move, open_event

pytestmark = pytest.mark.django_db
LINK = "https://meet.example/slepenasaite"


def here(*parts):
    return timezone.make_aware(datetime(*parts))


def badge(client, address):
    """The words of the first badge of a page."""
    found = re.search(r'class="tag st st-\w+">([^<]+)<', client.get(address).text)
    return found and found[1]


def nodes(page):
    """{type: node} of schema.org."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    return {node["@type"]: node for block in blocks for node in json.loads(block)["@graph"]}


def test_badge_says_the_state(client):
    now = timezone.now()
    rows = {
        "open": open_event(),
        "full": open_event(capacity=1),
        "shut": open_event(closes_at=now - timedelta(minutes=1)),
        "now": EventFactory(starts_at=now - timedelta(hours=1)),
        "over": EventFactory(starts_at=now - timedelta(days=1)),
        "plain": EventFactory(),
        "unknown": EventFactory(starts_at=now - timedelta(days=9), precision="none", ends_at=now),
        "cancelled": EventFactory(cancelled_at=now, cancel_reason_lv="Slimība"),
    }
    coming(rows["full"])

    assert {name: badge(client, row.get_absolute_url()) for name, row in rows.items()} == {
        "open": "Var pieteikties",
        "full": "Brīvu vietu nav",
        "shut": "Pieteikšanās slēgta",
        "now": "Notiek tagad",
        "over": "Noticis",
        "plain": None,
        "unknown": None,
        "cancelled": "Atcelts",
    }


def test_cancelled_event_keeps_its_page_and_its_place_in_the_list(client):
    """Acceptance check 8, pages and lists."""
    event = open_event(title_lv="Forums", title_en="Forum")

    actions.cancel(event=event, reasons={"lv": "Lektors ir slims.", "en": ""})

    page = client.get(event.get_absolute_url())
    assert page.status_code == 200
    assert "Lektors ir slims." in page.text
    assert reverse("events:register", args=[event.slug]) not in page.text
    assert badge(client, "/lv/pasakumi/") == "Atcelts"
    assert badge(client, "/en/events/") == "Cancelled"
    node = nodes(page)["Event"]
    assert node["eventStatus"] == "https://schema.org/EventCancelled"


def test_places_left_and_people_who_wait_are_said(client):
    event = open_event(capacity=3)
    coming(event, 2)
    assert "Brīva 1 vieta no 3" in client.get(event.get_absolute_url()).text

    coming(event, 2)
    page = client.get(event.get_absolute_url()).text
    assert "Brīvu vietu nav" in page
    assert "Rindā gaida 1 cilvēks" in page


def test_online_link_and_materials_of_participants_are_nowhere(client):
    """Acceptance check 11: no page, form of data, calendar or word of the search has them."""
    event = open_event(
        title_lv="Vebinārs", attendance="online", online_url=LINK, project=ProjectFactory()
    )
    secret = ItemFactory(title_lv="Slepenie slaidi", slug_lv="slepenie-slaidi")
    shown = ItemFactory(title_lv="Redzamie slaidi")
    Material.objects.create(event=event, item=secret, audience="registered", send_days_before=1)
    Material.objects.create(event=event, item=shown)
    coming(event)

    pages = [event.url_in("lv"), event.url_in("en"), event.get_absolute_url()[:-1] + ".ics"]
    pages += [event.project.url_in("lv"), "/lv/", "/lv/pasakumi/", "/lv/pasakumi/?q=slepenasaite"]
    pages += [f"/lv/pasakumi/dati.{form}" for form in Event.data_forms]
    pages += ["/lv/meklet/?q=meet.example", "/sitemap.xml", "/data/catalogue.ttl"]
    told = {page: text(client.get(page)).replace("\r\n ", "") for page in pages}

    assert [page for page in pages if "meet.example/" in told[page]] == []
    assert "Slepenie" not in told[event.url_in("lv")]
    assert "Redzamie slaidi" in told[event.url_in("lv")]
    assert "Vebinārs" not in told["/lv/pasakumi/?q=slepenasaite"]


def test_material_that_is_not_public_itself_is_not_shown(client):
    event = EventFactory()
    hidden = ItemFactory(title_lv="Dalībniekiem", visibility="registered")
    Material.objects.create(event=event, item=hidden)

    assert "Dalībniekiem" not in client.get(event.get_absolute_url()).text
    assert list(event.materials.for_participants()) == list(event.materials.all())


def test_programme_stands_by_days(client):
    event = EventFactory(starts_at=here(2030, 5, 4, 10), ends_at=here(2030, 5, 5, 16))
    Session.objects.create(event=event, title_lv="Noslēgums", starts_at=here(2030, 5, 5, 15))
    Session.objects.create(
        event=event,
        title_lv="Sākums",
        speakers_lv="Anna Ozola",
        starts_at=here(2030, 5, 4, 10),
        ends_at=here(2030, 5, 4, 11, 30),
    )
    Session.objects.create(event=event, title_lv="Sarunas")

    page = client.get(event.get_absolute_url()).text

    programme = re.sub(r"<[^>]*>|\s+", " ", page[page.index('id="programme"') :])
    words = ("Sestdiena", "10.00–11.30", "Sākums", "Anna Ozola", "15.00", "Noslēgums", "Sarunas")
    places = [programme.casefold().index(word.casefold()) for word in words]
    assert places == sorted(places)


def test_recording_is_led_to_when_everybody_may_see_it(client):
    event = EventFactory()
    film, hidden = ItemFactory(title_lv="Filma"), ItemFactory(visibility="registered")
    for item in (film, hidden):
        Session.objects.create(event=event, title_lv="Daļa", recording=item)

    page = client.get(event.get_absolute_url()).text

    assert f'href="{film.get_absolute_url()}"' in page
    assert hidden.get_absolute_url() not in page


def test_project_partnership_and_first_page_show_public_events(client):
    partnership = PartnershipFactory()
    project = ProjectFactory(partner=partnership.organisation)
    common = {"project": project, "owner": partnership}
    EventFactory(title_lv="Redzams forums", **common)
    EventFactory(title_lv="Slepens forums", published_at=None, **common)
    pages = [project.get_absolute_url(), partnership.get_absolute_url(), reverse("home")]

    told = [client.get(page).text for page in pages]

    assert [text.count(">Redzams forums</a>") for text in told] == [1] * 3
    assert ["Slepens" in text for text in told] == [False] * 3


def test_event_is_told_to_machines(client):
    series = SeriesFactory(title_lv="Cikls")
    organiser = OrganisationFactory(name_lv="Rīkotāja", kind="lag")
    event = EventFactory(
        title_lv="Apmācības",
        summary_lv="Īsumā.",
        kind="training",
        attendance="mixed",
        venue_lv="Kultūras nams",
        street_lv="Gaismas iela 17",
        latitude="56.83000",
        longitude="24.24000",
        languages=["lv", "en"],
        capacity=20,
        organiser=organiser,
        series=series,
        starts_at=here(2030, 5, 4, 10),
    )

    node = nodes(client.get(event.get_absolute_url()))["EducationEvent"]

    address = f"http://127.0.0.1:8000{event.get_absolute_url()}"
    assert node == {
        "@type": "EducationEvent",
        "@id": event.stable_url,
        "url": address,
        "name": "Apmācības",
        "description": "Īsumā.",
        "startDate": "2030-05-04T10:00:00+03:00",
        "endDate": "2030-05-04T12:00:00+03:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "Kultūras nams",
                "address": "Gaismas iela 17",
                "latitude": 56.83,
                "longitude": 24.24,
            },
            {"@type": "VirtualLocation", "url": address},
        ],
        "inLanguage": ["lv", "en"],
        "organizer": {
            "@type": "NGO",
            "name": "Rīkotāja",
            "address": {"@type": "PostalAddress", "addressCountry": "LV"},
        },
        "maximumAttendeeCapacity": 20,
        "superEvent": {
            "@type": "EventSeries",
            "name": "Cikls",
            "url": f"http://127.0.0.1:8000{series.get_absolute_url()}",
        },
    }


@pytest.mark.parametrize(
    ("precision", "starts", "ends"),
    [("day", "2030-05-04", "2030-05-04"), ("month", "2030-05", "2030-05"), ("none", None, None)],
)
def test_machines_are_told_no_more_of_the_date_than_is_known(client, precision, starts, ends):
    event = EventFactory(precision=precision, starts_at=here(2030, 5, 4), ends_at=None)

    node = nodes(client.get(event.get_absolute_url()))["Event"]
    (item,) = parsed(client.get("/lv/pasakumi/dati.json"))["items"]

    assert (node.get("startDate"), node.get("endDate")) == (starts, ends)
    assert (item["starts_at"], item["ends_at"]) == (starts, ends)


def test_stable_address_leads_to_the_page_in_the_readers_language(client):
    event = EventFactory(title_en="Forum")
    hidden = EventFactory(published_at=None)
    path = event.stable_url.removeprefix("http://127.0.0.1:8000")

    found = [client.get(path, headers={"Accept-Language": code}).url for code in ("lv", "en")]

    assert found == [event.url_in("lv"), event.url_in("en")]
    assert client.get(hidden.stable_url.removeprefix("http://127.0.0.1:8000")).status_code == 404


def test_series_and_territory_lead_to_their_lists(client):
    place = TerritoryFactory(name_lv="Olaine", slug="olaine")
    event = EventFactory(series=SeriesFactory(title_lv="Cikls"))
    other = EventFactory(title_lv="Cits vebinārs", series=event.series)
    event.territories.add(place)

    page = client.get(event.get_absolute_url()).text

    assert 'href="/lv/pasakumi/?when=all&amp;territory=olaine"' in page
    assert f'href="{event.series.get_absolute_url()}"' in page
    assert other.title_lv in page


def test_closed_event_says_how_many_came(client):
    event = open_event()
    coming(event)
    move(event, starts_at=timezone.now() - timedelta(hours=1), ends_at=timezone.now())
    actions.close(event=event, attended_total=142)

    assert "142 cilvēki" in client.get(event.get_absolute_url()).text
