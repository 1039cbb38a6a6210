"""What all tests share: the database, the media folder, quick passwords, a signed-in person."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop

from config import database

database.connect()

import pytest  # noqa: E402 (the settings need the database's address)


@pytest.fixture(autouse=True)
def quick_and_apart(settings, tmp_path):
    """Passwords that cost nothing, files that do not mix with the site's."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def editor_client(client):
    """A client signed in as a member of the group Editor."""
    from core.roles import EDITOR
    from tests.factories import UserFactory

    client.force_login(UserFactory(groups=[EDITOR]))
    return client
