"""What staff do: tables of partners, messages that wait, cooperation by country."""

import pytest
from django.urls import reverse

from core.roles import EDITOR
from directory import leaving, message_actions
from directory.country_pairs import Pair, pairs
from directory.models import ContactMessage, ContactPoint, Entry
from partnership.models import Organisation, Person
from tests.admin.forms import sent
from tests.admin.test_exchange import confirm, export, upload
from tests.factories import (
    ContactPointFactory,
    OrganisationFactory,
    PartnershipFactory,
    SectorFactory,
    UserFactory,
)

from .writing import public_entry, public_listing, written

pytestmark = pytest.mark.django_db
COLUMNS = (
    "title_lv;text_language;kind;country;registration_number;town;sectors;summary_lv;published_at"
)
TABLE = f"""{COLUMNS}
Vinăria Țărănească;ro;company;MD;1003600012345;Bălți;partika;Vinuri și țuică;2026-01-05 09:00
Медовый двор;ru;farm;MD;1003600054321;Бельцы;partika;Мёд и прополис;2026-01-05 09:00
"""


def bring(client, text):
    page = upload(client, text, Entry)
    assert page.outcome.errors == [], page.outcome.errors
    return page, confirm(client, page, Entry)


def test_table_of_a_partner_brings_bodies_once_in_their_own_letters(editor_client, client):
    SectorFactory(name_lv="pārtika", slug="partika")

    bring(editor_client, TABLE)
    bring(editor_client, TABLE)

    rows = Entry.objects.order_by("pk").values_list(
        "title_lv", "organisation__town_lv", "organisation__registration_number", "state", "source"
    )
    assert list(rows) == [
        ("Vinăria Țărănească", "Bălți", "1003600012345", "published", "import"),
        ("Медовый двор", "Бельцы", "1003600054321", "published", "import"),
    ]
    assert Organisation.objects.filter(country="MD").count() == 2
    out = export(editor_client, model=Entry).decode("utf-8-sig")
    assert [word for word in ("Țărănească", "țuică", "Медовый", "Бельцы") if word not in out] == []
    found = client.get(reverse("directory:entry_list") + "?q=țuică").text
    assert "Vinăria Țărănească" in found


def test_no_table_brings_back_who_asked_to_be_removed(editor_client):
    SectorFactory(name_lv="pārtika", slug="partika")
    bring(editor_client, TABLE)
    leaving.remove(entry=Entry.objects.get(title_lv="Vinăria Țărănească"))

    page = upload(editor_client, TABLE, Entry)

    assert "lūdza to neiekļaut" in page.text
    assert Entry.objects.published().count() == 1


def test_entry_that_staff_make_is_public_on_its_day_and_a_visitors_is_not(editor_client):
    staff_made = public_entry(source="staff", state="unconfirmed", decided_at=None)
    assert staff_made.is_published

    sent_in = public_entry(state="pending", published_at=None)
    form = reverse("admin:directory_entry_change", args=[sent_in.pk])
    page = editor_client.get(form)
    editor_client.post(form, sent(page, _publish="1"))

    sent_in.refresh_from_db()
    assert (sent_in.state, sent_in.published_at) == ("pending", None)


def test_waiting_message_is_read_and_passed_on_by_its_own_editors(client):
    own = PartnershipFactory()
    contact = ContactPointFactory(hold_for_staff=True, owner=own)
    row = message_actions.confirm(message=written(public_entry(contact=contact).contact))
    form = reverse("admin:directory_contactmessage_change", args=[row.pk])
    decide = reverse("admin:directory_message_decide", args=[row.pk])
    stranger, editor = (UserFactory(groups=[EDITOR]) for _each in range(2))
    stranger.partnerships.add(PartnershipFactory())
    editor.partnerships.add(own)

    client.force_login(stranger)
    assert row.body not in client.get(form, follow=True).text
    assert client.post(decide, {"do": "release"}).status_code == 404
    client.force_login(editor)
    assert row.body in client.get(form).text
    assert "Apmeklētāju ziņas, kas gaida izlasīšanu" in client.get(reverse("admin:index")).text
    client.get(decide)
    row.refresh_from_db()
    assert row.state == "held"
    client.post(decide, {"do": "release"})
    row.refresh_from_db()
    assert (row.state, row.decided_by) == ("relayed", editor)


def test_cooperation_is_counted_by_pair_of_countries(editor_client):
    listing = public_listing()
    for number, outcome in enumerate(["yes", "yes", "no", ""]):
        row = written(listing.entry.contact, listing, occasion=str(number), email=f"{number}@a.lv")
        message_actions.confirm(message=row)
        if outcome:
            message_actions.answer(message=row, outcome=outcome)
    home = OrganisationFactory(country="LV")
    point = public_entry(organisation=home, contact=ContactPointFactory()).contact
    message_actions.confirm(message=written(point, occasion="x", country="EE"))
    written(point, occasion="y")

    found = pairs(ContactMessage.objects.all())

    assert found == [Pair("LV", "MD", 4, 2, 0, 1), Pair("EE", "LV", 1, 0, 0, 0)]
    assert found[0].unanswered == 1
    page = editor_client.get(reverse("admin:directory_message_countries")).text
    assert "Moldova" in page
    ContactMessage.objects.all().anonymise(ContactMessage.objects.latest("pk").created_at)
    assert pairs(ContactMessage.objects.all()) == found


def test_nobody_takes_the_messages_to_people_of_others(client):
    own, other = PartnershipFactory(), PartnershipFactory()
    user = UserFactory(groups=[EDITOR])
    user.partnerships.add(own)
    client.force_login(user)
    theirs, mine = (
        Person.objects.create(organisation=each.organisation, name="Jana", is_public=True)
        for each in (other, own)
    )
    form = reverse("admin:directory_contactpoint_add")
    page = client.get(form)

    for person in (theirs, mine):
        client.post(form, sent(page, person=person.pk, email="mine@example.lv", language="lv"))

    assert list(ContactPoint.objects.values_list("person", flat=True)) == [mine.pk]
