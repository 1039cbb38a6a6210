"""Messages: confirmed first, passed on once, held when they are many, asked about once."""

import re
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from directory import jobs
from directory import message_actions as actions
from directory.message_mails import path_of
from directory.models import ContactMessage
from engage import links, tick
from engage.models import Outbox
from partnership.models import Person
from projects.models import Participation
from tests.factories import (
    ContactPointFactory,
    OrganisationFactory,
    ProjectFactory,
    UserFactory,
)

from .writing import HIDDEN, WRITER, filled, mails, public_entry, public_listing, written

pytestmark = pytest.mark.django_db
State = ContactMessage.State


def test_message_goes_on_after_the_button_and_once(client):
    listing = public_listing(title_lv="Medus")
    form = reverse("directory:write_about", args=[listing.slug])
    assert HIDDEN not in client.get(form).text

    sent = [client.post(form, filled(shown=shown)) for shown in [filled()["shown"]] * 2]
    assert {answer.headers["Location"] for answer in sent} == {reverse("directory:written")}
    row = ContactMessage.objects.get()
    assert mails() == [("message", "ilze@example.lv", "")]

    link = re.search(r"http\S+/zina/\S+", Outbox.objects.get().text)[0]
    path = link.removeprefix("http://127.0.0.1:8000")
    assert client.get(path).status_code == 200
    row.refresh_from_db()
    assert (row.state, len(mails())) == (State.UNCONFIRMED, 1)

    for _press in range(5):
        client.post(path, {"do": "confirm"})
    row.refresh_from_db()
    assert (row.state, row.email, row.to_country) == (State.RELAYED, "ilze@example.lv", "MD")
    assert mails()[1:] == [("relay", HIDDEN, "ilze@example.lv")]
    relayed = Outbox.objects.get(key=f"relay:{row.public_id}")
    assert WRITER["body"] in relayed.text
    assert "Medus" in relayed.subject

    assert tick.run() == tick.run() == []
    assert len(mails()) == 2


def test_mail_that_asks_to_confirm_holds_nothing_typed():
    entry = public_entry(title_lv="Vinăria Ștefan")
    typed = {"name": "Pērciet lēti", "organisation": "https://spam.example", "body": "Akcija!"}

    written(entry.contact, **typed)

    mail = Outbox.objects.get()
    told = mail.subject + mail.text + mail.html
    assert [word for word in typed.values() if word in told] == []
    assert str(entry.organisation) in told


def test_many_messages_are_held():
    entry, others = public_entry(), [public_entry(contact=None) for _each in range(2)]

    rows = [written(each.contact, occasion=f"{n}") for n, each in enumerate([entry] * 6)]
    held = [actions.confirm(message=row).why_held for row in rows]
    assert held == ["", "", "", "", "", "sender"]

    crowd = [
        written(others[0].contact, occasion=f"c{n}", email=f"a{n}@example.lv") for n in range(21)
    ]
    assert [actions.confirm(message=row).why_held for row in crowd] == [""] * 20 + ["recipient"]
    linked = written(others[1].contact, occasion="x", email="b@example.lv", body="http://a " * 3)
    assert actions.confirm(message=linked).why_held == "links"


def test_staff_let_a_held_message_through_once_or_refuse_it():
    contact = ContactPointFactory(hold_for_staff=True, email=HIDDEN)
    entry, staff = public_entry(contact=contact), UserFactory()
    first, second = (written(entry.contact, occasion=each) for each in "ab")
    for row in (first, second):
        assert actions.confirm(message=row).state == State.HELD
    assert [kind for kind, *_rest in mails()] == ["message", "message"]

    for _time in range(2):
        actions.release(message=first, by=staff)
        actions.refuse(message=second, by=staff)

    assert [kind for kind, *_rest in mails()][2:] == ["relay", "refused"]
    states = ContactMessage.objects.order_by("pk").values_list("state", "decided_by")
    assert list(states) == [(State.RELAYED, staff.pk), (State.REFUSED, staff.pk)]


def test_log_of_changes_does_not_keep_the_sender(editor_client):
    row = written(public_entry(contact=ContactPointFactory(hold_for_staff=True)).contact)
    actions.confirm(message=row)

    address = reverse("admin:directory_message_decide", args=[row.pk])
    editor_client.post(address, {"do": "refuse"})

    told = LogEntry.objects.get().object_repr
    assert told.startswith(str(row.contact))
    assert "Ilze" not in told


def test_sender_is_asked_once_after_sixty_days(client):
    row = actions.confirm(message=written(public_entry().contact))
    now = timezone.now()

    assert jobs.ask_outcome(now + timedelta(days=59)) == 0
    assert [jobs.ask_outcome(now + timedelta(days=61)) for _time in range(2)] == [1, 0]

    page = path_of(row)
    assert client.get(page).status_code == 200
    row.refresh_from_db()
    assert row.outcome == ""
    client.post(page, {"do": "yes"})
    row.refresh_from_db()
    assert row.outcome == "yes"


def test_what_is_known_of_a_sender_goes_and_the_number_stays():
    row = actions.confirm(message=written(public_entry().contact))
    now = timezone.now()

    ContactMessage.objects.forget_bodies(now + timedelta(days=31))
    row.refresh_from_db()
    assert (row.body, row.email) == ("", "ilze@example.lv")

    ContactMessage.objects.forget_people(now + timedelta(days=91))
    row.refresh_from_db()
    assert (row.name, row.email, row.organisation, row.country, row.state) == (
        *("", None, "", "LV", State.RELAYED),
    )


def test_link_for_one_purpose_and_one_message_opens_nothing_else(client):
    entry = public_entry()
    row = written(entry.contact)
    confirming = path_of(row, links.CONFIRM)

    client.post(confirming, {"do": "yes"})
    client.post(confirming, {"do": "renew"})
    row.refresh_from_db()
    assert (row.state, row.outcome, row.link_version) == (State.UNCONFIRMED, "", 1)

    client.post(confirming, {"do": "forget"})
    assert not ContactMessage.objects.exists()
    assert client.get(confirming).status_code == 410


def test_contact_person_of_a_project_is_written_to_without_an_address(client):
    body = OrganisationFactory()
    person = Person.objects.create(organisation=body, name="Ieva", email="ieva@example.lv")
    point = ContactPointFactory(person=person, email="")
    page = reverse("directory:write", args=[point.public_id])
    assert client.get(page).status_code == 404

    project = ProjectFactory(partner=body)
    Participation.objects.filter(project=project).update(contact=person)

    assert client.get(page).status_code == 200
    assert page in client.get(project.get_absolute_url()).text
    client.post(page, filled())
    row = actions.confirm(message=ContactMessage.objects.get())
    assert mails()[-1] == ("relay", "ieva@example.lv", row.email)

    Person.objects.update(is_public=False)
    assert client.get(page).status_code == 404


def test_machines_are_answered_as_people_are_and_forgotten(client):
    page = reverse("directory:write", args=[public_entry().contact.public_id])

    answer = client.post(page, filled(remark="x"))
    too_quick = client.post(page, filled(shown=filled()["shown"][:-2]))

    assert answer.headers["Location"] == reverse("directory:written")
    assert WRITER["body"] in too_quick.text
    assert not ContactMessage.objects.exists()
