"""From the form to a place: who gets one, who waits, who moves up, what everybody is told."""

import re

import pytest

from engage import links
from engage.models import Outbox
from events import registration_actions as actions
from events import registration_desk as desk
from events.models import Registration
from events.registration_mails import path_of

from .registering import (
    PERSON,
    coming,
    later,
    mail_to,
    move,
    open_event,
    registered,
    states,
    told,
)

pytestmark = pytest.mark.django_db
State = Registration.State


def test_unconfirmed_registration_holds_no_place():
    event = open_event(capacity=1)
    first, second = registered(event, "a@example.lv"), registered(event, "b@example.lv")

    actions.confirm(registration=second)

    assert states([first, second]) == ["unconfirmed", "confirmed"]
    assert told(first, second) == [["confirm"], ["confirm", "place"]]


def test_confirming_again_changes_and_tells_nothing():
    event = open_event(capacity=1)
    row = registered(event)

    for _each in range(3):
        actions.confirm(registration=row)

    assert states([row]) == ["confirmed"]
    assert told(row) == ["confirm", "place"]


def test_form_sent_twice_is_one_registration_and_one_mail():
    event = open_event()
    for name in ("Anna", "Anna Ozola"):
        registered(event, occasion="same", name=name)

    row = Registration.objects.get()
    assert (row.name, told(row)) == ("Anna Ozola", ["confirm"])
    registered(event, occasion="another")
    assert told(Registration.objects.get()) == ["confirm", "confirm"]


def test_confirmation_mail_holds_nothing_that_was_typed():
    row = registered(
        open_event(question_lv="Kāpēc?"),
        name="Spiediet-šeit http://ļaunums.example",
        organisation="Ļaunums",
        answer="http://ļaunums.example",
        needs="Ļaunums",
    )

    mail = mail_to(row, "confirm")

    for part in (mail.subject, mail.text, mail.html):
        assert "ļaunums" not in part.lower()
        assert "Spiediet" not in part
    assert path_of(row, links.CONFIRM).rpartition("/m/")[0] in mail.text
    assert mail.text.count("/m/") == 1


def test_who_is_registered_already_hears_so_by_mail_alone(client):
    event = open_event()
    (row,) = coming(event, email="anna@example.lv")

    assert registered(event, occasion="b", name="Cits Vārds") is None

    row.refresh_from_db()
    assert (row.name, row.state) == ("Anna Ozola", "confirmed")
    assert told(row) == ["place", "again"]
    mail = mail_to(row, "again")
    assert mail.subject == f"Jūsu pieteikums jau ir saņemts: {event.title_lv}"
    assert "Jums ir vieta." in mail.text
    (link,) = re.findall(r"http://[^/]+(/lv/m/\S+)", mail.text)
    assert "anna@example.lv" in client.get(link).text


def test_last_in_line_waits_and_is_told_the_number():
    event = open_event(capacity=1)
    rows = coming(event, 3)

    assert states(rows) == ["confirmed", "waiting", "waiting"]
    assert [row.place_in_queue for row in rows[1:]] == [1, 2]
    assert "Jūsu kārtas numurs gaidītāju rindā: 2." in mail_to(rows[2], "queue").text


def test_without_a_waiting_list_nobody_waits():
    event = open_event(capacity=1, waiting_list=False)
    late = registered(event, "late@example.lv")
    coming(event)

    with pytest.raises(actions.NotPossible):
        registered(event, "later@example.lv")
    actions.confirm(registration=late)

    assert states([late]) == ["turned-away"]
    assert told(late) == ["confirm", "no-place"]


def test_place_that_is_given_back_goes_to_the_first_in_the_queue_alone():
    event = open_event(capacity=2)
    rows = coming(event, 5)

    for _each in range(2):
        actions.cancel(registration=rows[0])

    assert states(rows) == ["cancelled", "confirmed", "confirmed", "waiting", "waiting"]
    assert told(*rows) == [
        ["place", "cancelled"],
        ["place"],
        ["queue", "moved-up"],
        ["queue"],
        ["queue"],
    ]
    rows[2].refresh_from_db()
    assert rows[2].promoted_at is not None


def test_who_leaves_the_queue_frees_no_place():
    event = open_event(capacity=1)
    rows = coming(event, 3)

    actions.cancel(registration=rows[1])

    assert states(rows) == ["confirmed", "cancelled", "waiting"]


