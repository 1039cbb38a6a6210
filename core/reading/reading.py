"""What views read with: lists with their relations, relations of rows that are there already."""

from functools import cache, cached_property, partial
from inspect import signature

from .relations import Relations
from .statement import KeysOf, Statement


class AboutRows:
    """A reading whose argument is the key of a row. Its lists may come by the question that reads
    the row itself: `about` finds them there, else it asks."""

    @cached_property
    def argument(self):
        return next(iter(signature(self.make).parameters))

    def about(self, row):
        """{name: list of rows}"""
        values = {self.argument: row.pk}
        known = vars(row).pop("read_with", None)
        return self(**values) if known is None else self.completed(known, values)

    def completed(self, found, values):
        """What the first question found, and whatever it leaves to another one."""
        return found


class Reading(AboutRows):
    """Several lists and what is to be prefetched for them, all by one question.

    Its arguments are those of `Statement`; lookups are names, without `Prefetch`.
    """

    def __init__(self, make, many=(), like=None):
        self.make, self.relations, self.plain = make, {}, make
        self.statement = Statement(self.lists, many, like or make)

    def lists(self, **parameters):
        found = dict(self.make(**parameters))
        for name, rows in list(found.items()):
            if rows._prefetch_related_lookups:
                self.relations[name] = relations_of(rows.model, rows._prefetch_related_lookups)
                lists = self.relations[name].lists(KeysOf(name))
                found |= {(name, place): rows for place, rows in enumerate(lists)}
        return found

    def __call__(self, **values):
        """{name: list of rows}"""
        found = self.statement(**values)
        for name, relations in self.relations.items():
            places = range(len(relations.found))
            relations.give(found[name], [found.pop((name, place)) for place in places])
        return found


class ReadingOfRare(AboutRows):
    """A reading with lists of which most are empty: `rare` gives them as `make` gives the others.

    A question costs by the width of its rows even where there are none. So at first it is only
    asked which of the rare lists have rows; a second question, if any have, reads those.
    """

    def __init__(self, make, rare):
        self.make, self.rare = make, rare
        self.first = Reading(self.plain, like=make)
        self.second = {}

    def plain(self, *keys, **parameters):
        rare = self.rare(*keys, **parameters)
        any_of_them = {("any", name): keys_of(rare[name]) for name in rare}
        return {**self.make(*keys, **parameters), **any_of_them}

    def __call__(self, **values):
        """{name: list of rows}"""
        return self.completed(self.first(**values), values)

    def completed(self, lists, values):
        found, full = {}, []
        for name, rows in lists.items():
            if isinstance(name, str):
                found[name] = rows
            else:
                found[name[1]] = []
                full += [name[1]] if rows else []
        return found | self.read(tuple(full), values) if full else found

    def read(self, names, values):
        if names not in self.second:
            self.second[names] = Reading(partial(self.some, names), like=self.rare)
        return self.second[names](**values)

    def some(self, names, **parameters):
        rare = self.rare(**parameters)
        return {name: rare[name] for name in names}


def keys_of(rows):
    """The QuerySet with nothing but keys, in any order."""
    found = rows.prefetch_related(None).values_list("pk")
    found.query.clear_ordering(force=True)
    return found


def fill(rows, *lookups):
    """Read relations of stored rows of one kind, as `prefetch_related_objects`, by one question."""
    rows = list(rows)
    if rows and lookups:
        relations, statement = relations_by_keys(type(rows[0]), lookups)
        answers = statement(keys=[row.pk for row in rows])
        relations.give(rows, answers.values())
    return rows


@cache
def relations_of(model, lookups):
    return Relations(model, lookups)


@cache
def relations_by_keys(model, lookups):
    relations = relations_of(model, lookups)
    return relations, Statement(lambda keys: dict(enumerate(relations.lists(keys))), many=("keys",))
