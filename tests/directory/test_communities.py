"""The register of communities: what is public of it, and what it counts."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from directory.community_figures import figures
from directory.models import Community, CommunityEntry
from tests.admin.forms import sent
from tests.factories import (
    CommunityEntryFactory,
    CommunityFactory,
    ContactPointFactory,
    ProjectFactory,
    TerritoryFactory,
)
from tests.opendata.reading import parsed, text

pytestmark = pytest.mark.django_db
ADDRESS, PHONE, LEADER = "vaditaja@slepens.lv", "26123456", "Slepenā Vadītāja"


def pages_of(community):
    """Every public address that could tell of a community."""
    pages = ["/sitemap.xml", "/lv/", "/lv/feeds/community.xml", "/lv/mekle/?q=vaditaja"]
    pages += [community.url_in("lv"), community.url_in("en")]
    pages += ["/lv/kopienas/", "/lv/kopienas/?view=map", "/lv/kopienas/?q=vaditaja"]
    pages += ["/lv/kopienas/resursi/", "/lv/kopienas/resursi/?q=vaditaja"]
    for model in (Community, CommunityEntry):
        name = f"directory:{model._meta.model_name}_data"
        pages += [reverse(name, args=[form]) for form in model.data_forms]
    return pages


def test_contact_of_the_leader_is_in_no_public_byte(client):
    contact = ContactPointFactory(email=ADDRESS, phone=PHONE)
    community = CommunityFactory(entries=0, leader=contact, leader_name=LEADER)
    CommunityEntryFactory(community=community)

    told = {page: text(client.get(page)) for page in pages_of(community)}

    secrets = (ADDRESS, PHONE, LEADER)
    assert [page for page, answer in told.items() if any(each in answer for each in secrets)] == []
    Community.objects.update(leader_name_public=True)
    assert LEADER in client.get(community.url_in("lv")).text


def test_saving_does_not_verify(admin_client):
    community = CommunityFactory()
    change = reverse("admin:directory_community_change", args=[community.pk])

    admin_client.post(change, sent(admin_client.get(change), title_lv="Cits nosaukums"))

    stored = Community.objects.get()
    assert (stored.title_lv, stored.verified_on) == ("Cits nosaukums", None)
    assert CommunityEntry.objects.get().verified_on is None


def test_visitors_write_to_the_leader_without_the_address(client):
    contact = ContactPointFactory(email=ADDRESS, label_lv="Kopienas līdere")
    community = CommunityFactory(leader=contact)
    other = CommunityFactory()
    address = reverse("directory:write", args=[contact.public_id])

    form = client.get(address)

    assert address in client.get(community.url_in("lv")).text
    assert "/rakst" not in client.get(other.url_in("lv")).text
    assert "Kopienas līdere" in form.text
    assert ADDRESS not in form.text


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "resource", "status": "solved"},
        {"kind": "need", "status": "available"},
        {"kind": "need", "status": "open", "terms": "free"},
    ],
)
def test_states_and_terms_fit_the_kind(fields):
    community = CommunityFactory(entries=0)

    with pytest.raises(IntegrityError), transaction.atomic():
        CommunityEntryFactory(community=community, **{"terms": ""} | fields)


def test_only_a_solved_need_names_its_project():
    need = CommunityEntryFactory(kind="need", status="open")
    need.solved_by = ProjectFactory()

    with pytest.raises(ValidationError, match="atrisināta"):
        need.full_clean()


def test_hidden_entries_are_absent_and_not_counted(client):
    community = CommunityFactory(entries=0)
    CommunityEntryFactory(community=community, title_lv="Redzams traktors")
    CommunityEntryFactory(
        community=community, title_lv="Slepens seifs", visibility="staff", category="places"
    )
    CommunityEntryFactory(
        community=CommunityFactory(entries=0, published_at=None), title_lv="Slepena nauda"
    )
    CommunityEntryFactory(community=community, title_lv="Slepena bedre", status="gone")

    told = {page: text(client.get(page)) for page in pages_of(community)}
    found = client.get("/lv/kopienas/", {"q": "seifs"})
    counted = figures(Community.objects.published())

    assert [page for page, answer in told.items() if "Slepen" in answer] == []
    assert "traktors" in told["/lv/kopienas/resursi/"]
    assert community.slug_lv not in found.text
    assert (counted["resources"], counted["needs_open"]) == (1, 0)
    counts = client.get("/lv/kopienas/").context["found"].shown_counts["resource"]
    assert {name: number for name, number in counts.items() if number} == {"equipment": 1}


def test_coordinates_leave_with_two_decimals(client):
    CommunityFactory(entries=0, latitude="56.88", longitude="24.05")
    with pytest.raises(ValidationError):
        Community(latitude="56.88123", longitude="24.05").clean_fields(["territory"])

    feature = parsed(client.get(reverse("directory:community_data", args=["geojson"])))["features"]

    assert [each["geometry"] for each in feature] == [
        {"type": "Point", "coordinates": [24.05, 56.88]}
    ]


def test_figures_count_what_visitors_see():
    pargauja = TerritoryFactory()
    parish = TerritoryFactory(kind="parish", parent=pargauja)
    first, second = (
        CommunityFactory(entries=0, territory=pargauja),
        CommunityFactory(entries=0, territory=parish),
    )
    CommunityFactory(entries=0)
    CommunityFactory(entries=0, published_at=None)
    CommunityEntryFactory(community=first, kind="need", status="solved", terms="")
    CommunityEntryFactory(community=second, kind="need", status="in_progress", terms="")
    CommunityEntryFactory(community=second, category="nature")
    Community.objects.filter(pk=first.pk).update(verified_on=timezone.localdate())

    counted = figures(Community.objects.published())

    by_category = {key: number for key, _label, number in counted.pop("by_category") if number}
    assert by_category == {"nature": 1}
    assert counted == {
        "communities": 3,
        "municipalities": 2,
        "leaders_trained": 0,
        "needs_open": 1,
        "needs_solved": 1,
        "resources": 1,
        "verified_share": 33,
    }


def test_resources_are_narrowed_by_category_and_old_municipality(client):
    today, former = (
        TerritoryFactory(slug="kuldigas-novads"),
        TerritoryFactory(slug="alsungas-novads"),
    )
    former.heirs.create(successor=today)
    of_former = CommunityFactory(entries=0, territory=former)
    CommunityEntryFactory(community=of_former, title_lv="Laivas", category="equipment")
    CommunityEntryFactory(community=of_former, title_lv="Muiža", category="places")
    CommunityEntryFactory(title_lv="Traktors", category="equipment")

    asked = {"category": "equipment", "territory": "kuldigas-novads"}
    page = client.get("/lv/kopienas/resursi/", asked)
    data = parsed(client.get(reverse("directory:communityentry_data", args=["json"]), asked))

    assert [row.title_lv for row in page.context["page"]] == ["Laivas"]
    assert [(row["title"]["lv"], row["community"]["title"]["lv"]) for row in data["items"]] == [
        ("Laivas", of_former.title_lv)
    ]
