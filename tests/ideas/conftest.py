"""Who works in the administration in these tests."""

import pytest
from django.urls import reverse

from core.roles import EDITOR
from tests.factories import PartnershipFactory, UserFactory


@pytest.fixture
def own():
    """The partnership that holds the forums."""
    return PartnershipFactory()


@pytest.fixture
def editor(own):
    user = UserFactory(groups=[EDITOR], email="redaktors@example.lv", language="lv")
    user.partnerships.add(own)
    return user


@pytest.fixture
def staff(client, editor):
    """A client of an editor of that partnership."""
    client.force_login(editor)
    return client


@pytest.fixture
def url():
    """A function that gives the address of a page about a forum or an idea."""
    return lambda name, row: reverse(f"admin:ideas_{row._meta.model_name}_{name}", args=[row.pk])
