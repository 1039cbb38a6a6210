"""What all tests share: the database, the media folder, quick passwords, a signed-in person."""

import io
import os

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import translation
from PIL import Image as Drawing

from core.models import Image
from core.roles import NETWORK_EDITOR
from projects.publicity import typesetting
from search import copy
from tests.database import template
from tests.factories import UserFactory

os.environ["LANGUAGE"] = "en"  # what commands say, and what they start; pages are in Latvian


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request, tmp_path_factory, django_db_modify_db_settings_parallel_suffix, django_db_blocker
):
    """Processes that test beside each other copy one database; one alone makes its own."""
    if hasattr(request.config, "workerinput") and not request.config.getvalue("reuse_db"):
        with django_db_blocker.unblock():
            connection.settings_dict["TEST"]["TEMPLATE"] = template(
                tmp_path_factory.getbasetemp().parent
            )


@pytest.fixture(autouse=True)
def quick_and_apart(settings, tmp_path):
    """Passwords that cost nothing, files that do not mix with the site's."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture(autouse=True)
def own_index(monkeypatch):
    """A search index in memory for each test, made when something is looked for."""
    monkeypatch.setattr(copy, "COPY", copy.Copy(None))


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """Processes that test beside each other share the folder where sheets are made one by one."""
    monkeypatch.setattr(typesetting, "PATIENCE", 300)


@pytest.fixture(autouse=True)
def latvian():
    """Every test begins in Latvian, whatever the one before it asked for."""
    with translation.override("lv"):
        yield


@pytest.fixture
def admin_user(admin_user):
    """A superuser with the second factor that superusers need."""
    TOTP.activate(admin_user, generate_totp_secret())
    return admin_user


@pytest.fixture
def editor_client(client):
    """A client signed in as a network editor."""
    client.force_login(UserFactory(groups=[NETWORK_EDITOR]))
    return client


@pytest.fixture
def picture():
    """A stored picture with its copies."""
    data = io.BytesIO()
    Drawing.new("RGB", (600, 400), "#075365").save(data, "JPEG")
    return Image.objects.create(
        file=ContentFile(data.getvalue(), name="krasts.jpg"),
        alt_lv="Krasts",
        alt_en="Shore",
    )
