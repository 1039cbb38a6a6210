"""Offers and requests: they end by themselves, are renewed by a button, leave with their entry."""

import re
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from core.retention import forget
from core.versions import Version
from directory import actions, jobs, leaving, message_actions
from directory.listing_mails import path_of
from directory.models import ContactMessage, ContactPoint, Entry, Listing
from engage.models import Outbox
from partnership.models import Organisation
from tests.admin.forms import sent
from tests.factories import (
    CommunityFactory,
    ContactPointFactory,
    EntryFactory,
    ListingFactory,
    ProjectFactory,
)
from tests.opendata.reading import text

from .writing import HIDDEN, filled, mails, public_entry, public_listing, written

pytestmark = pytest.mark.django_db
WORD = "Liepziedu"


def lists():
    """Where a listing can be seen beside its own page."""
    names = ["directory:listing_list", "directory:entry_list", "home"]
    pages = [reverse(name) for name in names]
    pages += [reverse("directory:listing_data", args=[form]) for form in Listing.data_forms]
    return [*pages, "/sitemap.xml", "/lv/feeds/listing.xml", f"/lv/meklet/?q={WORD}"]


def end_yesterday(listing):
    day = timezone.localdate() - timedelta(days=1)
    times = {"runs_from": day - timedelta(days=30), "published_at": timezone.now()}
    Listing.objects.filter(pk=listing.pk).update(valid_until=day, **times)
    Listing.objects.get(pk=listing.pk).save()


def test_listing_is_gone_the_day_after_and_says_so(client):
    listing = public_listing(title_lv=f"{WORD} medus")
    page, form = listing.get_absolute_url(), reverse("directory:write_about", args=[listing.slug])
    seen = [each for each in lists() if WORD in text(client.get(each))]
    assert len(seen) >= 7
    row = written(listing.entry.contact, listing)

    end_yesterday(listing)

    answers = [client.get(page), client.get(form), client.post(form, filled())]
    assert [answer.status_code for answer in answers] == [410, 410, 410]
    assert all("ir beidzies" in answer.text for answer in answers)
    told = [each for each in lists() if f"{WORD} medus" in text(client.get(each))]
    assert told == []
    assert listing.slug not in text(client.get("/sitemap.xml"))
    with pytest.raises(message_actions.NotPossible):
        message_actions.confirm(message=row)

    assert [jobs.expire(timezone.now()) for _time in range(2)] == [1, 0]
    listing.refresh_from_db()
    assert (listing.state, listing.closed_as) == ("archived", "expired")


def test_renewal_is_asked_once_and_done_by_the_button(client):
    today, now = timezone.localdate(), timezone.now()
    listing = public_listing(valid_until=today + timedelta(days=20))
    assert jobs.ask_to_renew(now) == 0

    two_weeks_before = now + timedelta(days=6)
    assert [jobs.ask_to_renew(two_weeks_before) for _time in range(2)] == [1, 0]
    assert [mail[:2] for mail in mails()] == [("renew", listing.email)]

    page = path_of(listing)
    assert client.get(page).status_code == 200
    listing.refresh_from_db()
    assert listing.valid_until == today + timedelta(days=20)
    renewed = client.post(page, {"do": "renew"}, follow=True)
    assert "Paldies! Tas paliek vēl gadu." in renewed.text
    listing.refresh_from_db()
    assert listing.valid_until == today + timedelta(days=365)
    assert timezone.localdate(listing.unpublish_at) == today + timedelta(days=366)
    assert jobs.ask_to_renew(now) == 0


@pytest.mark.parametrize("days", [-1, 367])
def test_database_refuses_a_listing_of_more_than_a_year(days):
    with pytest.raises(IntegrityError), transaction.atomic():
        ListingFactory(valid_until=timezone.localdate() + timedelta(days=days))


def test_found_partner_ends_a_listing(client):
    listing = public_listing()

    page = client.post(path_of(listing), {"do": "found"}, follow=True).text

    assert "vairs nav publisks: atrasts partneris." in " ".join(page.split())
    assert 'value="withdraw"' not in page
    listing.refresh_from_db()
    assert (listing.state, listing.closed_as) == ("archived", "found")
    assert client.get(listing.get_absolute_url()).status_code == 410


def test_organisation_that_leaves_takes_listings_and_contact_along(client):
    listing = public_listing(title_lv=f"{WORD} medus")
    entry, contact = listing.entry, listing.entry.contact
    body = Organisation.objects.get(pk=entry.organisation_id)
    body.registration_number = "1003600012345"
    body.save()
    form = reverse("directory:write", args=[contact.public_id])
    assert client.get(form).status_code == 200

    client.post(path_of(entry), {"do": "withdraw"})

    assert [client.get(each).status_code for each in (form, entry.url_in("lv"))] == [404, 404]
    assert [each for each in lists() if f"{WORD} medus" in text(client.get(each))] == []
    contact.refresh_from_db()
    assert (contact.email, contact.phone, contact.organisation) == ("", "", None)
    entry, listing = Entry.objects.get(), Listing.objects.get()
    body.refresh_from_db()
    kept = (body.country, body.registration_number, body.name_lv, body.website, entry.do_not_list)
    assert kept == ("MD", "1003600012345", "–", "", True)
    words = [entry.title_lv, entry.summary_lv, entry.name, listing.title_lv, listing.body_lv]
    assert (words, entry.email, listing.email) == ([""] * 5, None, None)


