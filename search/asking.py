"""A visitor's words, understood: groups that must all be met, each in one of several ways."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from .analysis import LONGEST, STOP_WORDS, TOKEN, analysed, number, own_stem, plain, stems

MOST_LETTERS = 200
MOST_WORDS = 10
LONGEST_EXPRESSION = 6  # words of a synonym


class Term(NamedTuple):
    """A term of the index: a stem or a form of a number."""

    text: str


class Exact(NamedTuple):
    """A word exactly so: an abbreviation."""

    text: str


class Start(NamedTuple):
    """A word that begins so."""

    text: str
    forms: tuple[str, ...]  # the words that do, as the field `form` has them


class NumberPart(NamedTuple):
    """Parts of a project's number in this order; the last may go on."""

    parts: tuple[str, ...]


class Every(NamedTuple):
    """All of several things, in any order."""

    ways: tuple


class Either(NamedTuple):
    """Any one of several things."""

    ways: tuple


@dataclass
class Group:
    """One thing that is asked for, and the ways in which a document can meet it."""

    written: str  # by the visitor
    folded: str
    ways: list = field(default_factory=list)
    forms: tuple = ()  # as the field `form` has them
    is_word: bool = True
    stop: bool = False


def terms(word):
    return [Term(stem) for stem in stems(word)]


def number_group(written, token):
    """A project's number or a part of it."""
    joined = "".join(token.parts)
    if len(token.parts) > 1:
        ways = [NumberPart(token.parts), Term(joined)]
    elif joined.isdecimal():
        ways = [Term(joined if joined.startswith("0") else number(joined))]
    else:
        pieces = re.findall(r"\d+|[^\W\d_]+", joined)
        ways = [Term(joined), Every(tuple(map(Term, pieces)))]
    return Group(written, joined, ways, is_word=False)


def groups_of(text):
    """The groups of a text, each with its plainest way; without stop words if others are left."""
    groups = []
    for written in TOKEN.findall(plain(text[:MOST_LETTERS])):
        token = analysed(written[:LONGEST])
        if token.parts:
            groups.append(number_group(written, token))
        elif len(token.words) == 2:
            joined = "".join(token.words)
            both = Every(tuple(Either(tuple(terms(word))) for word in token.words))
            groups.append(Group(written, joined, [both, *terms(joined)], is_word=False))
        else:
            groups += [
                Group(original, word, terms(word), (form,), stop=word in STOP_WORDS)
                for word, original, form in zip(*token[1:4], strict=True)
                if word
            ]
    return ([group for group in groups if not group.stop] or groups)[:MOST_WORDS]


def expression_key(expression):
    """The words of an expression as their first stems, an abbreviation as it is."""
    token_list = [analysed(match) for match in TOKEN.findall(plain(expression))]
    words = [word for token in token_list for word in token.words or token.parts]
    words = [word for word in words if word not in STOP_WORDS] or words
    if len(words) == 1:
        return (words[0] if expression.isupper() else own_stem(words[0]),)
    return tuple(own_stem(word) for word in words)


def expression_way(expression, key):
    if len(key) > 1:
        return Every(tuple(Term(stem) for stem in key))
    return Exact(key[0]) if expression.isupper() else Either(tuple(terms(key[0])))


@lru_cache(8)
def synonym_table(groups):
    """What each expression may also be called: {words of the expression: [ways]}."""
    table = {}
    for group in groups:
        pairs = [(expression_key(expression), expression) for expression in group]
        ways = [expression_way(expression, key) for key, expression in pairs if key]
        for key, _ in pairs:
            if key:
                table[key] = list(dict.fromkeys([*table.get(key, ()), *ways]))
    return table
