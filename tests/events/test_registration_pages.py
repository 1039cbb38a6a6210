"""The pages of visitors: the form and its traps, the page of one registration, what never leaks."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from core.content import content_models
from engage import forms, links, throttle
from engage.models import Outbox
from events import registration_actions as actions
from events.models import Material, Registration, Session
from events.registration_mails import path_of
from search import copy  # noqa: F401 (the index of this test)
from tests.factories import ItemFactory, SeriesFactory, TerritoryFactory

from .registering import coming, later, mail_to, move, open_event, registered, states, told

pytestmark = pytest.mark.django_db
DATA = {"name": "Anna Ozola", "email": "Anna@Example.lv"}


def form_of(event, **changes):
    """What a browser sends a minute after it has shown the form."""
    return {**DATA, "shown": forms.stamp(age=60), **changes}


def address(event, name="register"):
    return reverse(f"events:{name}", args=[event.slug])


def send(client, event, **changes):
    return client.post(address(event), form_of(event, **changes))


def outcome(client, event, **changes):
    """(status, registrations, mails) after the form was sent."""
    answer = send(client, event, **changes)
    return answer.status_code, Registration.objects.count(), Outbox.objects.count()


def test_visitor_registers_confirms_and_cancels_over_http(client):
    place = TerritoryFactory(name_lv="Kandavas novads")
    event = open_event(capacity=20, question_lv="Kāpēc?", ask_needs=True)

    page = client.get(address(event))
    assert "Atlikušas 20 vietas" in page.text
    typed = {"organisation": "Biedrība", "territory": place.pk, "answer": "Tāpēc", "needs": "Zupa"}
    answer = send(client, event, **typed)
    assert answer.headers["Location"] == address(event, "registered")
    assert "Ieskatieties savā pastkastē" in client.get(answer.headers["Location"]).text

    row = Registration.objects.get()
    assert (row.name, row.email, row.territory, row.answer, row.needs, row.notice_version) == (
        *("Anna Ozola", "anna@example.lv", place, "Tāpēc", "Zupa"),
        row.notice_version or "-",
    )
    link = re.search(r"http://\S+/m/\S+", mail_to(row, "confirm").text)[0].split("8000", 1)[1]
    assert "Apstiprināt pieteikumu" in client.get(link).text
    answer = client.post(link, {"do": "confirm"})
    mine = answer.headers["Location"]
    assert "Jums ir vieta." in client.get(mine).text
    client.post(mine, {"do": "cancel"})

    assert "Šis pieteikums ir atsaukts." in client.get(mine).text
    assert told(row) == ["confirm", "place", "cancelled"]


def test_scanner_that_opens_every_link_changes_nothing(client):
    event = open_event(capacity=1)
    row = registered(event)
    (waiting,) = coming(open_event(), email="b@example.lv")
    before = list(Registration.objects.order_by("pk").values())
    found = [path_of(row, links.CONFIRM), path_of(waiting)]

    for link in found * 5:
        assert client.get(link, {"do": "confirm"}).status_code == 200
        client.head(link)

    assert list(Registration.objects.order_by("pk").values()) == before
    assert told(row, waiting) == [["confirm"], ["place"]]


def test_button_pressed_twice_and_page_gone_back_to_confirm_once(client):
    row = registered(open_event())
    link = path_of(row, links.CONFIRM)

    answers = [client.post(link, {"do": "confirm"}).status_code for _each in range(2)]

    assert answers == [302, 302]
    assert client.get(link).headers["Location"] == path_of(row)
    assert told(row) == ["confirm", "place"]


def test_link_has_one_purpose(client):
    (row,) = coming(open_event())
    confirm, manage = path_of(row, links.CONFIRM), path_of(row)

    for link, what in ((confirm, "cancel"), (manage, "confirm"), (manage, "explode")):
        client.post(link, {"do": what})
    assert (states([row]), told(row)) == (["confirmed"], ["place"])
    assert client.get(confirm + "calendar.ics").status_code == 404
    assert client.get(manage + "calendar.ics").status_code == 200


def test_links_that_do_not_work_say_so(client):
    (row,) = coming(open_event())
    old = path_of(row)
    client.post(old, {"do": "renew"})
    row.refresh_from_db()
    new = path_of(row)
    broken = [old, new[:-3] + "xx/", "/lv/m/x/", "/lv/m/%F0%9F/"]

    assert [client.get(each).status_code for each in broken] == [410] * 4
    assert client.get(new).status_code == 200
    assert new.removeprefix("/lv") in mail_to(row, "link").text
    client.post(new, {"do": "forget"})
    assert client.get(new).status_code == 410


def test_confirmation_link_ends_after_72_hours(client, monkeypatch):
    row = registered(open_event())
    link = path_of(row, links.CONFIRM)
    real = signing.time.time

    monkeypatch.setattr(signing.time, "time", lambda: real() + 72 * 60 * 60 + 1)

    assert client.get(link).status_code == 410


def test_page_of_a_registration_stays_private(client):
    (row,) = coming(open_event())

    answer = client.get(path_of(row))

    headers = {name: answer.headers[name] for name in ("Referrer-Policy", "X-Robots-Tag")}
    assert headers == {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}
    assert "no-store" in answer.headers["Cache-Control"]


def test_answer_is_the_same_whether_the_address_is_new_or_known(client):
    event = open_event()
    coming(event, email="known@example.lv")

    answers = [send(client, event, email=f"{who}@example.lv") for who in ("known", "new")]

    assert {(each.status_code, each.headers["Location"]) for each in answers} == {
        (302, address(event, "registered"))
    }


def test_machine_is_answered_as_everybody_and_forgotten(client):
    event = open_event()

    assert outcome(client, event, remark="http://spam.example") == (302, 0, 0)
    assert outcome(client, event, shown=forms.stamp()) == (302, 0, 0)


@pytest.mark.parametrize("hours", [None, 13, -1])  # the last: another machine's clock is ahead
def test_form_that_was_open_too_long_is_shown_again_with_all_that_was_typed(client, hours):
    event = open_event()
    shown = forms.stamp(age=hours * 60 * 60) if hours else "broken"

    answer = send(client, event, shown=shown, organisation="Biedrība „Zvaigzne”")

    assert (answer.status_code, Registration.objects.count()) == (200, 0)
    assert 'value="Biedrība „Zvaigzne”"' in answer.text
    again = re.search(r'name="shown" value="([^"]+)"', answer.text)[1]
    assert outcome(client, event, shown=again) == (302, 1, 1)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "nav-adreses"}, "email"),
        ({"name": "  "}, "name"),
        ({"name": "x" * 151}, "name"),
        ({"territory": "99999"}, "territory"),
        ({"territory": "x"}, "territory"),
    ],
)
def test_mistake_is_said_beside_its_field_and_nothing_is_lost(client, wrong, said):
    answer = send(client, open_event(), organisation="Biedrība", **wrong)

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [said]
    assert f'id="id_{said}_error"' in answer.text
    assert 'value="Biedrība"' in answer.text
    assert 'role="alert" tabindex="-1" autofocus' in answer.text


def test_too_many_forms_from_one_network_are_kept_waiting_openly(client, monkeypatch):
    monkeypatch.setattr(throttle, "FROM_ADDRESS", (2, timedelta(hours=1)))
    event = open_event()

    found = [send(client, event, email=f"a{n}@example.lv").status_code for n in range(3)]
    elsewhere = client.post(address(event), form_of(event), REMOTE_ADDR="10.0.0.1")

    assert (found, elsewhere.status_code) == ([302, 302, 200], 302)
    assert Registration.objects.count() == 3


def test_mailbox_gets_no_flood(client, monkeypatch):
    monkeypatch.setattr(throttle, "TO_MAILBOX", (2, timedelta(days=1)))

    found = [outcome(client, open_event())[0] for _each in range(4)]

    assert (found, Outbox.objects.count()) == ([302] * 4, 2)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"closes_at": later(days=-1), "opens_at": None}, "Pieteikšanās ir beigusies."),
        ({"opens_at": later(days=1)}, "Pieteikšanās sāksies"),
        ({"starts_at": later(hours=-1)}, "Pasākums ir sācies vai beidzies."),
        ({"cancelled_at": later(), "cancel_reason_lv": "Vētra."}, "Pasākums ir atcelts. Vētra."),
        ({"capacity": 1, "waiting_list": False}, "gaidītāju saraksta nav"),
    ],
)
def test_closed_form_says_why_and_takes_nobody(client, fields, said):
    event = open_event()
    coming(event)
    move(event, **fields)

    page = client.get(address(event))

    assert said in page.text
    assert "<form method" not in page.text.partition("<main")[2]
    assert outcome(client, event)[:2] == (200, 1)


def test_form_is_there_only_where_one_registers_here(client):
    assert client.get(address(open_event(registration="none"))).status_code == 404
    assert client.get(address(open_event(published_at=None))).status_code == 404


def test_series_is_registered_for_with_one_form(client):
    series = SeriesFactory()
    events = [open_event(series=series) for _each in range(3)]
    open_event(series=series, starts_at=later(days=-1))
    url = reverse("events:register_for_series", args=[series.slug])

    page = client.get(url)
    assert page.text.count('name="dates"') == 3
    data = form_of(None, dates=[events[0].pk, events[2].pk])
    assert client.post(url, data).status_code == 302
    row = Registration.objects.first()
    client.post(path_of(row, links.CONFIRM), {"do": "confirm"})

    rows = Registration.objects.order_by("event_id")
    assert [each.event for each in rows] == [events[0], events[2]]
    assert states(rows) == ["confirmed", "confirmed"]
    other = path_of(rows.exclude(pk=row.pk).get())
    assert other in client.get(path_of(row)).text


def test_materials_and_recordings_are_on_the_page_of_who_has_a_place_alone(client):
    event = open_event(capacity=1)
    placed, waiting = coming(event, 2)
    slides, film = (ItemFactory(title_lv=each, visibility="registered") for each in ("S", "F"))
    staff = ItemFactory(title_lv="Tikai darbiniekiem", visibility="staff")
    Material.objects.create(event=event, item=slides, audience=Material.Audience.REGISTERED)
    for item in (film, staff, film):
        Session.objects.create(event=event, title_lv="Daļa", recording=item)

    pages = [client.get(path_of(row)).text for row in (placed, waiting)]

    offered = [re.findall(r'href="\S+?(/lv/\S+/dalibniekiem/\S+?)"[^>]*>(.*?)<', p) for p in pages]
    assert [[title for _link, title in found] for found in offered] == [["S", "F"], []]
    assert [client.get(link).status_code for link, _title in offered[0]] == [200, 200]
    assert "Tikai darbiniekiem" not in "".join(pages)


def test_online_link_and_names_are_in_no_public_byte(client):
    secret, name = "https://meet.example/slepens", "Zenta Slepenā"
    event = open_event(online_url=secret, capacity=1, attendance="online")
    placed, waiting = coming(event, 2, name=name)
    pages = ["/sitemap.xml", event.url_in("lv"), event.url_in("en"), address(event)]
    pages += [address(event, "registered"), path_of(waiting), path_of(waiting) + "calendar.ics"]
    for language in ("lv", "en"):
        pages += [f"/{language}/", f"/{language}/feeds/event.xml"]
        with translation.override(language):
            pages += [
                reverse("events:event_list"),
                reverse("events:event_list") + "?q=meet.example",
            ]
            pages += [reverse("search:search") + "?q=slepens"]
            pages += [
                reverse("events:event_data", args=[form])
                for model in content_models()
                if model._meta.label == "events.Event"
                for form in model.data_forms
            ]

    answers = {page: client.get(page) for page in pages}

    assert {answer.status_code for answer in answers.values()} == {200}
    told = [page for page in pages if tells(answers[page], ("meet.example/", "Zenta"), page)]
    assert told == []
    assert secret in client.get(path_of(placed)).text
    assert secret in client.get(path_of(placed) + "calendar.ics").text.replace("\r\n ", "")


def tells(answer, secrets, page):
    content = answer.content if not answer.streaming else b"".join(answer.streaming_content)
    own = page.startswith("/lv/m/")
    text = content.decode("utf-8", "replace").replace("\r\n ", "")
    return any(secret in text for secret in secrets[: 1 if own else 2])


JUNK = ["\0", "\ud800", "9" * 100, "-1", "[]", "<script>", "\u202etxet", "a" * 5000, "%25", "{{7}}"]


@pytest.mark.parametrize("name", ["name", "email", "territory", "answer", "shown", "remark"])
def test_junk_in_a_field_never_fails(name):
    client = Client(raise_request_exception=False)
    event = open_event(question_lv="Kāpēc?")
    mine = path_of(registered(event, "b@example.lv"))

    def answer(url, data):
        body = urlencode(data, errors="surrogatepass")
        kind = "application/x-www-form-urlencoded"
        return client.post(url, body, content_type=kind).status_code

    for junk in JUNK:
        assert answer(address(event), form_of(event, **{name: junk})) in (200, 302), junk
        assert answer(mine, {"do": junk}) == 200, junk


def test_form_needs_its_token():
    client = Client(enforce_csrf_checks=True)

    answer = send(client, open_event())

    assert answer.status_code == 403
    assert "Veidlapu nevarēja pārbaudīt" in answer.text
    assert Registration.objects.count() == 0


def test_page_of_a_registration_needs_no_cookie_and_works_without_a_referrer():
    client = Client(enforce_csrf_checks=True)
    row = registered(open_event())
    link = path_of(row, links.CONFIRM)

    assert not client.get(link).cookies
    client.post(link, {"do": "confirm"}, headers={"Origin": "null"})

    assert states([row]) == ["confirmed"]


def test_what_is_typed_into_a_form_stays_text(client):
    event = open_event()
    hostile = "<script>alert(1)</script>\"' \r\nBcc: x@example.org"

    send(client, event, name=hostile, organisation=hostile)
    row = Registration.objects.get()
    actions.confirm(registration=row)

    page = client.get(path_of(row)).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "\n" not in row.name
    assert timezone.now() > row.created_at
