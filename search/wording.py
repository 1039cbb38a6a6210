"""The rows that a question finds, as a set of ids."""

from functools import reduce
from operator import and_, or_

from pyroaring import BitMap

from .asking import Either, Every, Exact, Start, Term
from .sets import is_many


def ids_of(question, engine, sets):
    """The ids of the rows of all kinds that a `matching.Question` finds.

    The index lists some thousand rows quickly; where there may be more, the sets of the words
    are intersected instead.
    """
    most = most_rows(question, engine)
    if not is_many(most):
        return engine.ids(question.match, most)
    return at_least(
        question.needed, [ids(group, question, engine, sets) for group in groups_of(question)]
    )


def groups_of(question):
    return [Either(tuple(group.ways)) for group in question.groups]


def most_rows(question, engine):
    """A number of rows that the question surely does not exceed, at little cost."""
    # A row that meets enough groups meets one of the rarest, all but `needed - 1`.
    most = sorted(at_most(group, question, engine) for group in groups_of(question))
    return sum(most[: len(most) - question.needed + 1])


def at_most(way, question, engine):
    """A number of rows that is not smaller than that of those that meet a way."""
    match way:
        case Every(ways):
            return min(at_most(each, question, engine) for each in ways)
        case Either(ways):
            return sum(at_most(each, question, engine) for each in ways)
        case Term(text):
            return engine.searcher.doc_freq("body", text)
        case Exact(text):
            return engine.searcher.doc_freq("form", text)
        case Start(_, forms):
            return sum(engine.searcher.doc_freq("form", form) for form in forms)
    return engine.count(question.query(way))


def ids(way, question, engine, sets):
    """The ids of the rows that meet one way of asking."""
    match way:
        case Every(ways):
            return reduce(and_, (ids(each, question, engine, sets) for each in ways))
        case Either(ways):
            return reduce(or_, (ids(each, question, engine, sets) for each in ways))
        case Term(text):
            return sets.word(engine, "body", text)
        case Exact(text):
            return sets.word(engine, "form", text)
        case Start(_, forms):
            return sets.words_of(engine, "form", forms)
    return engine.ids(question.query(way))


def at_least(needed, groups):
    """What is in so many of the sets or more."""
    found = [BitMap() for _each in range(needed)]  # in one or more of those looked at, in two …
    for ids_of_group in groups:
        for place in reversed(range(needed)):
            before = ids_of_group & found[place - 1] if place else ids_of_group
            found[place] = found[place] | before
    return found[-1]
