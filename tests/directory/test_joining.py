"""Joining the directory and offering something: one form, one confirmation, then the desk."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from directory import actions
from directory.listing_mails import path_of
from directory.models import ContactPoint, Entry, Listing
from engage import forms, links
from engage.decisions import Hindered, decide
from engage.desk_lines import told
from engage.models import Outbox
from engage.visitors import forget_unconfirmed
from partnership.models import Organisation
from tests.factories import OrganisationFactory, PartnershipFactory, SectorFactory, UserFactory

from .writing import public_entry

pytestmark = pytest.mark.django_db
NUMBER = "1003600012345"
BODY = {
    "title": "Vinăria Ștefan",
    "kind": "company",
    "country": "MD",
    "registration_number": NUMBER,
    "town": "Soroca",
    "website": "https://vin.example.md",
    "summary": "Vinuri de casă.",
    "products": "Vin alb\nVin roșu",
    "languages": ["ro", "ru"],
    "text_language": "ro",
}
LISTING = {
    "direction": "offer",
    "listing_title": "Vin pentru restaurante",
    "listing_body": "Livrăm în Letonia.\n\n<b>Scrieți!</b>",
    "cooperation": "supply",
}
PERSON = {"name": "Ion Rusu", "email": "Ion@Example.md", "phone": "+373 22 000"}


def filled(**changes):
    day = timezone.localdate() + timedelta(days=90)
    data = {**BODY, **LISTING, **PERSON, "valid_until": str(day), "shown": forms.stamp(age=60)}
    return {**data, **changes}


def join(client, **changes):
    return client.post(reverse("directory:join"), filled(**changes))


def publish(row):
    return decide(row=row, to=row.State.PUBLISHED, by=UserFactory())


def test_one_form_and_one_confirmation_bring_a_body_a_contact_and_a_listing(client):
    host = PartnershipFactory(is_host=True)
    sector = SectorFactory()

    answer = join(client, sectors=[sector.pk])

    assert answer.headers["Location"] == reverse("directory:sent")
    entry, listing = Entry.objects.get(), Listing.objects.get()
    assert not ContactPoint.objects.exists()
    mail = Outbox.objects.get()
    told = mail.subject + mail.text + mail.html
    assert [word for word in (BODY["title"], LISTING["listing_title"], "Ion") if word in told] == []
    assert Organisation.objects.filter(country="MD").count() == 0

    client.post(path_of(entry, links.CONFIRM), {"do": "confirm"})
    for row in (entry, listing):
        row.refresh_from_db()
    assert (entry.state, listing.state, entry.owner) == ("pending", "pending", host)
    with pytest.raises(Hindered):
        publish(listing)

    publish(entry)
    publish(listing)
    entry, listing = Entry.objects.get(), Listing.objects.get()
    body, point = entry.organisation, ContactPoint.objects.get()
    assert (body.name_lv, body.kind, body.country, body.registration_number, body.town_lv) == (
        *("Vinăria Ștefan", "company", "MD", NUMBER, "Soroca"),
    )
    assert (point.email, point.phone, entry.contact, entry.proposed) == (
        *("ion@example.md", "+373 22 000", point, {}),
    )
    assert list(entry.sectors.all()) == list(listing.sectors.all()) == [sector]
    page = client.get(listing.get_absolute_url()).text
    assert '<h1 lang="ro">Vin pentru restaurante</h1>' in page
    assert "&lt;b&gt;Scrieți!&lt;/b&gt;" in page
    assert "Vin roșu" in client.get(entry.get_absolute_url()).text


def test_form_sent_twice_is_one_entry(client):
    data = filled()

    for _time in range(2):
        client.post(reverse("directory:join"), data)

    assert (Entry.objects.count(), Listing.objects.count(), Outbox.objects.count()) == (1, 1, 1)


def test_organisation_may_join_without_a_listing(client):
    assert join(client, listing_title="").status_code == 302
    assert (Entry.objects.count(), Listing.objects.count()) == (1, 0)

    page = join(client, listing_body="", email="other@example.md")
    assert page.status_code == 200
    assert "Vinuri de casă." in page.text


def test_body_with_the_same_number_in_the_country_is_refused(client):
    entry = public_entry()
    Organisation.objects.filter(pk=entry.organisation_id).update(registration_number=NUMBER)

    page = join(client, registration_number=f" {NUMBER[:4]} {NUMBER[4:]} ")
    assert entry.get_absolute_url() in page.text
    assert Entry.objects.count() == 1
    assert join(client, country="LV").status_code == 302

    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationFactory(country="MD", registration_number=NUMBER)
    assert OrganisationFactory(country="EE", registration_number=NUMBER).pk
    assert OrganisationFactory(country="EE", registration_number="").pk


def test_second_form_of_one_body_is_not_published(client):
    for email in ("a@example.md", "b@example.md"):
        join(client, email=email, listing_title="")
    first, second = Entry.objects.order_by("pk")
    for row in (first, second):
        actions.confirm(row=row)

    publish(first)
    with pytest.raises(Hindered):
        publish(second)

    second.refresh_from_db()
    assert (second.state, Organisation.objects.filter(country="MD").count()) == ("pending", 1)


def test_known_body_is_found_by_its_number(client):
    known = OrganisationFactory(name_lv="SRL Vin", country="MD", registration_number=NUMBER)
    join(client, listing_title="")

    publish(actions.confirm(row=Entry.objects.get()))

    assert Entry.objects.get().organisation == known


def test_whoever_names_a_known_body_and_withdraws_changes_nothing_of_it(client):
    known = OrganisationFactory(name_lv="SRL Vin", country="MD", registration_number=NUMBER)
    before = Organisation.objects.values().get(pk=known.pk)
    join(client, listing_title="")
    entry = actions.confirm(row=Entry.objects.get())

    left = client.post(path_of(entry), {"do": "withdraw"}).text

    assert "Organizācija ir izņemta no kataloga" in left
    entry.refresh_from_db()
    assert (entry.state, entry.email, entry.proposed) == ("withdrawn", None, {})
    assert Organisation.objects.values().get(pk=known.pk) == before
    assert not Entry.objects.filter(organisation=known).exists()


def test_second_form_of_a_listed_body_can_be_withdrawn(client):
    for email in ("a@example.md", "b@example.md"):
        join(client, email=email, listing_title="")
    first, second = (actions.confirm(row=row) for row in Entry.objects.order_by("pk"))
    publish(first)

    client.post(path_of(second), {"do": "withdraw"})

    assert list(Entry.objects.order_by("pk").values_list("state", flat=True)) == [
        "published",
        "withdrawn",
    ]


def test_nearly_the_same_name_is_a_hint_and_no_more(client):
    OrganisationFactory(name_lv="SRL „VINĂRIA STEFAN”", country="MD")
    OrganisationFactory(name_lv="Vinăria Ștefan cel Mare", country="MD")
    join(client, listing_title="", registration_number="")
    entry = actions.confirm(row=Entry.objects.get())

    assert entry.similar_names == "SRL „VINĂRIA STEFAN”"
    labels = dict(map(told(entry), entry.desk_fields))
    assert labels["Varbūt tā pati organizācija"] == entry.similar_names
    assert publish(entry).state == "published"


def test_what_came_back_is_corrected_by_its_link(client):
    join(client)
    entry = actions.confirm(row=Entry.objects.get())
    staff = UserFactory()
    decide(row=entry, to=entry.State.RETURNED, by=staff, reason="Lūdzu, bez reklāmas.")
    page = path_of(Entry.objects.get())
    assert "Lūdzu, bez reklāmas." in client.get(page).text

    broken = client.post(page, {**BODY, "summary": "", "correct": "1"})
    assert "Vin alb" in broken.text
    saved = client.post(page, {**BODY, "summary": "Vin bun.", "correct": "1"}, follow=True)
    assert "Jūsu labojums ir saņemts." in saved.text

    entry.refresh_from_db()
    assert (entry.state, entry.summary_lv, entry.proposed["town"]) == (
        *("pending", "Vin bun.", "Soroca"),
    )


def test_page_behind_the_link_says_how_a_public_organisation_is_corrected(client):
    join(client)
    entry = publish(actions.confirm(row=Entry.objects.get()))

    page = client.get(path_of(entry)).text

    assert reverse("directory:suggest_for_entry", args=[entry.slug]) in page


def test_listing_comes_from_whoever_confirms_it(client):
    entry = public_entry()
    data = {**LISTING, **PERSON, "entry": entry.pk, "text_language": "en", "shown": "x"}
    data |= {"valid_until": str(timezone.localdate()), "shown": forms.stamp(age=60)}
    page = client.get(reverse("directory:offer") + f"?entry={entry.slug}").text
    assert f'value="{entry.pk}" selected' in page

    client.post(reverse("directory:offer"), data)
    listing = actions.confirm(row=Listing.objects.get())

    assert (listing.title_en, listing.title_lv, listing.is_from_contact) == (
        *("Vin pentru restaurante", "", False),
    )
    assert publish(listing).is_published
    assert client.get(listing.url_in("lv")).status_code == 200


def test_what_nobody_confirms_and_who_asks_leaves_no_address(client):
    join(client)
    forget_unconfirmed(None, timezone.now() + timedelta(hours=73))
    found = [model.objects.count() for model in (Entry, Listing, ContactPoint)]
    assert found == [0, 0, 0]

    join(client, email="other@example.md")
    entry = actions.confirm(row=Entry.objects.get())
    assert ContactPoint.objects.get().email == "other@example.md"
    client.post(path_of(entry), {"do": "forget"})

    entry, point = Entry.objects.get(), ContactPoint.objects.get()
    assert (entry.name, entry.email, point.email, point.phone) == ("", None, "", "")


def test_form_that_nobody_decides_on_is_forgotten_after_a_year(client):
    join(client, listing_title="")
    entry = actions.confirm(row=Entry.objects.get())

    for days in (360, 366):
        Entry.objects.forget_people(timezone.now() + timedelta(days=days))
        entry.refresh_from_db()
        assert (entry.email is None) == (entry.contact.email == "") == (days == 366)
