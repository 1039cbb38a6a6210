"""What the database would refuse is told beside its field, or does not come to it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from directory.models import Entry, Listing
from tests.admin.forms import errors, sent
from tests.factories import EntryFactory, ListingFactory, OrganisationProfileFactory

pytestmark = pytest.mark.django_db


def address(row, page="change"):
    keys = [row.pk] if page == "change" else []
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=keys)


def save(client, row, **changes):
    return client.post(address(row), sent(client.get(address(row)), **changes))


@pytest.mark.parametrize("days", [-3, 800])
def test_listing_is_valid_within_a_year(editor_client, days):
    day = timezone.localdate() + timedelta(days=days)

    answer = save(editor_client, ListingFactory(), valid_until=str(day))

    assert [*errors(answer)] == ["valid_until"]


@pytest.mark.parametrize("button", [{"_publish": "1"}, {"published_at": "2026-11-01T10:00"}])
def test_page_without_its_organisation_is_not_published(editor_client, button):
    form = reverse("admin:directory_entry_add")
    typed = {"title_lv": "Saimniecība", "_publish_anyway": "then", **button}

    answer = editor_client.post(form, sent(editor_client.get(form), **typed))

    assert [*errors(answer)] == ["organisation"]
    assert answer.context["adminform"].form["title_lv"].value() == "Saimniecība"


def test_public_page_keeps_its_organisation(editor_client):
    assert [*errors(save(editor_client, EntryFactory(), organisation=""))] == ["organisation"]


@pytest.mark.parametrize("factory", [EntryFactory, ListingFactory])
@pytest.mark.parametrize(("source", "state"), [("staff", "unconfirmed"), ("web", "archived")])
def test_page_without_a_day_of_publication_steps_back(editor_client, factory, source, state):
    tomorrow = timezone.now() + timedelta(days=1)
    row, scheduled = factory(source=source), factory(source=source, published_at=tomorrow)

    save(editor_client, row, published_at="")
    data = {"action": "take_down", "_selected_action": [scheduled.pk]}
    editor_client.post(address(scheduled, "changelist"), data)

    rows = type(row).objects.filter(pk__in=[row.pk, scheduled.pk])
    assert list(rows.values_list("state", "published_at")) == [(state, None)] * 2


def test_bulk_publishing_leaves_what_lacks_something_and_what_the_desk_decides(editor_client):
    bare = EntryFactory(organisation=None, source="staff", published_at=None, state="unconfirmed")
    waiting, whole = EntryFactory(published_at=None), EntryFactory(unpublish_at=timezone.now())
    keys = [bare.pk, waiting.pk, whole.pk]

    data = {"action": "publish_now", "_selected_action": keys}
    page = editor_client.post(address(bare, "changelist"), data, follow=True)

    assert list(Entry.objects.published()) == [whole]
    assert not Entry.objects.filter(pk__in=keys[:2]).exclude(published_at=None).exists()
    told = [str(each) for each in page.context["messages"]]
    assert told[0].startswith(f"“{bare}”") or told[0].startswith(f"„{bare}”")
    assert told[1].startswith("1 ")


def test_deleted_name_is_not_typed_in_anew(editor_client):
    profile = OrganisationProfileFactory()
    type(profile).objects.filter(pk=profile.pk).anonymise(timezone.now())

    assert save(editor_client, profile, name="Jana").status_code == 302

    profile.refresh_from_db()
    assert (profile.name, profile.email) == ("", None)


def test_listing_of_the_far_future_is_no_failure(editor_client):
    answer = save(editor_client, ListingFactory(), valid_until="9999-12-31")

    assert [*errors(answer)] == ["valid_until"]
    assert Listing.objects.published().exists()
