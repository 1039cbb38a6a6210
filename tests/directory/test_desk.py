"""What staff do with the register and the profiles in the administration."""

import pytest
from django.urls import reverse
from django.utils import timezone

from core.roles import EDITOR
from directory.models import Community, OrganisationProfile
from engage.models import Outbox
from tests.factories import (
    CommunityFactory,
    OrganisationFactory,
    OrganisationProfileFactory,
    PartnershipFactory,
    TerritoryFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    """Somebody who edits for one partnership, signed in."""
    user = UserFactory(groups=[EDITOR])
    user.partnerships.add(PartnershipFactory())
    client.force_login(user)
    return user


def act(client, model, action, *rows):
    address = reverse(f"admin:directory_{model._meta.model_name}_changelist")
    keys = [row.pk for row in rows]
    answer = client.post(address, {"action": action, "_selected_action": keys}, follow=True)
    return [str(each) for each in answer.context["messages"]]


def test_staff_verify_their_own_communities(client, editor):
    own = CommunityFactory(owner=editor.partnerships.get())
    foreign = CommunityFactory()

    told = act(client, Community, "mark_verified", own, foreign)

    days = dict(Community.objects.values_list("pk", "verified_on"))
    assert told == ["1 kopiena ir atzīmēta kā šodien pārbaudīta."]
    assert days == {own.pk: timezone.localdate(), foreign.pk: None}


def test_filter_names_communities_that_nobody_verified(editor_client):
    verified, other = CommunityFactory.create_batch(2)
    Community.objects.filter(pk=verified.pk).update(verified_on=timezone.localdate())

    page = editor_client.get(reverse("admin:directory_community_changelist"), {"verified": "no"})

    assert list(page.context["cl"].queryset) == [other]


def test_staff_enter_whom_to_ask_and_send_the_link_once(editor_client):
    typed = {"organisation": OrganisationFactory().pk, "territory": TerritoryFactory().pk}
    typed |= {"year": 2026, "collected": "survey", "email": "Birojs@Example.lv", "language": "lv"}
    address = reverse("admin:directory_organisationprofile_add")

    editor_client.post(address, typed, follow=True)
    row = OrganisationProfile.objects.get()
    without = OrganisationProfileFactory(email=None)
    told = [act(editor_client, OrganisationProfile, "send_links", row, without)[0] for _n in "12"]

    assert (row.email, row.source, row.state) == ("birojs@example.lv", "staff", "unconfirmed")
    assert told == ["1 saite ir nosūtīta.", "0 saišu ir nosūtīts."]
    assert list(Outbox.objects.values_list("to", flat=True)) == ["birojs@example.lv"]
