"""What is kept only for a time: one table, which deletes it and tells visitors how long it is kept.

A model declares its lines in `retention`; an app whose rows have no model of its own declares
them in its config. `manage.py engage_tick` deletes, the page about privacy shows.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps

VISITORS, STAFF, MACHINES = "visitors", "staff", "machines"


@dataclass(frozen=True)
class Kept:
    """One line of the table. `forget` is called with the model and the time, and gives a number.

    What is kept for machines tells nothing about anybody, so visitors are not told of it.
    """

    what: str
    how_long: str
    forget: Callable
    purpose: str = ""
    stays: str = ""
    whose: str = VISITORS


def table():
    """(model or None, `Kept`) of every line, models before apps."""
    for model in apps.get_models():
        for kept in getattr(model, "retention", ()):
            yield model, kept
    for app in apps.get_app_configs():
        for kept in getattr(app, "retention", ()):
            yield None, kept


def forget(now):
    """Delete all that is past its time; gives (what, number) of each line."""
    return [(kept.what, kept.forget(model, now)) for model, kept in table()]
