"""What happens to registrations by itself: changes told, reminders, people forgotten."""

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from core import retention
from engage import sending, tick
from engage.models import Outbox
from events import registration_actions as actions
from events import registration_desk as desk
from events import registration_jobs as jobs
from events.models import Registration
from events.parts import Material, Session
from tests.factories import ItemFactory

from .registering import coming, later, mail_to, move, open_event, registered, states, told

pytestmark = pytest.mark.django_db
PRIVATE = r"http://[^/]+(/lv/\S+/dalibniekiem/\S+)"  # a link to an item for one person


def here(*parts):
    return timezone.make_aware(datetime(*parts))


def round_at(moment):
    """One round of everything, at a moment."""
    for job in Registration.jobs:
        name = job.rpartition(".")[2]
        getattr(jobs, name)(moment)


def made_before(row, **span):
    """Let a registration be older than it is."""
    past = timezone.now() - timedelta(**span)
    Registration.objects.filter(pk=row.pk).update(confirmed_at=past, created_at=past)


def test_moved_event_is_told_once_with_old_and_new_and_a_higher_sequence():
    event = open_event(capacity=1, starts_at=here(2030, 5, 4, 10), ends_at=here(2030, 5, 4, 12))
    placed, waiting = coming(event, 2)
    unconfirmed = registered(event, "c@example.lv")
    move(event, starts_at=here(2030, 6, 1, 10), ends_at=here(2030, 6, 1, 12), venue_lv="Pils")

    for _each in range(3):
        round_at(timezone.now())

    assert told(placed, waiting, unconfirmed) == [
        ["place", "changed"],
        ["queue", "changed"],
        ["confirm"],
    ]
    mail = mail_to(placed, "changed")
    text = mail.text.replace("\xa0", " ")
    assert "Līdzšinējais laiks: sestdiena, 2030. gada 4. maijs, plkst. 10.00–12.00" in text
    assert "Jaunais laiks: sestdiena, 2030. gada 1. jūnijs, plkst. 10.00–12.00" in text
    assert "Jaunā vieta: Pils" in text
    assert "SEQUENCE:1" in mail.ics
    assert f"UID:{event.uid}@" in mail.ics.replace("\r\n ", "")
    assert mail_to(waiting, "changed").ics == ""


def test_event_that_is_saved_twice_is_told_once():
    event = open_event()
    (row,) = coming(event)
    move(event, venue_lv="Skola", updated_at=later(seconds=-10))
    round_at(timezone.now())
    move(event, venue_lv="Pils", updated_at=later(seconds=-5))

    round_at(timezone.now())
    round_at(later(minutes=3))

    assert told(row) == ["place", "changed"]
    assert "Pils" in mail_to(row, "changed").text


def test_change_that_nobody_sees_is_not_told():
    event = open_event(venue_lv="Skola", online_url="https://a.example/")
    placed, gone = coming(event, 2)
    actions.cancel(registration=gone)
    move(event, venue_en="School", capacity=9, title_lv="Cits")
    move(event, venue_lv="Pils")
    move(event, venue_lv="Skola")

    round_at(timezone.now())

    assert told(placed, gone) == [["place"], ["place", "cancelled"]]


def test_new_online_link_is_told_to_who_has_a_place():
    event = open_event(capacity=1, online_url="https://a.example/")
    placed, waiting = coming(event, 2)
    move(event, online_url="https://b.example/")

    round_at(timezone.now())

    assert told(placed, waiting) == [["place", "changed"], ["queue"]]
    assert "https://b.example/" in mail_to(placed, "changed").text


def test_cancelled_event_is_told_once_and_reminds_nobody():
    event = open_event(capacity=1, starts_at=later(hours=30), ends_at=later(hours=32))
    placed, waiting = coming(event, 2)
    made_before(placed, days=5)
    move(event, cancelled_at=timezone.now(), cancel_reason_lv="Vētra", updated_at=timezone.now())

    for _each in range(3):
        round_at(timezone.now())

    assert told(placed, waiting) == [["place", "event-cancelled"], ["queue", "event-cancelled"]]
    mail = mail_to(placed, "event-cancelled")
    assert "Iemesls: Vētra" in mail.text
    assert ("STATUS:CANCELLED" in mail.ics, "SEQUENCE:1" in mail.ics) == (True, True)


def test_event_that_takes_place_after_all_is_told_so():
    event = open_event()
    (row,) = coming(event)
    move(event, cancelled_at=timezone.now(), cancel_reason_lv="Vētra")
    round_at(timezone.now())
    move(event, cancelled_at=None)

    round_at(timezone.now())

    assert told(row) == ["place", "event-cancelled", "changed"]
    assert "tomēr notiks" in mail_to(row, "changed").text


