"""Who comes to an event, as staff see it: the list, papers, messages; the doings behind buttons."""

import io
import re
from datetime import timedelta

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from core.admin.dashboard import cards
from core.models import AuditEntry
from core.roles import AUTHOR
from engage.models import Outbox
from events.models import Event, Registration
from tests.admin.forms import errors, sent
from tests.factories import (
    UserFactory,
)

from .registering import coming, move, open_event, states

pytestmark = pytest.mark.django_db
NASTY = '=HYPERLINK("http://evil.example";"Klikšķini")'


@pytest.fixture
def event(own):
    return open_event(owner=own, title_lv="Darbnīca", capacity=2, published_at=timezone.now())


def names_on(page):
    return re.findall(r'<th scope="row">([^<]*)<', page.text)


def row_of(page, name):
    return next(row for row in page.text.split("<tr>") if f'row">{name}<' in row)


def test_list_has_who_comes_by_name_then_the_queue(staff, event, url):
    for name in ("Žanis", "Āris"):
        coming(event, name=name)
    for name in ("Zane", "Anna"):
        coming(event, name=name)

    page = staff.get(url("people", event))

    assert names_on(page) == ["Āris", "Žanis", "Zane", "Anna"]
    assert "<b>2 / 2</b>" in page.text
    assert "<b>2</b> gaida" in page.text


def test_button_pressed_twice_adds_one_person_and_makes_one_event(staff, event, url):
    caller, date = {"name": "Anna Ozola"}, {"starts_at": "2030-05-04T10:00"}

    answers = [staff.post(url("add_person", event), caller, follow=True) for _press in range(2)]
    answers += [staff.post(url("duplicate", event), date, follow=True) for _press in range(2)]

    assert [row.name for row in event.registrations.all()] == ["Anna Ozola"]
    assert Event.objects.exclude(pk=event.pk).count() == 1
    told = ["Tas jau ir saglabāts" in answer.text for answer in answers]
    assert told == [False, True, False, True]


def test_list_is_searched_by_name_mail_and_organisation(staff, event, url):
    coming(event, name="Anna Ozola", organisation="Zemnieku saeima")
    coming(event, name="Jānis Bērzs", email="janis@piens.lv")

    found = [
        names_on(staff.get(url("people", event) + f"?q={q}")) for q in ("ozol", "piens", "zzz")
    ]

    assert found == [["Anna Ozola"], ["Jānis Bērzs"], []]


def test_who_called_gets_a_place_then_a_turn(staff, event, url):
    for name in ("Anna", "Ilze", "Zane"):
        staff.post(url("add_person", event), {"name": name, "email": f"{name}@example.lv"})

    rows = event.registrations.order_by("pk")
    assert [(row.name, row.state, row.source) for row in rows] == [
        ("Anna", "confirmed", "staff"),
        ("Ilze", "confirmed", "staff"),
        ("Zane", "waiting", "staff"),
    ]
    again = staff.post(url("add_person", event), {"name": "Cita", "email": "anna@example.lv"})
    assert "Šis cilvēks jau ir pieteicies" in again.text
    assert 'value="Cita"' in again.text
    assert rows.count() == 3


def test_button_gives_a_free_place_and_another_cancels(staff, event, url):
    first, second, third = coming(event, 3)
    move(event, closes_at=timezone.now())

    staff.post(url("withdraw", event), {"row": first.pk})
    page = staff.get(url("people", event))
    assert states([first, second, third]) == ["cancelled", "confirmed", "waiting"]
    assert re.search(r"<b>1</b>\s+brīva vieta", page.text)

    staff.post(url("move_up", event), {"row": third.pk})
    assert states([first, second, third]) == ["cancelled", "confirmed", "confirmed"]


def test_buttons_reach_no_row_of_another_event(staff, event, url):
    (row,) = coming(open_event())

    answers = [staff.post(url(name, event), {"row": row.pk}) for name in ("withdraw", "move_up")]

    assert [each.status_code for each in answers] == [404, 404]
    assert states([row]) == ["confirmed"]


