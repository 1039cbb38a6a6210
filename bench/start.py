"""Django for the commands of `bench`, on the database and the search index of `DATA_DIR`."""

import os
import time


def start():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from config import database

    try:
        database.connect()
    except database.Unavailable as error:
        raise SystemExit(f"error: {error}") from None
    import django

    django.setup()


def prepare():
    """What pages need beside the rows, such as static files; costs little when it is there."""
    from django.core.management import call_command

    call_command("prepare", verbosity=0)


def remember():
    """Let this process remember pieces of pages until something changes, as a web process does."""
    from core.caching.watch import WATCH

    WATCH.start()
    while not WATCH.is_listening:
        time.sleep(0.01)
