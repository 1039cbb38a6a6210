"""Queries that are asked again and again: turned into SQL once, then only sent.

Django writes the SQL of a QuerySet anew each time it is read, which takes longer than PostgreSQL
needs to answer when the rows are few.
"""

from functools import cached_property

from django.db import connections
from django.db.models.query import get_related_populators
from django.utils.translation import get_language

KEYS = [-1]  # stands in the SQL's parameters for the keys that are asked for


class Compiled:
    """Rows by their keys; `make(keys)` gives the QuerySet, which must read them with `pk__any`
    or another lookup that sends a list as one parameter, and depend on nothing but the language.
    """

    def __init__(self, make):
        self.make = make
        self.by_language = {}

    def __call__(self, keys):
        """A list of what reading `make(keys)` would give: tuples of values, else models."""
        language = get_language()
        statement = self.by_language.get(language)
        if statement is None:
            statement = self.by_language[language] = Statement(self.make(KEYS))
        return statement.read(list(keys))


class Statement:
    """The SQL of one QuerySet, and how rows become what it gives."""

    def __init__(self, queryset):
        self.database = queryset.db
        self.compiler = queryset.query.get_compiler(self.database)
        self.sql, parameters = self.compiler.as_sql()
        self.parameters = tuple(parameters)
        self.about = self.compiler.klass_info if queryset._fields is None else None

    def read(self, keys):
        sent = [keys if value == KEYS else value for value in self.parameters]
        with connections[self.database].cursor() as cursor:
            cursor.execute(self.sql, sent)
            found = cursor.fetchall()
        rows = self.compiler.results_iter([found])
        return [self.model(row) for row in rows] if self.about else list(rows)

    def model(self, row):
        own = self.own
        made = self.about["model"].from_db(self.database, own, row[: len(own)])
        for related in self.related:
            related.populate(row, made)
        return made

    @cached_property
    def own(self):
        """The names of the model's own columns, which come first."""
        chosen = self.compiler.select[: len(self.about["select_fields"])]
        return [column.target.attname for column, _sql, _alias in chosen]

    @cached_property
    def related(self):
        return get_related_populators(self.about, self.compiler.select, self.database)