def test_nobody_moves_up_after_the_registration_has_closed_but_by_hand():
    event = open_event(capacity=1, closes_at=later(days=1))
    rows = coming(event, 3)
    move(event, closes_at=later(minutes=-1), opens_at=None)

    actions.cancel(registration=rows[0])
    actions.promote(event=event)

    assert states(rows) == ["cancelled", "waiting", "waiting"]
    desk.promote_by_hand(registration=rows[2])
    with pytest.raises(actions.NotPossible):
        desk.promote_by_hand(registration=rows[1])
    assert states(rows) == ["cancelled", "waiting", "confirmed"]
    assert told(rows[2]) == ["queue", "moved-up"]


@pytest.mark.parametrize(
    "ended",
    [
        {"cancelled_at": later(), "cancel_reason_lv": "Vētra"},
        {"closed_at": later()},
        {"starts_at": later(minutes=-1)},
    ],
)
def test_nobody_moves_up_at_an_event_that_is_cancelled_closed_or_has_begun(ended):
    event = open_event(capacity=1)
    rows = coming(event, 2)
    move(event, capacity=2, **ended)

    actions.promote(event=event)
    with pytest.raises(actions.NotPossible):
        desk.promote_by_hand(registration=rows[1])

    assert states(rows) == ["confirmed", "waiting"]


def test_more_places_go_to_the_queue_before_anybody_new():
    event = open_event(capacity=1)
    rows = coming(event, 3)
    move(event, capacity=2)

    rows += coming(event)

    assert states(rows) == ["confirmed", "confirmed", "waiting", "waiting"]


def test_confirmation_that_comes_too_late_gives_no_place():
    event = open_event()
    row = registered(event)
    move(event, closes_at=later(minutes=-1))

    with pytest.raises(actions.NotPossible):
        actions.confirm(registration=row)

    assert (states([row]), told(row)) == (["unconfirmed"], ["confirm"])


def test_visitor_cannot_cancel_what_has_begun_but_staff_can():
    event = open_event()
    before, during = coming(event, 2)
    actions.cancel(registration=before, by_staff=True)
    move(event, starts_at=later(minutes=-1))

    with pytest.raises(actions.NotPossible):
        actions.cancel(registration=during)
    actions.cancel(registration=during, by_staff=True)
    guest = desk.add_by_staff(event=event, name="Jānis", email="janis@example.lv")

    assert states([before, during, guest]) == ["cancelled", "cancelled", "confirmed"]
    assert told(before, during, guest) == [["place", "cancelled"], ["place"], []]
    assert "Rīkotāji" in mail_to(before, "cancelled").text


def test_staff_register_who_calls():
    event = open_event(capacity=1)
    with_mail = desk.add_by_staff(event=event, name="Jānis", email="Janis@Example.lv")
    without = desk.add_by_staff(event=event, name="Ilze", needs="Ratiņkrēsls")

    assert states([with_mail, without]) == ["confirmed", "waiting"]
    assert (with_mail.email, with_mail.source) == ("janis@example.lv", "staff")
    assert told(with_mail, without) == [["place"], []]
    with pytest.raises(desk.AlreadyRegistered) as found:
        desk.add_by_staff(event=event, name="Jānis", email="janis@example.lv")
    assert found.value.registration == with_mail


def test_staff_vouch_for_who_has_not_confirmed():
    event = open_event()
    row = registered(event)

    desk.add_by_staff(event=event, name="Anna Ozola", email=row.email)

    assert states([row]) == ["confirmed"]
    assert Registration.objects.count() == 1


def test_who_came_is_ticked_only_with_a_place():
    event = open_event(capacity=1)
    rows = coming(event, 2)

    desk.mark_attended(registration=rows[0], attended=True)
    with pytest.raises(actions.NotPossible):
        desk.mark_attended(registration=rows[1], attended=True)

    assert event.registrations.figures() == {
        "registered": 2,
        "confirmed": 1,
        "waited": 1,
        "promoted": 0,
        "cancelled": 0,
        "no_show": 0,
        "attended": 1,
    }


def test_message_reaches_everybody_once():
    event = open_event(capacity=1)
    rows = coming(event, 2)
    words = {"subject": "Autobuss", "text": "Autobuss atiet 8.00.", "key": "bus"}

    numbers = [
        desk.message(event=event, states=[State.CONFIRMED], **words),
        desk.message(event=event, states=[State.CONFIRMED, State.WAITING], **words),
    ]

    assert numbers == [1, 1]
    assert told(*rows) == [["place", "message"], ["queue", "message"]]
    assert mail_to(rows[0], "message").subject == "Autobuss"


