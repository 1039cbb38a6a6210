"""Who works in the administration in these tests."""

import pytest
from django.urls import reverse

from core.roles import EDITOR
from tests.factories import PartnershipFactory, UserFactory


@pytest.fixture
def own():
    """The partnership that holds the events."""
    return PartnershipFactory()


@pytest.fixture
def staff(client, own):
    """A client of an editor of that partnership."""
    user = UserFactory(groups=[EDITOR], email="redaktors@example.lv")
    user.partnerships.add(own)
    client.force_login(user)
    return client


@pytest.fixture
def url():
    """A function that gives the address of a page about an event."""
    return lambda name, event: reverse(f"admin:events_event_{name}", args=[event.pk])
