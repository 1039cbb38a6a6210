"""A list and what narrows it: facets with counts, words, order. The address says it all.

Values of one facet widen each other (or), facets narrow each other (and). The count beside
a value is what the list would hold if that value were its facet's only one.
"""

from functools import cached_property
from urllib.parse import urlencode

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, Value
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from . import copy
from .asked import Asked
from .by_keys import ByKeys
from .orders import BY_RELEVANCE, BY_TITLE, NEWEST
from .tables import Rows

MAX_WORDS = 200  # letters
LATEST = object()  # the engine brought up to date when the list is made
RANKED = 1000  # rows that data keep in the order of relevance; more come newest first


class FilteredList:
    """The rows that an address asks for. Subclasses name their facets and orders."""

    orders = (NEWEST, BY_TITLE)
    views = ("list",)  # ways to show the same rows; the first is the usual one
    division = None  # of a list in parts
    whole = ""  # query string of the list that leaves nothing out

    def __init__(self, queryset=None, parameters=None, memory=None, engine=LATEST, lasting=None):
        """`queryset` holds the published rows, `parameters` come from the address.

        Without them the list only tells its facets and orders; `memory` keeps what these read,
        `lasting` what facets read of which every change moves all rows.
        With None as `engine` the tables answer.
        """
        self.queryset = queryset
        self.parameters = QueryDict() if parameters is None else parameters
        self.words = self.parameters.get("q", "").replace("\0", "").strip()[:MAX_WORDS]
        if engine is LATEST:
            engine = None if queryset is None else copy.current()
        self.engine = engine
        if self.engine:
            memory = self.engine.memory.setdefault(type(self), {})
            lasting = self.engine.lasting
        memory = {} if memory is None else memory
        self.facets = self.make_facets()
        for facet in self.facets:
            facet.memory = memory if lasting is None or not facet.everything else lasting
        self.chosen = {facet.name: self.chosen_in(facet) for facet in self.facets}

    def make_facets(self):
        return []

    def chosen_in(self, facet):
        asked = dict.fromkeys(self.parameters.getlist(facet.name))
        return [value for value in asked if value in facet.names] if asked else []

    @property
    def offered_orders(self):
        """The orders of this list; by relevance where there are words."""
        return ((BY_RELEVANCE,) if self.question is not None else ()) + self.orders

    @cached_property
    def order(self):
        asked = {order.name: order for order in self.offered_orders}
        return asked.get(self.parameters.get("sort"), self.offered_orders[0])

    @property
    def view(self):
        asked = self.parameters.get("view")
        return asked if asked in self.views else self.views[0]

    @cached_property
    def question(self):
        """The visitor's words, understood; None without words or without an index."""
        if not self.words or self.engine is None:
            return None
        question = self.engine.question(self.words, copy.synonyms(self.engine))
        return None if question.is_empty else question

    @cached_property
    def results(self):
        """What is found: `Asked` of the index, else `Rows` of the tables."""
        if self.engine is None:
            facets = {facet.name: facet for facet in self.facets}
            return Rows(self.queryset, self.words, facets, self.meant())
        kind = self.queryset.model._meta.label_lower
        return Asked(self.engine, (kind,), self.question, self.meant())

    def meant(self):
        """{facet: values} of which a row that is asked for has one in each facet."""
        return {
            facet.name: sorted(set().union(*map(facet.meant_by, self.chosen[facet.name])))
            for facet in self.facets
            if self.chosen[facet.name]
        }

    @property
    def number(self):
        return self.results.number

    def remember(self, what, make):
        """What `make` gives of all rows, once for each state of the index."""
        if self.engine is None:
            return make()
        key = (type(self), what)
        if key not in self.engine.memory:
            self.engine.memory[key] = make()
        return self.engine.memory[key]

    # Rows.

    def rows(self):
        """All rows of the list in its order, as a QuerySet: for data and feeds."""
        rows = self.queryset.with_relations()
        order = self.order.sql()
        if self.engine is None:
            keys = self.results.keys()
            rows = self.results.searched.with_relations()
        elif self.results.question is None and not self.results.chosen:
            keys = None
        else:
            found = self.results.keys(self.order, translation.get_language(), 0, self.number)
            keys = [pk for _kind, pk in found]
            if self.order is BY_RELEVANCE and len(keys) <= RANKED:
                order = [in_order(keys)]
        return (rows if keys is None else rows.filter(pk__any=list(keys))).order_by(*order)

    def paged(self):
        """The rows for a `Paginator`: it reads their number and one part of them."""
        return self.rows() if self.engine is None else Part(self)

    def part(self, offset, limit):
        """Some rows of the list in its order, read through the gate of `queryset` when needed."""
        found = self.results.keys(self.order, translation.get_language(), offset, limit)
        return Cards(self.queryset, [pk for _kind, pk in found])

    # Facets.

    @property
    def narrowing(self):
        """The facets that the panel offers and that chips undo."""
        return self.facets

    @cached_property
    def shown_counts(self):
        """{facet: `Counts`} of what the panel may show, each without its own choice."""
        return {facet.name: self.counts_of(facet) for facet in self.facets}

    def counts_of(self, facet):
        chosen = self.chosen[facet.name]
        return self.results.foremost(facet, self.values_to_count(facet), chosen)

    def values_to_count(self, facet):
        """As a set; None: all."""
        chosen = self.chosen[facet.name]
        waits = facet.below and not self.chosen[facet.below] and facet.is_cut
        return frozenset(chosen) if waits else facet.counted(chosen)

    def facet_options(self):
        """(facet, options, number chosen) for every facet that has something to offer."""
        for facet in self.narrowing:
            chosen = self.chosen[facet.name]
            counts = self.shown_counts[facet.name]
            for value in chosen:
                meant = facet.meant_by(value)
                if meant != {value}:
                    counts[value] = self.results.number_with(facet.name, meant)
            options = facet.arrange(counts, set(chosen))
            if options:
                yield facet, options, len(chosen)

    @property
    def panel_state(self):
        """All that the panel of filters depends on; None without an index."""
        if self.engine is None:
            return None
        kind = f"{self.queryset.model._meta.label_lower} {type(self).__name__}"
        choices = FilteredList.query(self, sort=None, view=None)  # those of a fixed list, too
        return f"{kind} {self.engine.batch} {choices}"

    # The address.

    @cached_property
    def asked(self):
        """{parameter: value or values} that say what this list shows."""
        is_usual = self.order is self.offered_orders[0]
        return {
            "q": self.words,
            "sort": "" if is_usual else self.order.name,
            "view": "" if self.view == self.views[0] else self.view,
            **self.chosen,
        }

    def query(self, **changes):
        """The query string of this list with some parameters changed; None takes one out."""
        values = self.asked | changes
        return urlencode({name: value for name, value in values.items() if value}, doseq=True)

    def chips(self):
        """(name of the filter, its value, query string without it) for each filter in force."""
        if self.words:
            yield _("Search words"), self.words, self.query(q=None)
        for facet in self.narrowing:
            for value in self.chosen[facet.name]:
                rest = [other for other in self.chosen[facet.name] if other != value]
                yield facet.label, facet.names[value], self.query(**{facet.name: rest})

    def everything(self):
        """The query string without words and filters, in the same view."""
        return self.query(q=None, sort=None, **{facet.name: None for facet in self.narrowing})

    @property
    def is_narrowed(self):
        return bool(self.words or any(self.chosen[facet.name] for facet in self.narrowing))


class Part:
    """The rows of a list as a `Paginator` reads them."""

    def __init__(self, found):
        self.found = found

    def __len__(self):
        return self.found.number

    def __getitem__(self, part):
        return self.found.part(part.start, part.stop - part.start)


class Cards(ByKeys):
    """The rows of a page, by pk."""

    def __init__(self, queryset, keys):
        super().__init__(keys)
        self.queryset = queryset
        self.kind = None if queryset is None else queryset.model._meta.label_lower

    @classmethod
    def of(cls, rows):
        """Rows that have been read already."""
        made = cls(None, [row.pk for row in rows])
        made.things = list(rows)
        made.kind = made.things[0]._meta.label_lower if made.things else None
        return made

    def read(self, keys):
        if self.queryset is None:
            return {row.pk: row for row in self.things if row.pk in keys}
        rows = self.queryset.public_cards(keys) if keys else ()
        return {row.pk: row for row in rows}


def in_order(keys):
    """An order by the places of the keys in a list."""
    listed = Value(keys, output_field=ArrayField(BigIntegerField()))
    return Func(listed, F("pk"), function="array_position", output_field=IntegerField())