def test_reminder_comes_two_days_before_once_with_the_link():
    event = open_event(online_url="https://meet.example/abc")
    placed, cancelled = coming(event, 2)
    waiting_list = open_event(capacity=1, starts_at=event.starts_at, ends_at=event.ends_at)
    _first, waiting = coming(waiting_list, 2)
    actions.cancel(registration=cancelled)
    start = event.starts_at

    jobs.remind(start - timedelta(hours=49))
    assert "reminder" not in told(placed)
    for hours in (47, 46, 1):
        jobs.remind(start - timedelta(hours=hours))

    assert told(placed, cancelled, waiting) == [
        ["place", "reminder"],
        ["place", "cancelled"],
        ["queue"],
    ]
    assert "https://meet.example/abc" in mail_to(placed, "reminder").text
    until = [mail_to(placed, kind).not_after for kind in ("place", "reminder")]
    assert until == [event.ends_at, event.starts_at]


def test_moved_event_reminds_of_the_new_day_alone():
    event = open_event()
    (row,) = coming(event)
    old = event.starts_at
    move(event, starts_at=old + timedelta(days=20), ends_at=old + timedelta(days=20, hours=2))

    round_at(old - timedelta(hours=40))
    assert told(row) == ["place", "changed"]
    round_at(event.starts_at - timedelta(hours=40))

    assert told(row) == ["place", "changed", "reminder"]


def test_who_was_reminded_of_a_day_is_reminded_of_the_new_one():
    event = open_event()
    (row,) = coming(event)
    old = event.starts_at
    round_at(old - timedelta(hours=40))
    move(event, starts_at=old + timedelta(days=20), ends_at=old + timedelta(days=20, hours=2))

    for hours in (40, 39):
        round_at(old - timedelta(hours=1))
        round_at(event.starts_at - timedelta(hours=hours))

    assert told(row) == ["place", "reminder", "changed", "reminder"]


def test_command_that_stood_still_reminds_late_but_never_of_the_past():
    ahead, over = open_event(), open_event()
    (row,), (missed,) = coming(ahead), coming(over)
    now = ahead.starts_at - timedelta(hours=2)
    move(over, starts_at=now - timedelta(hours=1))

    for _each in range(2):
        round_at(now)

    assert told(row, missed) == [["place", "reminder"], ["place"]]


def test_who_has_just_got_a_place_needs_no_reminder():
    event = open_event(starts_at=later(hours=20), ends_at=later(hours=22))
    (row,) = coming(event)

    jobs.remind(timezone.now())
    jobs.remind(later(hours=10))

    assert told(row) == ["place"]


def test_place_that_became_free_in_any_way_is_filled():
    event = open_event(capacity=1)
    rows = coming(event, 3)
    move(event, capacity=2)

    assert [jobs.promote_waiting(timezone.now()) for _each in range(2)] == [1, 0]
    assert states(rows) == ["confirmed", "confirmed", "waiting"]


def test_thanks_go_once_to_who_may_have_come_with_what_was_recorded(client):
    event = open_event()
    came, stayed_away, unknown = coming(event, 3)
    desk.mark_attended(registration=came, attended=True)
    desk.mark_attended(registration=stayed_away, attended=False)
    move(event, closed_at=timezone.now())
    jobs.thank(timezone.now())
    assert told(came) == ["place"]  # there is nothing to show yet
    move(event, report_lv="<p>Izdevās.</p>")
    film = ItemFactory(title_lv="Ieraksts", visibility="registered")
    Session.objects.create(event=event, title_lv="Daļa", recording=film)

    for _each in range(2):
        jobs.thank(timezone.now())

    assert told(came, stayed_away, unknown) == [
        ["place", "thanks"],
        ["place"],
        ["place", "thanks"],
    ]
    (link,) = re.findall(PRIVATE, mail_to(came, "thanks").text)
    assert ">Ieraksts</h1>" in client.get(link).text


