"""Updates without downtime: while the new schema is there already, the last release's code still
reads and writes (expand now, contract in the release after)."""

import pytest
from django.db import connection

from . import tables

pytestmark = pytest.mark.django_db
# What the last release's code may be refused for, and why that is right.
ACCEPTED = {}


@pytest.fixture
def cursor():
    with connection.cursor() as cursor:
        yield cursor


def test_columns_that_the_last_release_reads_and_writes_are_there(cursor):
    now, released = tables.columns(cursor), tables.released()[0]

    assert {place: now.get(place, (None,))[0] for place in released} == {
        place: kind for place, (kind, _needed) in released.items()
    }


def test_row_of_the_last_release_s_code_lacks_nothing(cursor):
    """A new column has a default in the database or may be empty; Django's `db_default`."""
    now, released = tables.columns(cursor), tables.released()[0]
    its_tables = {table for table, _name in released}

    lacking = {
        (table, name)
        for (table, name), (_kind, needed) in now.items()
        if needed and table in its_tables and not released.get((table, name), ("", False))[1]
    }

    assert lacking == set()


def test_new_rule_for_rows_is_one_that_the_last_release_keeps(cursor):
    released, its_constraints = tables.released()
    its_tables = {table for table, _name in released}

    added = {each for each in tables.constraints(cursor) if each[0] in its_tables}

    assert added - its_constraints == ACCEPTED.keys()
