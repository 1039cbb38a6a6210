"""Loaded before pytest-django (pytest.ini, `-p`): the settings need the database's address.

Migrating takes longer than anything else before the first test: one process of a run does it.
"""

import fcntl
import os

from config import database

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop
os.environ.setdefault("KEPT_PAGES", "0")  # tests that are about them ask for them
database.connect()


TEMPLATE = "test_template"


def template(folder):
    """Name of a database with all tables, made by the process that first asks in this run."""
    with (folder / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / "template.done"
        if not done.exists():
            make_template()
            done.touch()
    return TEMPLATE


def make_template():
    from django.core.management import call_command
    from django.db import connection

    own = connection.settings_dict["NAME"]
    with connection._nodb_cursor() as cursor:
        cursor.execute("set statement_timeout = 0")  # these wait for the disk
        cursor.execute(f"drop database if exists {TEMPLATE}")
        cursor.execute(f"create database {TEMPLATE}")
    connection.settings_dict["NAME"] = TEMPLATE
    call_command("migrate", verbosity=0)
    connection.close()
    connection.settings_dict["NAME"] = own
