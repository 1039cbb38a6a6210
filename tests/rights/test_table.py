"""Role × row × action: every cell over HTTP, judged by what happened in the database."""

import pytest
from django.contrib import admin

from .doings import done_by
from .possible import possible_actions
from .table import ROLES, TABLE

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def seen():
    """Answers about all rows of a kind; they are the same in each cell."""
    return {}


@pytest.fixture(autouse=True)
def no_list_of_apps(monkeypatch):
    """Each page would ask for the way to every other one, which nobody sees here."""
    monkeypatch.setattr(admin.site, "get_app_list", lambda request, app_label=None: [])


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.parametrize("role", ROLES)
def test_role_does_with_a_row_what_the_table_says(world, seen, role, name):
    allowed = set(TABLE[name][ROLES.index(role)].split())

    done = done_by(world.clients[role], world, name, seen)

    assert done == allowed & set(possible_actions(world, name))
