"""Django for the commands of `bench`, on the database and the search index of `DATA_DIR`."""

import os


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