def test_ticks_are_kept_in_one_save_and_taken_back(staff, event, url):
    rows = coming(event, 2)
    keys = [row.pk for row in rows]

    staff.post(url("attendance", event), {"shown": keys, "came": keys[:1]})
    assert list(event.registrations.order_by("pk").values_list("attended", flat=True)) == [
        True,
        None,
    ]
    page = staff.get(url("people", event))
    assert page.text.count(" checked") == 1

    staff.post(url("attendance", event), {"shown": keys, "came": keys[1:]})
    assert list(event.registrations.order_by("pk").values_list("attended", flat=True)) == [
        None,
        True,
    ]


def test_rows_that_were_not_shown_keep_their_tick(staff, event, url):
    first, second = coming(event, 2)
    Registration.objects.filter(pk=first.pk).update(attended=True)

    staff.post(url("attendance", event), {"shown": [second.pk], "came": [second.pk]})

    assert set(event.registrations.values_list("attended", flat=True)) == {True}


def test_nothing_is_changed_by_looking(staff, event, url):
    names = ("add_person", "attendance", "withdraw", "move_up", "people_table", "sheet")

    assert {name: staff.get(url(name, event)).status_code for name in names} == dict.fromkeys(
        names, 404
    )


def test_table_holds_no_formula_and_the_log_says_who_took_it(staff, event, url):
    coming(event, name=NASTY, organisation="+371", answer="@SUM(A1)")

    response = staff.post(url("people_table", event))

    (heading, row), _instructions = (
        list(sheet.iter_rows()) for sheet in openpyxl.load_workbook(io.BytesIO(response.content))
    )
    cells = dict(zip([each.value for each in heading], row, strict=True))
    assert {cell.data_type for cell in row} <= {"s", "inlineStr"}
    assert (cells["Vārds un uzvārds"].value, cells["Organizācija"].value) == (NASTY, "+371")
    assert "no-store" in response["Cache-Control"]
    entry = AuditEntry.objects.get(kind="export")
    assert entry.told == "pasākuma Darbnīca dalībnieki: tabula"
    assert entry.actor_name.endswith(")")


def test_message_goes_once_to_those_it_is_for(staff, event, url):
    placed, waiting = coming(event, 2), coming(event)
    form = staff.get(url("message", event))
    key = re.search(r'name="key" value="([^"]+)"', form.text)[1]
    data = {"key": key, "to": "waiting", "subject": "Ziņa", "text": "Būs vēl viena diena."}

    for _time in range(2):
        staff.post(url("message", event), data)

    mails = Outbox.objects.filter(key__startswith="message:")
    assert [(mail.to, mail.reply_to) for mail in mails] == [
        (waiting[0].email, "redaktors@example.lv")
    ]
    assert "Būs vēl viena diena." in mails[0].text
    assert placed[0].email not in mails[0].text


def test_message_keeps_what_was_typed(staff, event, url):
    page = staff.post(url("message", event), {"to": "waiting", "text": "Bez temata", "key": "x"})

    assert page.status_code == 200
    assert "Bez temata" in page.text
    assert not Outbox.objects.filter(key__startswith="message:").exists()


def test_steps_ask_first_and_are_written_into_the_history(staff, event, url):
    coming(event)
    reasons = {"reason_lv": "Slimība", "reason_en": ""}

    assert staff.post(url("cancel", event), {"reason_en": "Illness"}).status_code == 200
    event.refresh_from_db()
    assert not event.is_cancelled
    staff.post(url("cancel", event), reasons)

    event.refresh_from_db()
    assert (event.is_cancelled, event.cancel_reason_lv) == (True, "Slimība")
    assert staff.get(url("cancel", event)).status_code == 404
    again = staff.post(url("cancel", event), reasons, follow=True)
    assert [each.level_tag for each in again.context["messages"]][-1:] == ["warning"]
    assert "Atcelts." in staff.get(url("history", event)).text


@pytest.mark.parametrize("day", ["0001-01-01T00:00", "9999-12-15T10:00"])
def test_slip_in_a_year_is_told_and_takes_no_page_down(staff, client, event, url, day):
    page = staff.get(url("change", event))

    answers = [
        staff.post(url("change", event), sent(page, starts_at=day, ends_at="", precision="month")),
        staff.post(url("duplicate", event), {"starts_at": day}),
    ]
    Event.objects.update(starts_at="9999-12-15T10:00Z", ends_at="9999-12-15T12:00Z")

    assert "starts_at" in errors(answers[0])
    assert [*answers[1].context["form"].errors] == ["starts_at"]
    assert client.get(reverse("events:event_list")).status_code == 200


