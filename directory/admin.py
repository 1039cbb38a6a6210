"""Editing of the directory. Each kind of rows has a module of its own."""

from .desk import communities, contacts, entries, listings, profiles  # noqa: F401 (they register themselves)
