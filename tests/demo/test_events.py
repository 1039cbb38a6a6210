"""The events that the five pages tell of stand on the pages of their projects."""

import html
import re
from collections import Counter
from datetime import date

import pytest
from django.utils import timezone, translation

from config.demo.events_moldova import TOPICS
from events.models import Event, Series
from projects.models import Project

from .test_facts import COAST, KOPA, MOLDOVA, NEIGHBOURS, SMART

pytestmark = pytest.mark.django_db


def events_on(client, address):
    """{title: when} of the events that a page shows."""
    page = html.unescape(client.get(address).text)
    title = r'<h3[^>]*><a href="/(?:lv/pasakumi|en/events)/[^"]*">(.*?)</a>'
    rows = re.findall(title + r'.*?class="when">(.*?)</(?:p|span)>', page, re.DOTALL)
    return {title: re.sub(r"<[^>]*>", "", when).replace("\u00a0", " ") for title, when in rows}


def on_project(client, slug, language="lv"):
    return events_on(client, Project.objects.get(slug_lv=slug).url_in(language))


def test_smart_villages_shows_its_trips_of_20(client):
    unknown = "Datums nav zināms"

    assert on_project(client, SMART) == {
        "Pieredzes brauciens uz Skotiju": unknown,
        "Pieredzes brauciens uz Grieķiju": unknown,
        "Pieredzes brauciens uz Somiju": unknown,
    }
    assert set(Event.objects.filter(project__slug_lv=SMART).values_list("capacity")) == {(20,)}
    series = Series.objects.get(project__slug_lv=SMART)
    page = client.get(series.get_absolute_url()).text
    assert "2022. gada oktobrī" in page
    assert len(events_on(client, series.get_absolute_url())) == 3


def test_coast_shows_workshops_ideathon_and_trips(client):
    assert on_project(client, COAST) == {
        "Vajadzību un resursu darbnīcas": "Datums nav zināms",
        "Ideju darbnīca „Ideatons”": "Datums nav zināms",
        "Pieredzes brauciens uz Zviedriju": "Datums nav zināms",
        "Iespēja doties uz Islandi": "2020. gads",
    }


def test_moldova_shows_twelve_webinars_as_a_series(client):
    series = Series.objects.get(project__slug_lv=MOLDOVA)

    shown = events_on(client, series.get_absolute_url())

    assert Counter(shown.values()) == {"2020. gada jūlijs – decembris": 12}
    led_by_lielupe = {"Tūrisms un tā veicināšanas pasākumi", "Kā parādīt tūrisma iespējas reģionā"}
    assert shown.keys() == {title for title, _english in TOPICS} | led_by_lielupe
    led = Event.objects.filter(organiser__slug="lielupe", series=series)
    assert set(led.values_list("title_lv", flat=True)) == led_by_lielupe


def test_moldova_begins_with_its_closing_event_and_leads_to_all(client):
    project = Project.objects.get(slug_lv=MOLDOVA)
    archive = f"/lv/pasakumi/?when=past&project={MOLDOVA}"
    (title, when), *others = on_project(client, MOLDOVA).items()

    assert title == "Noslēguma pasākums: virtuāla viesošanās Latvijā"
    assert when == "Sestdiena, 2020. gada 5. decembris"
    assert len(others) == 5
    assert archive in html.unescape(client.get(project.url_in("lv")).text)
    shown = events_on(client, archive)
    assert shown.keys() == set(project.events.values_list("title_lv", flat=True))
    kinds = Counter(Event.objects.filter(project__slug_lv=MOLDOVA).values_list("kind", flat=True))
    assert kinds == {"webinar": 12, "master-class": 2, "training": 1, "other": 1}


def test_kopa_shows_workshops_training_and_trips(client):
    assert list(on_project(client, KOPA)) == [
        "Pieredzes braucieni kopienu līderiem",
        "Kopienu līderu apmācības",
        "Iedzīvotāju darbnīcas pagastos un pilsētas ielās",
        "Apkaimes darbnīcas",
    ]


def test_neighbours_show_forums_dizkure_trip_and_seminar(client):
    assert on_project(client, NEIGHBOURS) == dict.fromkeys(
        (
            "Seminārs kopienu līderiem un veidotājiem",
            "Pieredzes brauciens uz Vidzemi",
            "Divu dienu pasākums „Dižkūre”",
            "Iedzīvotāju forums „Ideju skrejceļš” Ķekavas novadā",
            "Iedzīvotāju forums „Ideju skrejceļš” Olaines novadā",
            "Iedzīvotāju forums „Ideju skrejceļš” Mārupes novadā",
        ),
        "2021. gads",
    )


def test_two_events_can_be_tried(client):
    """Whenever the demonstration is loaded, at hours at which people have time."""
    upcoming = list(Event.objects.published().upcoming())

    assert [each.registration for each in upcoming] == ["open", "open"]
    hours = [timezone.localtime(each.starts_at).strftime("%w %H:%M") for each in upcoming]
    assert hours == ["2 18:00", "6 10:00"]
    page = client.get("/lv/")
    assert len(events_on(client, "/lv/")) == 2
    assert "meet.example.org" not in page.text


def test_english_pages_tell_the_same(client):
    with translation.override("en"):
        assert on_project(client, NEIGHBOURS, "en")["The two-day event “Dižkūre”"] == "2021"


def test_only_days_of_the_pages_are_told():
    days = Event.objects.past().exclude(precision="none")

    told = {(each.precision, timezone.localtime(each.starts_at).date()) for each in days}
    assert told == {
        ("month", date(2020, 7, 1)),
        ("day", date(2020, 12, 5)),
        ("year", date(2020, 1, 1)),
        ("year", date(2021, 1, 1)),
    }