def test_cancelled_event_keeps_its_reason(staff, event, url):
    staff.post(url("cancel", event), {"reason_lv": "Slimība", "reason_en": ""})

    answer = staff.post(
        url("change", event), sent(staff.get(url("change", event)), cancel_reason_lv="")
    )

    assert [*errors(answer)] == ["cancel_reason_lv"]


def test_closed_event_shows_its_figures(staff, event, url):
    coming(event)
    move(event, starts_at=timezone.now(), ends_at=timezone.now())

    staff.post(url("close", event), {"attended_total": "12"})

    form = staff.get(url("change", event))
    assert "ieradās 12" in form.text
    assert " disabled" in row_of(staff.get(url("people", event)), "Anna Ozola")
    assert staff.get(url("close", event)).status_code == 404
    assert url("reopen", event) in form.text
    staff.post(url("reopen", event))
    assert [staff.get(url(name, event)).status_code for name in ("close", "reopen")] == [200, 404]


def test_events_that_are_over_wait_to_be_closed(staff, event, own):
    """Those of the person's own partnership, and none for whoever does not see people."""
    now = timezone.now()
    for each in (event, open_event(), open_event(owner=own, published_at=None)):
        move(each, starts_at=now, ends_at=now)
    author = UserFactory(groups=[AUTHOR])
    author.partnerships.add(own)

    names = [
        [name for card in cards(user) if card.key == "events" for _url, name, _note in card.rows]
        for user in (own.staff.exclude(pk=author.pk).get(), author)
    ]

    assert names == [[str(event), str(own_draft(own))], []]


def test_names_that_are_deleted_soon_are_told_before(staff, event, own, url):
    """Within 14 days, of the person's own events, as long as there are names."""
    ages = {event: 77, open_event(owner=own): 75, open_event(): 80, open_event(owner=own): 80}
    for each, days in ages.items():
        coming(each)
        ended = timezone.now() - timedelta(days=days)
        move(each, starts_at=ended, ends_at=ended)
    each.registrations.all().anonymise(timezone.now())
    author = UserFactory(groups=[AUTHOR])
    author.partnerships.add(own)

    told = [
        [card.rows for card in cards(user) if card.key == "names"]
        for user in (own.staff.exclude(pk=author.pk).get(), author)
    ]

    day = date_format(timezone.localtime(event.ends_at + timedelta(days=90)), "SHORT_DATE_FORMAT")
    assert told == [[[(url("people", event), "Darbnīca", f"dzēsīs {day}")]], []]


def own_draft(own):
    return Event.objects.get(owner=own, published_at=None)


def test_copy_opens_as_a_draft(staff, event, url):
    response = staff.post(url("duplicate", event), {"starts_at": "2030-05-04T10:00"})

    copy = Event.objects.exclude(pk=event.pk).get()
    assert response.url == url("change", copy)
    assert timezone.localtime(copy.starts_at).isoformat() == "2030-05-04T10:00:00+03:00"
    assert copy.owner == event.owner
    assert not copy.is_published


def test_saving_another_time_says_how_many_will_hear_of_it(staff, event, url):
    coming(event, number=2)
    address = url("change", event)

    def told(**changes):
        data = sent(staff.get(address), **changes)
        page = staff.post(address, data, follow=True)
        return [str(each) for each in page.context["messages"] if "vēstuli" in str(each)]

    start = timezone.localtime(event.starts_at)
    later, before = start + timedelta(hours=1), f"{start:%Y-%m-%dT%H:%M:%S}"
    found = [told(summary_lv="Cits"), told(starts_at=f"{later:%Y-%m-%dT%H:%M}")]
    found.append(told(starts_at=before))

    message = "Pēc divām minūtēm 2 cilvēki saņems vēstuli par izmaiņām. Līdz tam varat tās izlabot."
    assert found == [[], [message], []]
