"""Ways to narrow a list: which values rows have, what they are called, how they are offered.

The index keeps the values of every row (`values_of`); the page asks for their names and order.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.translation import get_language
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

    `labels` is a callable that gives {value: label} for every value there is.
    """

    everything = ()  # models whose every change may move any row
    below = ""  # the facet of whose values these are parts: very many wait for a choice there
    most, of_many = 50, 30  # options, beside the chosen ones; of very many values

    def __init__(self, name, label, lookup=None, labels=None, keep_order=False):
        self.name, self.label, self.lookup = name, label, lookup
        self.labels, self.keep_order = labels, keep_order
        self.memory = {}  # shared by all lists that read one state of the index

    @property
    def paths(self):
        """Lookup paths that the values come through: a change on the way changes them."""
        return (self.lookup,)

    def values_of(self, rows):
        """{pk: its values} of a QuerySet of rows; rows without a value are left out."""
        return self.gathered(self.pairs(rows))

    def gathered(self, pairs):
        values = {}
        for pk, value in pairs:
            if value is not None and value != "":
                values.setdefault(pk, set()).update(self.found_under(value))
        return values

    def pairs(self, rows):
        """(pk, value) of the rows."""
        return rows.order_by().values_list("pk", self.lookup).distinct()

    def column(self, model):
        """The column of the rows' own table that holds its values, if one does."""
        if type(self).pairs is not Facet.pairs or "__" in self.lookup:
            return None
        field = model._meta.get_field(self.lookup)
        return None if field.is_relation else self.lookup

    def found_under(self, value):
        """Every value that a row with `value` is found under; a tree adds what lies above."""
        return {str(value)}

    def counted(self, chosen):
        """The values that a page with these choices counts, as a frozenset; None: all."""
        return None

    @property
    def is_cut(self):
        """Whether the page shows only the foremost of very many values."""
        return not self.keep_order and len(self.names) > 2 * self.most

    @property
    def offered(self):
        """How many options there are at the most."""
        return self.of_many if self.is_cut else self.most

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
    def letters(self):
        """{value: key of its label in the alphabet}, of those that were asked for."""
        return self.remember("letters", dict)

    def arrange(self, counts, chosen):
        """`Options` for `Counts`: those that rows have, most rows first, and the chosen."""
        names = self.names
        if self.keep_order:
            found = values = [value for value in names if counts.get(value) or value in chosen]
        else:
            values = list(names.keys() & (counts.keys() | chosen))
            found = foremost(values, counts, names, self.letters, self.offered)
            found += [value for value in names if value in chosen] if chosen else []
        options = [
            Option(value, names[value], counts.get(value, 0), value in chosen)
            for value in dict.fromkeys(found)
        ]
        return Options(options, len(values) + counts.others - len(options))


class Options(list):
    """`Option`s of one level; `left_out` more have rows, too."""

    def __init__(self, options=(), left_out=0):
        super().__init__(options)
        self.left_out = left_out


def foremost(values, counts, names, letters, most):
    """The values with most rows, at most so many; equal ones in the order of names, whose keys
    are kept in `letters`."""
    if len(values) > most:
        least = sorted((counts.get(value, 0) for value in values), reverse=True)[most - 1]
        values = [value for value in values if counts.get(value, 0) >= least]

    def place(value):
        if value not in letters:
            letters[value] = alphabetical(names[value])
        return -counts.get(value, 0), letters[value], value

    return sorted(values, key=place)[:most]


def names_of(rows, value="slug", label="name"):
    """A callable that gives {value: label} of a table; `rows` is called when they are read."""

    def read():
        codes = dict.fromkeys((get_language(), settings.LANGUAGE_CODE))
        columns = [f"{label}_{code}" for code in codes]
        found = rows().rewrite(False).values_list(value, *columns)
        return {key: next(filter(None, labels), "") for key, *labels in found}

    return read


class YearFacet(Facet):
    """Years, the latest first, whatever years there are."""

    def __init__(self, name, label, lookup=None):
        super().__init__(name, label, lookup, keep_order=True)

    @property
    def names(self):
        return Years()

    def arrange(self, counts, chosen):
        years = sorted(counts.keys() | set(chosen), reverse=True)
        return Options(Option(year, year, counts.get(year, 0), year in chosen) for year in years)


class Years:
    """Every year of four digits is its own name."""

    def __contains__(self, year):
        return len(year) == 4 and year.isascii() and year.isdecimal()

    def __getitem__(self, year):
        return year


class LanguageFacet(Facet):
    """The languages that a page can be read in: those that it has a title in."""

    def __init__(self, name="language"):
        super().__init__(name, _("Language"), labels=language_names)

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
