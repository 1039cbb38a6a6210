"""Who edits in these tests."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from core.roles import NETWORK_EDITOR, SITE_ADMINISTRATOR
from tests.factories import UserFactory


@pytest.fixture
def editor():
    return UserFactory(groups=[NETWORK_EDITOR])


@pytest.fixture
def administrator():
    """A site administrator with the second factor that site administrators need."""
    user = UserFactory(groups=[SITE_ADMINISTRATOR])
    TOTP.activate(user, generate_totp_secret())
    return user


@pytest.fixture
def administrator_client(client, administrator):
    """A client signed in as a member of the group Site administrator."""
    client.force_login(administrator)
    return client