def test_body_that_a_project_names_keeps_its_name_when_it_leaves():
    entry = public_entry()
    body = entry.organisation
    ProjectFactory(partner=body)

    leaving.remove(entry=entry)

    assert Organisation.objects.get(pk=body.pk).name_lv == body.name_lv


def test_taking_down_the_entry_in_any_way_hides_the_listing(client):
    listing = public_listing()

    Entry.objects.update(unpublish_at=timezone.now())

    assert client.get(listing.get_absolute_url()).status_code == 404
    assert list(Listing.objects.published()) == []
    assert not Listing.objects.get().is_published


def test_private_address_is_in_no_public_byte(client):
    listing = public_listing()
    entry = listing.entry
    pages = [*lists(), entry.url_in("lv"), entry.url_in("en"), listing.url_in("lv")]
    pages += [reverse("directory:entry_data", args=[form]) for form in Entry.data_forms]
    pages += [reverse("directory:write", args=[entry.contact.public_id])]
    pages += [f"/lv/meklet/?q={HIDDEN}", reverse("directory:entry_list") + "?q=secret"]

    told = {page: text(client.get(page)) for page in pages}

    secrets = [HIDDEN, "+373 22 000", entry.email, listing.email, "Jana Liepa"]
    assert [
        (page, word)
        for page, words in told.items()
        for word in secrets
        if word in words.replace(f'value="{HIDDEN}"', "").replace(f"„{HIDDEN}”", "")
        and "q=" not in page
    ] == []
    entry.contact.email_public = entry.contact.phone_public = True
    entry.contact.save()
    shown = client.get(entry.url_in("lv")).text
    assert "+373 22 000" in shown


def test_people_behind_a_listing_are_forgotten_after_a_year():
    listing = public_listing()
    entry = listing.entry

    forget(timezone.now() + timedelta(days=30 + 366))

    listing.refresh_from_db()
    entry.refresh_from_db()
    assert (listing.name, listing.email, entry.email is None) == ("", None, False)


def test_contact_point_of_a_page_that_stays_is_not_forgotten():
    long_ago = timezone.now() - timedelta(days=400)
    shared, own = ContactPointFactory(), ContactPointFactory()
    for point in (shared, own):
        EntryFactory(contact=point, state="archived", decided_at=long_ago)
    CommunityFactory(leader=shared, published_at=None)

    forget(timezone.now())

    kept = [ContactPoint.objects.get(pk=each.pk).email for each in (shared, own)]
    assert kept == [shared.email, ""]
    assert not Entry.objects.exclude(email=None).exists()


@pytest.mark.parametrize("leave", [actions.forget, leaving.withdraw])
def test_whoever_leaves_is_in_no_version_and_in_no_line_of_the_log(editor_client, leave):
    entry = public_entry(email=HIDDEN)
    form = reverse("admin:directory_contactpoint_change", args=[entry.contact_id])
    editor_client.post(form, sent(editor_client.get(form), label_lv="Jana Liepa"))
    assert {row.data["form"]["email"][0] for row in Version.objects.all()} == {HIDDEN}
    assert LogEntry.objects.get().object_repr == "Jana Liepa"

    leave(row=entry)

    assert not Version.objects.exists()
    assert LogEntry.objects.get().object_repr == "–"


def test_words_of_three_scripts_survive_pages_search_and_export(client):
    entry = public_entry(title_lv="Vinăria Țărănească Ștefan", title_en="", text_language="ro")
    cyrillic = public_listing(
        title_lv="Ищем партнёров", title_en="", text_language="ru", direction="request"
    )

    page = client.get(entry.url_in("en")).text
    assert '<h1 lang="ro">Vinăria Țărănească Ștefan</h1>' in page
    assert '<h1 lang="ru">Ищем партнёров</h1>' in client.get(cyrillic.url_in("lv")).text
    entry.body_lv, entry.body_en = "<p>Tulkots.</p>", "<p>Translated.</p>"
    assert (entry.title_language, entry.body_language) == ("ro", "")
    assert re.fullmatch(r"listing-[0-9a-f]{10}", cyrillic.slug_lv)
    for words in ("taraneasca", "Țărănească", "stefan"):
        found = client.get(reverse("directory:entry_list") + f"?q={words}").text
        assert "Vinăria Țărănească Ștefan" in found
    asked = reverse("directory:listing_list") + "?direction=request&q=партнёров"
    assert "Ищем партнёров" in client.get(asked).text
    table = reverse("directory:listing_data", args=["csv"]) + "?direction=all"
    assert "Ищем партнёров" in text(client.get(table))


def test_two_directions_are_two_parts_of_the_list(client):
    public_listing(title_lv="Pārdodam medu")
    public_listing(title_lv="Meklējam medu", direction="request")
    address = reverse("directory:listing_list")

    offers, requests = client.get(address).text, client.get(address + "?direction=request").text

    assert ("Pārdodam" in offers, "Meklējam medu" in offers) == (True, False)
    assert ("Pārdodam" in requests, "Meklējam medu" in requests) == (False, True)
    assert Outbox.objects.count() == ContactMessage.objects.count() == 0
