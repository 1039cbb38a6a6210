"""An event is cancelled with a reason, closed with figures that stay, made again as a draft."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from events import actions, registration_desk
from events.models import Event, EventFigures, Material, Registration, Session
from events.registration_actions import NotPossible, cancel
from tests.factories import (
    EventFactory,
    ItemFactory,
    RegistrationFactory,
    SeriesFactory,
    TerritoryFactory,
)

from .registering import coming, move, open_event

pytestmark = pytest.mark.django_db
REASONS = {"lv": "Lektors ir slims.", "en": "The speaker is ill."}


@pytest.fixture
def over():
    """An event that has just ended: three had a place, of four places; one waited and moved up,
    one cancelled, one never confirmed."""
    event = open_event(capacity=4)
    people = coming(event, 4)
    waiting = coming(event)
    cancel(registration=people[0])
    RegistrationFactory(event=event)
    place = TerritoryFactory(slug="olaine")
    Registration.objects.filter(pk=people[1].pk).update(territory=place)
    for row in (people[1], waiting[0]):
        registration_desk.mark_attended(registration=row, attended=True)
    now = timezone.now()
    move(event, starts_at=now - timedelta(hours=3), ends_at=now - timedelta(hours=1))
    return event


def figures(event):
    row = EventFigures.objects.filter(event=event).values().get()
    return {name: row[name] for name in row.keys() - {"id", "event_id", "frozen_at"}}


FIGURES = {
    "registered": 5,
    "confirmed": 4,
    "waited": 1,
    "promoted": 1,
    "cancelled": 1,
    "no_show": 2,
    "attended": 2,
    "by_territory": {"olaine": 1, "": 1},
}


def test_figures_are_counted_when_the_event_is_closed(over):
    row = actions.close(event=over)

    assert row.is_closed
    assert figures(over) == FIGURES


def test_figures_stay_when_names_go(over):
    """Acceptance check 10, the figures: a later report equals the earlier one."""
    actions.close(event=over)
    day_91 = timezone.now() + timedelta(days=91)

    Registration.objects.forget_people(day_91)
    Registration.objects.forget_needs(day_91)

    rows = Registration.objects.filter(event=over)
    assert set(rows.exclude(confirmed_at=None).values_list("name", "email")) == {("", None)}
    assert figures(over) == FIGURES
    counted = rows.figures()
    assert counted == {name: FIGURES[name] for name in counted}
    assert actions.by_territory(over) == FIGURES["by_territory"]


def test_total_counts_who_was_not_on_the_list(over):
    actions.close(event=over, attended_total=30)

    assert figures(over) == FIGURES | {"attended": 30}


def test_closed_event_is_counted_once(over):
    actions.close(event=over)

    with pytest.raises(NotPossible):
        actions.close(event=over)
    with pytest.raises(NotPossible):
        registration_desk.mark_attended(registration=over.registrations.first(), attended=True)


def test_closed_event_is_opened_again_and_counted_anew(over):
    actions.close(event=over, attended_total=30)

    row = actions.reopen(event=over)

    assert (row.is_closed, EventFigures.objects.count()) == (False, 0)
    with pytest.raises(NotPossible):
        actions.reopen(event=row)
    missed = row.registrations.confirmed().filter(attended=False).first()
    registration_desk.mark_attended(registration=missed, attended=True)
    actions.close(event=row)
    figures_now = FIGURES | {"attended": 3, "no_show": 1, "by_territory": {"olaine": 1, "": 2}}
    assert figures(over) == figures_now


def test_event_to_come_is_not_closed_and_one_that_was_is_not_cancelled(over):
    with pytest.raises(NotPossible):
        actions.close(event=open_event())
    actions.close(event=over)
    with pytest.raises(NotPossible):
        actions.cancel(event=over, reasons=REASONS)


def test_cancelled_event_keeps_its_reason_and_page(client):
    event = open_event(title_lv="Forums")

    actions.cancel(event=event, reasons=REASONS)

    event.refresh_from_db()
    assert (event.is_cancelled, event.sequence, event.cancel_reason_en) == (True, 1, REASONS["en"])
    with pytest.raises(NotPossible):
        actions.cancel(event=event, reasons=REASONS)
    page = client.get(event.url_in("en"))
    assert page.status_code == 200
    assert REASONS["en"] in page.text


def test_copy_is_a_draft_with_the_same_programme_later():
    item, place = ItemFactory(), TerritoryFactory()
    series = SeriesFactory()
    event = EventFactory(
        title_lv="Darbnīca",
        series=series,
        capacity=20,
        registration="open",
        languages=["lv"],
        report_lv="<p>Bija labi.</p>",
        attended_total=7,
        cancelled_at=timezone.now(),
        cancel_reason_lv="Slimība",
    )
    event.territories.add(place)
    start = event.starts_at
    Session.objects.create(event=event, title_lv="Sākums", starts_at=start)
    Material.objects.create(event=event, item=item, send_days_before=3)
    RegistrationFactory(event=event)
    week = timedelta(weeks=1)

    copy = actions.duplicate(event=event, starts_at=start + week)

    stored = Event.objects.get(pk=copy.pk)
    assert stored.uid != event.uid
    assert (stored.slug_lv, stored.title_lv) == ("darbnica-2", "Darbnīca")
    assert (stored.starts_at, stored.ends_at) == (start + week, event.ends_at + week)
    emptied = ("published_at", "cancelled_at", "attended_total", "closed_at")
    assert [getattr(stored, name) for name in emptied] == [None] * 4
    assert not stored.report_lv
    assert not stored.cancel_reason_lv
    assert (stored.series, stored.capacity, stored.languages) == (series, 20, ["lv"])
    assert list(stored.territories.all()) == [place]
    assert [each.starts_at for each in stored.sessions.all()] == [start + week]
    assert [each.item for each in stored.materials.all()] == [item]
    assert not stored.registrations.exists()
    assert [each.starts_at for each in event.sessions.all()] == [start]


def test_event_made_again_keeps_its_hours_when_the_clock_is_put_back():
    here = ZoneInfo("Europe/Riga")
    event = EventFactory(
        precision="day",
        starts_at=datetime(2026, 10, 25, tzinfo=here),
        ends_at=datetime(2026, 10, 25, 23, 59, 59, tzinfo=here),  # a day of 25 hours
        closes_at=datetime(2026, 10, 18, 23, 59, tzinfo=here),
    )
    event.refresh_from_db()

    copy = actions.duplicate(event=event, starts_at=datetime(2026, 11, 1, tzinfo=here))

    copy.refresh_from_db()
    assert copy.ends_at == datetime(2026, 11, 1, 23, 59, 59, tzinfo=here)
    assert copy.closes_at == datetime(2026, 10, 25, 23, 59, tzinfo=here)
