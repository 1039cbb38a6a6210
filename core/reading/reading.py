"""What views read with: lists with their relations, relations of rows that are there already."""

from functools import cache

from .relations import Relations
from .statement import Statement


class Reading:
    """Several lists and what is to be prefetched for them, all by one question.

    `make` is as for `Statement`. Lookups are names, without `Prefetch`.
    """

    def __init__(self, make):
        self.statement = Statement(self.lists, like=make)
        self.make, self.relations = make, {}

    def lists(self, **parameters):
        found = dict(self.make(**parameters))
        for name, rows in list(found.items()):
            if rows._prefetch_related_lookups:
                relations = relations_of(rows.model, rows._prefetch_related_lookups)
                keys = rows.prefetch_related(None).values("pk")
                self.relations[name] = relations
                for number, each in enumerate(relations.lists(keys)):
                    found[name, number] = each
        return found

    def __call__(self, **values):
        """{name: list of rows}"""
        found = self.statement(**values)
        for name, relations in self.relations.items():
            if found[name]:
                answers = [found[name, number] for number in range(len(relations.found))]
                relations.give(found[name], answers)
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
