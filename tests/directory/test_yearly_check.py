"""Leaders are asked once a year; what visitors and leaders suggest reaches the desk."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from directory import community_mails
from directory.desk.communities import silent
from directory.models import Community, CommunityEntry, Suggestion, YearlyCheck
from directory.yearly_jobs import ask_leaders, remind_leaders
from engage import links
from engage.forms import stamp
from engage.models import Outbox
from tests.factories import (
    CommunityEntryFactory,
    CommunityFactory,
    ContactPointFactory,
    EntryFactory,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = timedelta(days=1)


@pytest.fixture
def community():
    """A community that nobody has verified in the year since it was published."""
    leader = ContactPointFactory(email="vaditaja@example.lv")
    community = CommunityFactory(entries=0, leader=leader, published_at=NOW - 400 * DAY)
    CommunityEntryFactory(community=community, title_lv="Traktors")
    return community


def asked(now=NOW):
    assert ask_leaders(now) == 1
    return YearlyCheck.objects.latest("pk")


def my_page(check):
    return community_mails.address_of(check, "my_community", links.MANAGE)


def link_in(mail):
    """The personal link of a mail; each signing of a link differs by its time."""
    return re.search(r"\S+/lv/[a-z]/\S+/", mail.text)[0]


def test_leader_is_asked_once_with_the_text_as_it_stands(client, community):
    CommunityFactory(entries=0, leader=community.leader)  # new
    hidden = {"title_lv": "Noslēpums", "visibility": "staff"}
    CommunityEntryFactory(community=community, **hidden)

    numbers = [ask_leaders(NOW), ask_leaders(NOW), ask_leaders(NOW + 3 * DAY)]

    mail = Outbox.objects.get()
    assert numbers == [1, 0, 0]
    assert mail.to == "vaditaja@example.lv"
    assert "Traktors" in mail.text
    assert "Noslēpums" not in mail.text
    assert "Traktors" in client.get(link_in(mail)).text


def test_opening_the_link_changes_nothing_and_the_button_verifies(client, community):
    check = asked()
    hidden = CommunityEntryFactory(community=community, visibility="staff")

    page = client.get(my_page(check))
    before = Community.objects.get(pk=community.pk).verified_on
    client.post(my_page(check), {"do": "right"})

    today = timezone.localdate()
    check.refresh_from_db()
    hidden.refresh_from_db()
    assert (page.status_code, before) == (200, None)
    assert "Traktors" in page.text
    assert Community.objects.get(pk=community.pk).verified_on == today
    assert CommunityEntry.objects.get(title_lv="Traktors").verified_on == today
    assert (hidden.verified_on, check.answered_at is None) == (None, False)
    assert ask_leaders(NOW + 300 * DAY) == 0


def test_leader_can_tell_what_changed(client, community):
    check = asked()

    empty = client.post(my_page(check), {"do": "tell", "text": ""})
    client.post(my_page(check), {"do": "tell", "text": "Traktora vairs nav."})

    row = Suggestion.objects.get()
    assert 'id="id_text_error"' in empty.text
    assert (row.community, row.text, row.state) == (community, "Traktora vairs nav.", "pending")
    assert Community.objects.get(pk=community.pk).verified_on is None


def test_silent_leader_is_reminded_once_and_then_called(community):
    asked()

    reminded = [remind_leaders(NOW + days * DAY) for days in (29, 31, 32)]
    waiting = [bool(YearlyCheck.objects.given_up(NOW + days * DAY)) for days in (50, 62)]
    YearlyCheck.objects.update(reminded_at=NOW - 31 * DAY)

    assert reminded == [0, 1, 0]
    assert waiting == [False, True]
    assert Outbox.objects.count() == 2
    assert list(silent(Community.objects.all())) == [community]
    assert Community.objects.published().get() == community


def test_link_of_one_purpose_opens_no_other(client, community):
    check = asked()
    other = Suggestion.objects.create(community=community, text="Labot")

    wrong = [
        community_mails.address_of(check, "my_suggestion", links.MANAGE),
        community_mails.address_of(other, "my_community", links.CONFIRM),
        my_page(check)[:-3] + "x/",
    ]

    assert [client.post(each, {"do": "right"}).status_code for each in wrong] == [410] * 3
    assert Community.objects.get(pk=community.pk).verified_on is None


def test_suggestion_of_a_visitor_waits_for_the_mailbox_then_for_the_desk(client, community):
    address = f"/lv/kopienas/{community.slug_lv}/labojums/"
    form = {"name": "Anna", "email": "Anna@example.lv", "text": "Slepens teksts"}

    form["email"] = f"Anna.{'x' * 60}@{'y' * 60}.{'z' * 60}.lv"
    client.post(address, {**form, "shown": stamp(age=60)})
    row, mail = Suggestion.objects.get(), Outbox.objects.get()
    assert row.email not in mail.key
    link = link_in(mail)
    client.get(link)
    states = [Suggestion.objects.get().state]
    client.post(link, {"do": "confirm"})
    states.append(Suggestion.objects.get().state)

    assert states == ["unconfirmed", "pending"]
    assert row.email == form["email"].lower()
    assert "Anna" not in mail.text
    assert "Slepens" not in mail.text + mail.subject
    assert "Slepens" not in client.get(community.url_in("lv")).text


def test_suggestion_about_an_organisation_goes_the_same_way(client):
    entry, hidden = EntryFactory(), EntryFactory(published_at=None, state="pending")
    form = {"name": "Anna", "email": "anna@example.lv", "text": "Cits tālrunis"}
    address = reverse("directory:suggest_for_entry", args=[entry.slug])

    assert address in client.get(entry.url_in("lv")).text
    answer = client.post(address, {**form, "shown": stamp(age=60)})
    client.post(link_in(Outbox.objects.get()), {"do": "confirm"})

    row = Suggestion.objects.get()
    assert answer.url == reverse("directory:suggested_for_entry", args=[entry.slug])
    assert (row.about, row.text, row.state) == (entry.organisation, "Cits tālrunis", "pending")
    elsewhere = reverse("directory:suggest_for_entry", args=[hidden.slug])
    assert client.get(elsewhere).status_code == 404


def test_suggestion_can_be_taken_back(client, community):
    row = Suggestion.objects.create(community=community, text="Labot", email="a@example.lv")

    client.post(community_mails.address_of(row, "my_suggestion", links.CONFIRM), {"do": "forget"})

    assert not Suggestion.objects.exists()


def test_personal_data_go_and_the_rows_stay(community):
    asked()
    Suggestion.objects.create(community=community, text="Labot", name="Anna", confirmed_at=NOW)

    YearlyCheck.objects.forget_people(NOW + 151 * DAY)
    Suggestion.objects.forget_people(NOW + 366 * DAY)

    check, row = YearlyCheck.objects.get(), Suggestion.objects.get()
    assert (check.name, check.email, row.name, row.text) == ("", None, "", "")