def test_deleting_at_once_gives_the_place_back_and_leaves_a_number():
    event = open_event(capacity=1)
    rows = coming(event, 2, needs="Ratiņkrēsls", organisation="Biedrība")

    actions.forget(registration=rows[0])

    assert states(rows) == ["cancelled", "confirmed"]
    row = Registration.objects.get(pk=rows[0].pk)
    assert (row.name, row.email, row.needs, row.organisation) == ("", None, "", "")
    assert not Outbox.objects.filter(about=row.public_id).exclude(to="").exists()
    assert event.registrations.figures()["registered"] == 2


def test_who_is_ticked_at_the_door_can_still_be_deleted():
    (row,) = coming(open_event())
    desk.mark_attended(registration=row, attended=True)

    actions.forget(registration=row)

    row.refresh_from_db()
    assert (row.state, row.attended, row.email) == ("cancelled", None, None)


def test_deleting_an_unconfirmed_registration_leaves_nothing():
    actions.forget(registration=registered(open_event()))

    assert (Registration.objects.count(), Outbox.objects.count()) == (0, 0)


def test_series_is_one_form_rows_for_all_dates_and_one_mail_of_results():
    events = [open_event(capacity=1, online_url=f"https://e.example/{n}") for n in range(12)]
    for event in events[:4]:
        coming(event)
    Outbox.objects.all().delete()
    form = {**PERSON, "email": "anna@example.lv", "occasion": "a"}

    rows = actions.register(events=events, **form)
    first = rows[0]
    actions.confirm(registration=first)
    actions.confirm(registration=first)

    assert states(rows) == ["waiting"] * 4 + ["confirmed"] * 8
    keys = list(Outbox.objects.order_by("pk").values_list("key", flat=True))
    assert [key.partition(":")[0] for key in keys] == ["confirm", "places"]
    mail = mail_to(first, "places")
    assert [mail.text.count(each.title_lv) for each in events] == [1] * 12
    assert mail.text.count("Jums ir vieta.") == 8
    assert mail.text.count("https://e.example/") == 8
    assert mail.ics.count("BEGIN:VEVENT") == 8
    assert "https://e.example/" not in mail_to(first, "confirm").text


def test_series_takes_the_dates_that_are_new():
    events = [open_event() for _each in range(3)]
    (there,) = coming(events[1], email="anna@example.lv")

    rows = actions.register(events=events, email=there.email, occasion="a", **PERSON)

    assert [row.event for row in rows] == [events[0], events[2]]
    assert told(there) == ["place", "again"]
    actions.confirm(registration=rows[0])
    assert actions.register(events=events, email=there.email, occasion="b", **PERSON) == []
    assert told(*rows, there) == [["confirm", "places", "again"], [], ["place", "again"]]


def test_link_of_the_first_mail_confirms_all_dates_also_after_a_second_form():
    events = [open_event() for _each in range(3)]
    asked = {**PERSON, "email": "anna@example.lv"}
    first = actions.register(events=events, occasion="a", **asked)[0]
    actions.register(events=events[:1], occasion="b", **asked)

    first.refresh_from_db()
    actions.confirm(registration=first)

    assert states(Registration.objects.all()) == ["confirmed"] * 3


def test_mail_with_a_place_has_the_event_for_the_calendar_and_the_link_for_this_person():
    event = open_event(online_url="https://meet.example/abc", venue_lv="Tautas nams", capacity=1)
    placed, waiting = coming(event, 2)

    mail = mail_to(placed, "place")

    assert f"UID:{event.uid}@" in mail.ics.replace("\r\n ", "")
    assert "BEGIN:VTIMEZONE" in mail.ics
    assert "https://meet.example/abc" in mail.text
    assert "https://meet.example/abc" in mail.ics.replace("\r\n ", "")
    assert "Kur: Tautas nams" in mail.text
    queue = mail_to(waiting, "queue")
    assert ("meet.example" in queue.text, queue.ics) == (False, "")


def test_person_is_written_to_in_the_language_of_the_form():
    event = open_event(title_en="Autumn school")
    (row,) = coming(event, language="en")

    mail = mail_to(row, "place")

    assert mail.subject == "You have a place: Autumn school"
    assert "/en/m/" in mail.text
    assert event.url_in("en") in mail.text
