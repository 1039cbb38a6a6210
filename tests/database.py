"""Loaded before pytest-django (pytest.ini, `-p`): the settings need the database's address."""

import os

from config import database

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop
os.environ.setdefault("KEPT_PAGES", "0")  # tests that are about them ask for them
database.connect()