def everything_stored():
    """All texts of all tables in one string."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = []
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" t')  # noqa: S608 (names of our tables)
            found += [row[0] for row in cursor.fetchall()]
    return "\n".join(found)


def test_after_ninety_days_nobody_is_known_and_the_figures_are_the_same():
    event = open_event(capacity=2)
    person = {"name": "Zenta Mauriņa", "organisation": "Biedrība Zvaigzne", "answer": "Varbūt"}
    rows = coming(event, 4, **person, needs="Veģetāra zupa")
    actions.cancel(registration=rows[0])
    desk.mark_attended(registration=rows[1], attended=True)
    sending.work_off()
    text = {"subject": "Paldies", "text": "Ceturtais pasākums būs."}
    desk.message(event=event, states=[Registration.State.CONFIRMED], **text)
    Outbox.objects.waiting().update(created_at=event.ends_at + timedelta(days=85))
    sending.work_off(event.ends_at + timedelta(days=85))
    figures = event.registrations.figures()
    words = [*person.values(), "Veģetāra zupa", *(row.email for row in rows)]
    assert [word for word in words if word not in everything_stored()] == []

    retention.forget(event.ends_at + timedelta(days=8))
    assert "Veģetāra zupa" not in everything_stored()
    assert "Zenta" in everything_stored()
    retention.forget(event.ends_at + timedelta(days=89))
    assert "Zenta" in everything_stored()
    for _each in range(2):
        retention.forget(event.ends_at + timedelta(days=91))

    assert [word for word in words if word in everything_stored()] == []
    assert event.registrations.figures() == figures
    assert states(rows) == ["cancelled", "confirmed", "confirmed", "waiting"]


def test_names_are_kept_as_long_as_the_event_says():
    short, long = open_event(retention_days=7), open_event(retention_days=365)
    rows = [*coming(short), *coming(long)]

    retention.forget(short.ends_at + timedelta(days=8))

    names = Registration.objects.order_by("pk").values_list("name", flat=True)
    assert list(names) == ["", "Anna Ozola"]
    assert states(rows) == ["confirmed", "confirmed"]


def test_what_is_not_confirmed_is_deleted_after_72_hours():
    event = open_event()
    old, new = registered(event, "a@example.lv"), registered(event, "b@example.lv")
    Registration.objects.filter(pk=old.pk).update(created_at=later(hours=-73))

    retention.forget(timezone.now())

    assert list(Registration.objects.all()) == [new]
    assert list(Outbox.objects.values_list("about", flat=True)) == [new.public_id]


def test_whole_round_runs_again_without_doing_anything_more():
    event = open_event(capacity=1)
    rows = coming(event, 2)
    move(event, venue_lv="Pils")

    assert tick.run(event.starts_at - timedelta(hours=40)) == []
    keys = set(Outbox.objects.values_list("key", flat=True))
    assert tick.run(event.starts_at - timedelta(hours=40)) == []

    assert set(Outbox.objects.values_list("key", flat=True)) == keys
    assert not Outbox.objects.waiting().exists()
    assert told(*rows) == [["place", "changed", "reminder"], ["queue", "changed"]]


def test_rounds_of_jobs_cost_the_same_for_many_people(django_assert_max_num_queries):
    event = open_event()
    coming(event, 6)
    round_at(timezone.now())

    with django_assert_max_num_queries(8):
        round_at(timezone.now())


def test_materials_are_sent_days_before_to_who_has_a_place_and_none_is_missed(client):
    event = open_event(capacity=2)
    placed, second, waiting = coming(event, 3)
    private = {"visibility": "registered", "published_at": timezone.now()}
    slides, recipe, late = (ItemFactory(title_lv=name, **private) for name in ("S", "R", "L"))
    staff = ItemFactory(title_lv="Tikai darbiniekiem", visibility="staff")
    for item, days in ((slides, 3), (recipe, 3), (staff, 3), (late, 1)):
        Material.objects.create(
            event=event, item=item, send_days_before=days, audience=Material.Audience.REGISTERED
        )
    start = event.starts_at

    for days in (4, 2.5, 2.4):
        jobs.hand_out(start - timedelta(days=days))
    actions.cancel(registration=second)
    for hours in (23, 22):
        jobs.hand_out(start - timedelta(hours=hours))
    jobs.hand_out(start + timedelta(minutes=1))

    assert told(placed) == ["place", "materials", "materials"]
    assert told(second) == ["place", "materials", "cancelled"]
    assert told(waiting) == ["queue", "moved-up", "materials"]  # all three in one
    mails = [mail_to(placed, "materials").text, mail_to(waiting, "materials").text]
    assert [mail.count("/dalibniekiem/") for mail in mails] == [1, 3]
    assert "Tikai darbiniekiem" not in mails[1]
    links = re.findall(PRIVATE, mails[1])
    assert [client.get(link).status_code for link in links] == [200] * 3
    assert client.get(slides.url_in("lv")).status_code == 404
