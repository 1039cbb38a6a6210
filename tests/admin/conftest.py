"""Who edits in these tests."""

import pytest

from core.roles import NETWORK_EDITOR, SITE_ADMINISTRATOR
from tests.factories import UserFactory


@pytest.fixture
def editor():
    return UserFactory(groups=[NETWORK_EDITOR])


@pytest.fixture
def administrator():
    return UserFactory(groups=[SITE_ADMINISTRATOR])


@pytest.fixture
def administrator_client(client, administrator):
    """A client signed in as a member of the group Site administrator."""
    client.force_login(administrator)
    return client
