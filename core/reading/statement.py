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

NUMBERS = count(1)
MOST = 32  # statements on one connection; each takes the server about 1 MB


class Parameter(Value):
    """Stands in a QuerySet for what is known only when it is asked; `many` for one of an array."""

    def __init__(self, name, many=False):
        super().__init__(name)
        self.many = many

    def as_sql(self, compiler, connection):
        return "any(%s::bigint[])" if self.many else "%s", [self]


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
        self.rows, parts, self.values = {}, [], []
        for name, queryset in lists.items():
            self.rows[name] = None
            try:
                rows = Rows(queryset)
            except EmptyResultSet:
                continue
            self.rows[name] = rows
            parts.append(f"(select json_agg(t) from ({rows.sql}) t)")  # noqa: S608 (Django's own)
            self.values += rows.parameters
        asked = {each.value for each in self.values if isinstance(each, Parameter)}
        self.names = [name for name in names if name in asked]
        self.sql = f"prepare {self.name} as select {', '.join(parts)}"
        places = f"({', '.join(['%s'] * len(asked))})" if asked else ""
        self.call = f"execute {self.name}{places}"

    def ask(self, values):
        with connection.cursor() as cursor:
            self.prepare()
            cursor.execute(self.call, [values[name] for name in self.names])
            answers = iter(cursor.fetchone())
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
        """`$1` for the first parameter; other values are written into the statement."""
        if not isinstance(value, Parameter):
            return value
        return AsIs(f"${self.names.index(value.value) + 1}")
