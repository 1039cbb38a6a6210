"""Ways to narrow a list: which values rows have, what they are called, how they are offered.

The index keeps the values of every row (`values_of`); the page asks for their names and order.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core.text import alphabetical


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
    """One way to narrow a list: a GET parameter whose values rows have through `lookup`.

    `labels` is a callable that gives {value: label} for every value there is. `slots` is how
    many values a row usually has: the index counts so many fast, and the rest slower. A tree
    has a number for each level, because only the levels that show are counted.
    """

    everything = ()  # models whose every change may move any row

    def __init__(self, name, label, lookup=None, labels=None, keep_order=False, slots=1):
        self.name, self.label, self.lookup = name, label, lookup
        self.labels, self.keep_order = labels, keep_order
        self.slots = slots if isinstance(slots, tuple) else (slots,)
        self.memory = {}  # shared by all lists that read one state of the index

    @property
    def paths(self):
        """Lookup paths that the values come through: a change on the way changes them."""
        return (self.lookup,)

    def values_of(self, rows):
        """{pk: its values} of a QuerySet of rows; rows without a value are left out."""
        values = {}
        for pk, value in self.pairs(rows):
            if value is not None and value != "":
                values.setdefault(pk, set()).update(self.found_under(value))
        return values

    def pairs(self, rows):
        """(pk, value) of the rows."""
        return rows.order_by().values_list("pk", self.lookup).distinct()

    def found_under(self, value):
        """Every value that a row with `value` is found under; a tree adds what lies above."""
        return {str(value)}

    def level_of(self, value):
        """The level of a value in its tree, from 0; deeper ones belong to the last."""
        return 0

    def levels_for(self, chosen):
        """The levels that a page with these choices shows."""
        return range(len(self.slots))

    def meant_by(self, value):
        """The values that a visitor who picks `value` means."""
        return {value}

    def remember(self, what, make):
        """What `make` gives, once for each state of the index and language."""
        key = (self.name, what, translation.get_language())
        if key not in self.memory:
            self.memory[key] = make()
        return self.memory[key]

    @property
    def names(self):
        """{value: label} of all values, in the active language."""
        return self.remember("names", self.read_names)

    def read_names(self):
        return {str(value): str(label) for value, label in self.labels().items()}

    @property
    def ordered_names(self):
        """{value: label}, in the order of the alphabet unless the facet has its own."""
        if self.keep_order:
            return self.names
        return self.remember(
            "ordered names", lambda: dict(sorted(self.names.items(), key=by_label))
        )

    def arrange(self, counts, chosen):
        """The `Option`s for {value: count}: those that rows have, and the chosen ones."""
        names = self.ordered_names
        order = [value for value in names if counts.get(value) or value in chosen]
        if not self.keep_order:
            order.sort(key=lambda value: -counts.get(value, 0))
        return [
            Option(value, names[value], counts.get(value, 0), value in chosen) for value in order
        ]


def by_label(named):
    return alphabetical(named[1])


def names_of(queryset, value="slug", label="name"):
    """A callable that gives {value: label} of a table, read when a list is made."""
    return lambda: {getattr(row, value): getattr(row, label) for row in queryset.all()}


class YearFacet(Facet):
    """Years, the latest first, whatever years there are."""

    def __init__(self, name, label, lookup=None, slots=1):
        super().__init__(name, label, lookup, None, keep_order=True, slots=slots)

    @property
    def names(self):
        return Years()

    def arrange(self, counts, chosen):
        years = sorted(counts.keys() | set(chosen), reverse=True)
        return [Option(year, year, counts.get(year, 0), year in chosen) for year in years]


class Years:
    """Every year of four digits is its own name."""

    def __contains__(self, year):
        return len(year) == 4 and year.isascii() and year.isdecimal()

    def __getitem__(self, year):
        return year


class LanguageFacet(Facet):
    """The languages that a page can be read in: those that it has a title in."""

    def __init__(self, name="language"):
        languages = settings.MODELTRANSLATION_LANGUAGES
        super().__init__(name, _("Language"), labels=language_names, slots=len(languages))

    @property
    def paths(self):
        return ()

    def pairs(self, rows):
        for code in settings.MODELTRANSLATION_LANGUAGES:
            title = f"title_{code}"
            written = rows.order_by().exclude(Q(**{title: None}) | Q(**{title: ""}))
            yield from ((pk, code) for pk in written.values_list("pk", flat=True))


def language_names():
    return {code: _(name) for code, name in settings.LANGUAGES}
