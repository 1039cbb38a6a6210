"""The demonstration, loaded once for all files of this folder: that takes some seconds."""

import pytest
from django.db import transaction
from django.test import override_settings

from config import demo

QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="package", autouse=True)
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """Taken back at the end; gives the lines of its report."""
    lines = []
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("demo"), PASSWORD_HASHERS=QUICK)
    with django_db_blocker.unblock(), files, transaction.atomic():
        demo.load(lines.append)
        yield lines
        transaction.set_rollback(True)
