"""The same questions answered by PostgreSQL alone: while there is no index.

Right for every site and quick for some thousand rows; the index takes over beyond.
"""

from collections import Counter
from functools import cached_property

from django.db.models import Q

from core.text import search_stems

from .paths import columns, on_public
from .sets import Counts


class Rows:
    """The rows of a list; the counterpart of `asked.Asked`, with sets of keys."""

    is_relaxed = False

    def __init__(self, queryset, words, facets, chosen):
        """`facets` is {name: Facet}, `chosen` {name: the values meant}."""
        self.facets, self.chosen = facets, chosen
        self.searched = with_words(queryset, words) if words else queryset
        self.values = {}

    def values_of(self, name):
        """{pk: values} of one facet, read once."""
        if name not in self.values:
            facet = self.facets[name]
            column = facet.column(self.searched.model)
            pairs = ((pk, row[column]) for pk, row in self.base.items()) if column else None
            found = facet.gathered(pairs) if pairs else facet.values_of(self.searched)
            self.values[name] = found
        return self.values[name]

    @cached_property
    def base(self):
        """{pk: {column: value}} of the rows that the words find, before any facet, with the columns
        that facets take their values from."""
        columns = {facet.column(self.searched.model) for facet in self.facets.values()} - {None}
        rows = self.searched.order_by().values("pk", *columns)
        return {row.pop("pk"): row for row in rows}

    def passing(self, without=None):
        """Keys of the rows that pass all facets but one."""
        passed = [
            {pk for pk, values in self.values_of(name).items() if values & set(wanted)}
            for name, wanted in self.chosen.items()
            if name != without
        ]
        return set(self.base).intersection(*passed)

    @cached_property
    def number(self):
        return len(self.passing())

    def counts(self, facets):
        """All values of the facets: there are few rows."""
        return {name: self.counted(name, self.passing(without=name)) for name in facets}

    def foremost(self, facet, values, _chosen):
        counts = self.counted(facet.name, self.passing(without=facet.name))
        return Counts((each, counts[each]) for each in counts if values is None or each in values)

    def values_of_found(self, name):
        return self.counted(name, self.passing())

    def counted(self, name, keys):
        own = self.values_of(name)
        return Counter(value for pk in keys for value in own.get(pk, ()))

    def found_with(self, name, values):
        return self.having(name, values, self.passing())

    def number_with(self, name, values):
        return self.having(name, values, self.passing(without=name))

    def having(self, name, values, keys):
        own = self.values_of(name)
        return sum(not own.get(pk, set()).isdisjoint(values) for pk in keys)

    def keys(self):
        """Keys of all rows found, or None when nothing narrows the list."""
        return self.passing() if self.chosen else None


def with_words(queryset, words):
    """Rows in which every word stands somewhere in `search_fields`, in any language or ending."""
    model = queryset.model
    columns_by_relation = {}
    for path in model.search_fields:
        columns_by_relation.setdefault(path.rpartition("__")[0], []).extend(columns(model, path))
    for stem in search_stems(words):
        anywhere = Q()
        for relation, names in columns_by_relation.items():
            lookups = ((f"{name}__folded__contains", stem) for name in names)
            rows = model.objects.filter(Q(*lookups, _connector=Q.OR), *on_public(model, relation))
            anywhere |= Q(pk__in=rows.values("pk"))
        queryset = queryset.filter(anywhere)
    return queryset
