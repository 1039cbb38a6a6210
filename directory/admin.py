"""Editing of the directory. Each kind of rows has a module of its own, which registers it."""

from .desk import communities, contacts, entries, listings, messages, profiles  # noqa: F401
