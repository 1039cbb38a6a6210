"""Rings when a mail is written: whoever works the outbox off need not wait for the next round."""

import select
import time

from django.db import connection

CHANNEL = "outbox"


def ring():
    """Heard once the transaction is committed."""
    with connection.cursor() as cursor:
        cursor.execute(f"notify {CHANNEL}")


def listen():
    """Hear the bell from now on, as long as this connection lasts."""
    with connection.cursor() as cursor:
        cursor.execute(f"listen {CHANNEL}")


def has_rung(seconds):
    """Whether it has rung since the last question; waits for it for so long at the most.

    Raises `Error` once when the connection broke, and hears nothing without one.
    """
    raw = connection.connection
    if raw is None:
        time.sleep(seconds)
        return False
    if not raw.notifies:
        with connection.wrap_database_errors:
            select.select([raw], [], [], seconds)
            raw.poll()
    found = bool(raw.notifies)
    raw.notifies.clear()
    return found
