"""A list and what narrows it: facets with counts, words, order. The address says it all.

Values of one facet widen each other (or), facets narrow each other (and). The count beside
a value is what the list would hold if that value were its facet's only one.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from .content import Content
from .text import Alphabetical, alphabetical, search_stems

MAX_WORDS = 200


@dataclass
class Option:
    """One value of a facet, as the page shows it."""

    value: str
    label: str
    count: int = 0
    is_chosen: bool = False
    children: list = field(default_factory=list)

    @property
    def is_open(self):
        """Whether something is chosen below it, so that a tree shows it unfolded."""
        return any(child.is_chosen or child.is_open for child in self.children)


class Facet:
    """One way to narrow a list: a GET parameter whose values rows have through `lookup`."""

    def __init__(self, name, label, lookup, labels, keep_order=False):
        """`labels` is a callable that gives {value: label} for every value there is."""
        self.name, self.label, self.lookup = name, label, lookup
        self.labels, self.keep_order = labels, keep_order

    def prepare(self, queryset):
        """{pk: values} of the rows of `queryset`, and the names of all values."""
        self.names = {str(value): label for value, label in self.labels().items()}
        self.values = {}
        for pk, value in self.pairs(queryset):
            if value is not None:
                self.values.setdefault(pk, set()).update(self.found_under(value))

    def pairs(self, queryset):
        return queryset.order_by().values_list("pk", self.lookup).distinct()

    def found_under(self, value):
        """Every value that a row with `value` is found under; a tree adds what lies above."""
        return {str(value)}

    def meant_by(self, value):
        """The values that a visitor who picks `value` means."""
        return {value}

    def matching(self, chosen):
        """Primary keys of the rows that have at least one of the chosen values."""
        meant = set().union(*(self.meant_by(value) for value in chosen))
        return {pk for pk, values in self.values.items() if values & meant}

    def options(self, rows, chosen):
        """The values that occur at all, and the chosen ones, with their counts among `rows`."""
        counts = Counter(value for pk in rows for value in self.values.get(pk, ()))
        occurring = set().union(*self.values.values(), chosen)
        order = list(self.names)
        if not self.keep_order:
            order.sort(key=lambda value: (-counts[value], alphabetical(str(self.names[value]))))
        return [
            Option(value, str(self.names[value]), counts[value], value in chosen)
            for value in order
            if value in occurring
        ]


def names_of(queryset, value="slug", label="name"):
    """A callable that gives {value: label} of a table, read when a list is made."""
    return lambda: {getattr(row, value): getattr(row, label) for row in queryset.all()}


class FilteredList:
    """The rows that an address asks for. Subclasses name their facets and orders."""

    orders = (("newest", _("newest first")), ("title", _("title")))
    usual_order = "newest"

    def __init__(self, queryset, parameters):
        """`queryset` is what the visitor may see; `parameters` come from the address."""
        self.queryset, self.parameters = queryset, parameters
        self.words = parameters.get("q", "").replace("\0", "").strip()[:MAX_WORDS]
        order = parameters.get("sort")
        self.order = order if order in dict(self.orders) else self.usual_order
        self.facets = self.make_facets()
        self.searched = queryset.filter(pk__in=self.base) if self.words else queryset
        self.chosen = {}
        for facet in self.facets:
            facet.prepare(self.searched)
            asked = dict.fromkeys(parameters.getlist(facet.name))
            self.chosen[facet.name] = [value for value in asked if value in facet.names]
        self.matching = {
            facet.name: facet.matching(self.chosen[facet.name])
            for facet in self.facets
            if self.chosen[facet.name]
        }

    def make_facets(self):
        return []

    @cached_property
    def base(self):
        """Primary keys of the rows that the words find, before any facet."""
        found = search(self.queryset, self.words)
        return set(found.order_by().values_list("pk", flat=True))

    def keys(self, without=None):
        """Primary keys of the rows that pass all facets but the one named `without`."""
        passed = [keys for name, keys in self.matching.items() if name != without]
        return self.base.intersection(*passed)

    def rows(self):
        """The rows of the list, in the order asked for."""
        rows = self.searched.filter(pk__in=self.keys()) if self.matching else self.searched
        return self.sorted(rows.with_relations())

    def sorted(self, rows):
        return rows.order_by(Alphabetical("title"), "pk") if self.order == "title" else rows

    def facet_options(self):
        """(facet, options, number chosen) for every facet that has something to offer."""
        for facet in self.facets:
            chosen = self.chosen[facet.name]
            options = facet.options(self.keys(without=facet.name), set(chosen))
            if options:
                yield facet, options, len(chosen)

    def query(self, **changes):
        """The query string of this list with some parameters changed; None takes one out."""
        query = self.parameters.copy()
        query.clear()
        values = {"q": self.words, "sort": self.order if self.order != self.usual_order else ""}
        values |= self.chosen | changes
        for name, value in values.items():
            if value:
                query.setlist(name, value if isinstance(value, list) else [value])
        return query.urlencode()

    def chips(self):
        """(name of the filter, its value, query string without it) for each filter in force."""
        if self.words:
            yield _("Search words"), self.words, self.query(q=None)
        for facet in self.facets:
            for value in self.chosen[facet.name]:
                rest = [other for other in self.chosen[facet.name] if other != value]
                yield facet.label, facet.names[value], self.query(**{facet.name: rest})

    @property
    def is_narrowed(self):
        return bool(self.words or self.matching)


def search(queryset, words):
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


def on_public(model, relation):
    """The conditions that every page on the way of a relation is public: drafts find nothing."""
    way = ""
    for name in filter(None, relation.split("__")):
        model, way = model._meta.get_field(name).related_model, f"{way}{name}__"
        if issubclass(model, Content):
            yield Q(**{f"{way}in": model.objects.published().order_by().values("pk")})


def columns(model, path):
    """The columns behind a lookup path: one for each language when the last field is translated."""
    *relations, name = path.split("__")
    for relation in relations:
        model = model._meta.get_field(relation).related_model
    if name not in getattr(model, "translated_fields", ()):
        return [path]
    return [f"{path}_{language}" for language in settings.MODELTRANSLATION_LANGUAGES]
