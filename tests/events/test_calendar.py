"""Events in calendars: the right hour, a name that stays, a revision that rises."""

from datetime import date, datetime, timedelta
from uuid import UUID

import icalendar
import pytest
from django.utils import timezone

from events.models import Event
from tests.factories import EventFactory
from tests.opendata.reading import sent

pytestmark = pytest.mark.django_db
UID = UUID("8c9e6679-7425-40de-944b-e07fc1f90ae7")
FEED = "/lv/pasakumi/dati.ics"


def here(*parts):
    return timezone.make_aware(datetime(*parts))


def feed(client, query=""):
    return icalendar.Calendar.from_ical(sent(client.get(FEED + query)))


def in_feed(client, query=""):
    return {str(each["summary"]): each for each in feed(client, query).events}


def told(entry):
    """(name, revision, start, place) of an event in a calendar."""
    uid, revision = str(entry["uid"]), int(entry["sequence"])
    return uid, revision, entry.decoded("dtstart"), str(entry.get("location", ""))


def test_calendar_that_has_not_changed_is_not_sent_again(client):
    event = EventFactory(title_lv="Dižkūre")
    first = client.get(FEED)
    known = {"headers": {"if-none-match": first.headers["ETag"]}}

    again = client.get(FEED, **known)
    event.title_lv = "Lielā Dižkūre"
    event.save()
    changed = client.get(FEED, **known)

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert changed.status_code == 200
    assert "Lielā Dižkūre" in in_feed(client)


def test_night_of_the_clock_change_keeps_its_hours(client):
    EventFactory(
        title_lv="Dižkūre", starts_at=here(2026, 10, 24, 10), ends_at=here(2026, 10, 25, 16)
    )

    calendar = feed(client)

    (entry,), (zone,) = calendar.events, calendar.timezones
    assert entry.to_ical().count(b";TZID=Europe/Riga:2026") == 2
    assert zone.tz_name == "Europe/Riga"
    # As a reader that knows no zones but the one in the file: EU summer time ends at 1:00 UTC.
    clock = zone.to_tz(lookup_tzid=False)
    naive = [entry[name].dt.replace(tzinfo=None) for name in ("dtstart", "dtend")]
    offsets = [clock.utcoffset(moment) for moment in naive]
    assert naive == [datetime(2026, 10, 24, 10), datetime(2026, 10, 25, 16)]
    assert offsets == [timedelta(hours=3), timedelta(hours=2)]


def test_clock_changes_are_told_by_the_clock_before_them(client):
    """RFC 5545 §3.6.5: at 3:00 of winter time forward, at 4:00 of summer time back."""
    EventFactory()

    (zone,) = feed(client).timezones

    changes = {}
    for part in zone.subcomponents:
        moments = [part["dtstart"].dt, *(each.dt for each in getattr(part.get("rdate"), "dts", ()))]
        changes |= {moment: part.name for moment in moments if moment.year == 2026}
    assert changes == {
        datetime(2026, 3, 29, 3): "DAYLIGHT",
        datetime(2026, 10, 25, 4): "STANDARD",
    }


def test_moved_event_keeps_its_name_and_has_a_higher_revision(client):
    """Acceptance check 7, the side of the feed."""
    event = EventFactory(uid=UID, title_lv="Forums", starts_at=here(2027, 3, 1, 10))
    before = told(in_feed(client)["Forums"])

    event.starts_at, event.ends_at = here(2027, 3, 8, 11), here(2027, 3, 8, 13)
    event.venue_lv = "Ķekavas kultūras nams"
    event.save()

    name = f"{UID}@127.0.0.1"
    assert before == (name, 0, here(2027, 3, 1, 10), "")
    assert told(in_feed(client)["Forums"]) == (
        name,
        1,
        here(2027, 3, 8, 11),
        "Ķekavas kultūras nams",
    )


def test_cancelled_event_stays_in_the_calendar_and_says_so(client):
    event = EventFactory(uid=UID, title_lv="Forums", title_en="Forum")

    Event.objects.update(cancelled_at=timezone.now(), cancel_reason_lv="Vētra dēļ")

    entry = in_feed(client)["Atcelts: Forums"]
    assert (str(entry["status"]), int(entry["sequence"])) == ("CANCELLED", 1)
    assert str(entry["description"]).startswith("Vētra dēļ\n\n")
    file = icalendar.Calendar.from_ical(client.get(f"{event.url_in('en')[:-1]}.ics").content)
    assert [str(each["summary"]) for each in file.events] == ["Cancelled: Forum"]


def test_event_known_to_the_day_takes_whole_days(client):
    EventFactory(
        title_lv="Divas dienas",
        precision="day",
        starts_at=here(2027, 5, 1),
        ends_at=here(2027, 5, 2, 23, 59),
    )
    EventFactory(title_lv="Kādreiz maijā", precision="month", starts_at=here(2027, 5, 1))

    entries = in_feed(client)

    assert list(entries) == ["Divas dienas"]
    entry = entries["Divas dienas"]
    assert [entry[name].dt for name in ("dtstart", "dtend")] == [date(2027, 5, 1), date(2027, 5, 3)]


def test_month_has_no_file(client):
    event = EventFactory(precision="month", starts_at=here(2027, 5, 1))

    assert client.get(f"{event.get_absolute_url()[:-1]}.ics").status_code == 404


def test_hidden_event_has_no_file(client):
    event = EventFactory(published_at=None)

    assert client.get(f"{event.get_absolute_url()[:-1]}.ics").status_code == 404


def test_subscription_holds_what_its_list_holds_and_what_is_over(client):
    long_ago = here(2020, 7, 7)
    EventFactory(title_lv="Sen", kind="webinar", starts_at=long_ago)
    EventFactory(title_lv="Drīz", kind="webinar")
    EventFactory(title_lv="Forums", kind="forum")

    found = {
        query: set(in_feed(client, query))
        for query in ("", "?type=webinar", "?type=webinar&when=past", "?type=webinar&when=upcoming")
    }

    assert found == {
        "": {"Sen", "Drīz", "Forums"},
        "?type=webinar": {"Sen", "Drīz"},
        "?type=webinar&when=past": {"Sen"},
        "?type=webinar&when=upcoming": {"Drīz"},
    }


def test_typed_text_stays_within_its_line(client):
    title = "Sākums\r\nATTENDEE:mailto:x@example.org, „ķēde”; " + "ā" * 150
    EventFactory(title_lv=title[:250], summary_lv="Viens\nDivi; trīs, četri\\")

    raw = sent(client.get(FEED))
    (entry,) = icalendar.Calendar.from_ical(raw).events

    assert "attendee" not in entry
    assert "Divi; trīs, četri\\" in str(entry["description"])
    assert [line for line in raw.split(b"\r\n") if len(line) > 75] == []
