"""Editing of the directory. Each kind of rows has a module of its own."""

from .desk import contacts, entries, listings  # noqa: F401 (they register themselves)
