"""A second, empty database beside that of the tests, as a new machine would have."""

import pytest
from django.db import connection

from search import copy

NEW = "restored_site_{}"  # each process that tests has one of its own


def use(name):
    """Let everything that follows speak to another database of the same server."""
    connection.close()
    connection.settings_dict["NAME"] = name


def administer(statement):
    """Run a statement that needs another database than those that it speaks of."""
    before = connection.settings_dict["NAME"]
    use("postgres")
    with connection.cursor() as cursor:
        cursor.execute(statement)
    use(before)


@pytest.fixture
def machine(transactional_db, settings, tmp_path, monkeypatch):
    """Folders of a site; `machine()` goes on with empty ones and an empty database."""
    before = connection.settings_dict["NAME"]
    new = NEW.format(before)
    monkeypatch.setattr(copy.COPY, "folder", tmp_path / "search")

    def empty():
        settings.DATA_DIR = tmp_path / "new"
        settings.MEDIA_ROOT = settings.DATA_DIR / "media"
        monkeypatch.setattr(copy, "COPY", copy.Copy(settings.DATA_DIR / "search"))
        administer(f"create database {new}")
        use(new)

    settings.DATA_DIR = tmp_path
    settings.BACKUP_DIR = tmp_path / "backups"
    yield empty
    use(before)
    administer(f"drop database if exists {new} with (force)")
