"""A plugin (pytest.ini, `-p`) against work that proves nothing: garbage looked for, copies kept,
tables emptied that are empty.
"""

import gc

import pytest

WIDGETS = ("django/forms/", "admin/widgets/")
# Folders whose tests share what takes seconds to make, by the process that begins with them.
SHARING = ("tests/demo/", "tests/rights/"), ("tests/browser/",)
# Tests that take long: nobody should wait for one of them at the end.
LONG = ("tests/test_bench.py",)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Two processes begin at the start and in the middle, and later take from each other's end."""
    if not hasattr(config, "workerinput"):
        return
    starts = [[each for each in items if each.nodeid.startswith(ways)] for ways in SHARING]
    others = [each for each in items if not each.nodeid.startswith(sum(SHARING, ()))]
    others.sort(key=lambda each: not each.nodeid.startswith(LONG))
    middle = max(len(items) // 2 - len(starts[0]), 0)
    items[:] = [*starts[0], *others[:middle], *starts[1], *others[middle:]]


def pytest_collection_finish():
    """What is loaded by now stays to the end: looking through it for garbage finds none."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_configure():
    """All that a test calls has room for its frames, as in a web process."""
    from _pytest import runner

    from config.memory import roomy

    runner.runtestprotocol = roomy(runner.runtestprotocol)


@pytest.fixture(autouse=True, scope="session")
def contexts_of_pages_only():
    """`response.context` is without the contexts of widgets, of which a form has hundreds."""
    from django.test import client

    store = client.store_rendered_templates

    def store_page(found, signal, sender, template, context, **more):
        if not (template.name or "").startswith(WIDGETS):
            store(found, signal, sender, template, context, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client, "store_rendered_templates", store_page)
        yield


@pytest.fixture(autouse=True, scope="session")
def static_files_found_once():
    """Every client has middleware of its own, which would look for all static files again."""
    from whitenoise.base import WhiteNoise

    look, found = WhiteNoise.update_files_dictionary, {}

    def take(server, root, prefix):
        if (root, prefix) not in found:
            look(server, root, prefix)
            found[root, prefix] = dict(server.files)
        server.files.update(found[root, prefix])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoise, "update_files_dictionary", take)
        yield


@pytest.fixture(autouse=True, scope="session")
def databases_that_go_whoever_is_connected():
    """The server may not have heard yet that a process is gone which a test has killed."""
    from django.db.backends.postgresql.creation import DatabaseCreation

    def drop(creation, name, verbosity):
        with creation._nodb_cursor() as cursor:
            cursor.execute("set statement_timeout = 0")  # it waits for the disk
            cursor.execute(f'drop database "{name}" with (force)')

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseCreation, "_destroy_test_db", drop)
        yield


# What the end of `migrate` makes; no test changes it.
LASTING = {"django_content_type", "auth_permission", "auth_group", "auth_group_permissions"}


@pytest.fixture(autouse=True, scope="session")
def tables_with_rows_alone():
    """After a test with transactions of its own, only what it filled is emptied."""
    from django.test import TransactionTestCase

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: empty_tables())
        yield


def empty_tables():
    from django.db import connection

    with connection.cursor() as cursor:
        tables = set(connection.introspection.django_table_names(only_existing=True)) - LASTING
        filled = " union all ".join(
            f"select '{name}' where exists (table {name})" for name in tables
        )
        cursor.execute(filled)
        orders = [f"delete from {name}" for (name,) in cursor.fetchall()]  # noqa: S608 (our names)
        quietly = "set session_replication_role = replica"  # no triggers, no looking for references
        cursor.execute("; ".join([quietly, *orders, "set session_replication_role = origin"]))
