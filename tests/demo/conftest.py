"""The demonstration, loaded once for all files of this folder: that takes some seconds."""

import pytest
from django.db import transaction
from django.test import override_settings
from PIL import Image

from config import demo
from config.demo import pictures

QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="package", autouse=True)
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """Taken back at the end; gives the lines of its report. The scenes are empty here: to paint
    them takes half of the time, and the site of the browser tests does so."""
    lines = []
    scenes = {name: (empty, *words) for name, (_scene, *words) in pictures.PICTURES.items()}
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("demo"), PASSWORD_HASHERS=QUICK)
    with django_db_blocker.unblock(), files, transaction.atomic():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pictures, "PICTURES", scenes)
            demo.load(lines.append)
        yield lines
        transaction.set_rollback(True)


def empty():
    return Image.new("RGB", (640, 360))
