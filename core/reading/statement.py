"""Several lists of rows by one question, whose SQL is made and planned once.

Making SQL from a QuerySet takes Django longer than PostgreSQL takes to answer, and planning it
takes PostgreSQL longer than to run it. Here both happen once: in each process for each language,
and on each connection, as a prepared statement that carries every list as JSON.
"""

from inspect import signature
from itertools import count

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Value
from django.utils.translation import get_language
from psycopg2.extensions import AsIs

from .rows import Rows

quoted = connection.ops.quote_name
NUMBERS = count(1)
MOST = 32  # statements on one connection; each takes the server about 1 MB


class Parameter(Value):
    """Stands in a QuerySet for what is known only when it is asked; `many` for one of an array."""

    def __init__(self, name, many=False):
        super().__init__(name)
        self.many = many

    def as_sql(self, compiler, connection):
        return "any(%s::bigint[])" if self.many else "%s", [self]


class KeysOf(Value):
    """Stands in a QuerySet for the keys of another list of models in the same statement."""

    def as_sql(self, compiler, connection):
        return "any((select keys from %s)::bigint[])", [self]


class Statement:
    """`make` gets a `Parameter` for each of its arguments and gives {name: QuerySet}.

    It is called once for each language; nothing but its arguments, the language and the database
    may change what it gives. QuerySets give models, or what `values_list` names; nothing is
    prefetched. `many` names the arguments that are arrays of keys; `like` is a function with the
    same arguments, where `make` itself does not tell them.
    """

    def __init__(self, make, many=(), like=None):
        names = signature(like or make).parameters
        self.make = make
        self.parameters = {name: Parameter(name, name in many) for name in names}
        self.prepared = {}

    def __call__(self, **values):
        """{name: list of rows}"""
        language = get_language()
        prepared = self.prepared.get(language)
        if prepared is None:
            lists = self.make(**self.parameters)
            prepared = self.prepared[language] = Prepared(lists, list(self.parameters))
        return prepared.ask(values)


class Prepared:
    """A statement in one language."""

    def __init__(self, lists, names):
        self.name = f"reading_{next(NUMBERS)}"
        self.rows, keyed = {}, set()
        for name, queryset in lists.items():
            rows = self.rows[name] = self.rows_of(queryset)
            keyed |= {each.value for each in rows.of_kind(KeysOf)} if rows else set()
        known = {name: rows for name, rows in self.rows.items() if rows}
        before = {name: rows for name, rows in known.items() if name in keyed}
        behind = {name: rows for name, rows in known.items() if name not in keyed}
        self.values = [each for rows in (before | behind).values() for each in rows.parameters]
        asked = {each.value for rows in known.values() for each in rows.of_kind(Parameter)}
        self.names = [name for name in names if name in asked]
        lists = ", ".join(each.with_keys(quoted(name)) for name, each in before.items())
        parts = [
            f"(select found from {quoted(name)})" if name in before else each.as_json()  # noqa: S608
            for name, each in known.items()
        ]
        with_lists = f"with {lists} " if lists else ""
        # All in one value, as psycopg2 takes its time for each.
        found = f"{with_lists}select json_build_array({', '.join(parts)})"
        self.sql = f"prepare {self.name} as {found}"
        places = f"({', '.join(['%s'] * len(asked))})" if asked else ""
        self.call = f"execute {self.name}{places}"

    def rows_of(self, queryset):
        """None where nothing can be found, as behind a list of nothing."""
        try:
            rows = Rows(queryset)
        except EmptyResultSet:
            return None
        return rows if all(self.rows[each.value] for each in rows.of_kind(KeysOf)) else None

    def ask(self, values):
        with connection.cursor() as cursor:
            self.prepare()
            cursor.execute(self.call, [values[name] for name in self.names])
            answers = iter(cursor.fetchone()[0])
        return {
            name: rows.build(next(answers) or ()) if rows else []
            for name, rows in self.rows.items()
        }

    def prepare(self):
        """Once on each connection; the connection's own cursor, because no page asks it."""
        raw = connection.connection
        known, names = getattr(connection, "prepared", (None, ()))
        if known is not raw:
            names = set()
            connection.prepared = raw, names
        if self.name not in names:
            with connection.wrap_database_errors, raw.cursor() as own:
                if len(names) >= MOST:
                    own.execute("deallocate all")
                    names.clear()
                own.execute(self.sql, [self.place(each) for each in self.values])
            names.add(self.name)

    def place(self, value):
        """`$1` for the first parameter, a list for its keys; others are written as they are."""
        if isinstance(value, Parameter):
            return AsIs(f"${self.names.index(value.value) + 1}")
        return AsIs(quoted(value.value)) if isinstance(value, KeysOf) else value
