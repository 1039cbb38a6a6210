"""Texts into the index and questions to it.

Fields: `title` and `body` hold terms (the body holds the title's too: it decides what matches,
the title only adds weight), `num` the parts of numbers in order, with and without leading
zeros, `form` the words themselves with their diacritics, from which words are completed and
put right.
"""

import re
from functools import cached_property

import tantivy

from .analysis import own_stem, tokens
from .asking import MOST_LETTERS, Either, Every, Exact, NumberPart, Start, groups_of, synonym_table
from .spelling import Vocabulary
from .understanding import understood
from .wanted import Wanted

TOKENIZER = "ws"
WHITESPACE = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
MUST, SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
Query = tantivy.Query

TITLE_WEIGHT = 2.0
SAME_FORM = 0.3  # for the word just as it was asked: Priekule before Priekuļi
FULL_MATCH = 1_000.0  # above any score by words


def add_text_fields(builder):
    """The fields of the schema that a question asks."""
    for name, option in (("title", "freq"), ("body", "freq"), ("form", "basic")):
        builder.add_text_field(name, tokenizer_name=TOKENIZER, index_option=option)
    builder.add_text_field("num", tokenizer_name=TOKENIZER, index_option="position")


def fill(document, title, body, number):
    """Put plain texts (all languages of one row, joined) into an `shape.Draft`."""
    head, rest = tokens(f"{title} {number}"), tokens(body)
    both = head + rest
    document.add("title", " ".join([token.text for token in head]))
    document.add("body", " ".join([token.text for token in both]))
    document.add("form", " ".join({form for token in both for form in token.forms}))
    parts = {token.parts for token in both if len(token.parts) > 1}
    document.add("num", " | ".join(run for number in parts for run in runs(number)))


def runs(parts):
    """A number as it is written and without leading zeros."""
    return {" ".join(parts), " ".join(map(shortened, parts))}


def shortened(part):
    return part.lstrip("0") or "0" if part.isdecimal() else part


class Compiler:
    """Ways of meeting a group as queries on one field; `body` decides, `title` adds weight."""

    def __init__(self, schema, name):
        self.schema, self.name = schema, name

    def term(self, text, name=None):
        return Query.term_query(self.schema, name or self.name, text, "freq")

    def any_of(self, ways):
        queries = [self.query(way) for way in ways]
        return Query.disjunction_max_query(queries, 0.1) if len(queries) > 1 else queries[0]

    def query(self, way):
        match way:
            case Every(ways):
                return Query.boolean_query([(MUST, self.query(each)) for each in ways])
            case Either(ways):
                return self.any_of(ways)
            case NumberPart(parts):
                written = [parts, tuple(map(shortened, parts))]
                return self.any_phrase(dict.fromkeys(written))
            case Start(_, forms):
                return self.start(forms)
            case Exact(text) if self.name == "body":
                return self.term(text, "form")
        return self.term(way.text)

    def any_phrase(self, runs):
        phrases = [Query.phrase_prefix_query(self.schema, "num", list(run)) for run in runs]
        return Query.disjunction_max_query(phrases) if len(phrases) > 1 else phrases[0]

    def start(self, forms):
        if self.name == "body":
            words = Query.term_set_query(self.schema, "form", forms)
        else:
            stems = {own_stem(form.partition("|")[0]) for form in forms}
            words = Query.term_set_query(self.schema, self.name, sorted(stems))
        return Query.const_score_query(words, 0.5)


class Question:
    """A visitor's words, understood against the index of one searcher.

    `synonyms` are groups of equal expressions. With `typing` the last word may go on, however
    short it is. `match` decides which documents are found, `rank` their order.
    """

    def __init__(self, text, schema, searcher, synonyms=(), typing=False):
        self.text = text[:MOST_LETTERS]
        self.schema = schema
        self.vocabulary = Vocabulary(searcher)
        table = synonym_table(tuple(map(tuple, synonyms)))
        groups = groups_of(self.text)
        self.groups, self.corrections = understood(groups, self.vocabulary, table, typing)
        self.is_empty = not self.groups
        self._compile(len(self.groups))

    def _compile(self, needed):
        """Queries that need so many of the groups; documents with all groups come first."""
        self.needed = needed
        body = Compiler(self.schema, "body")
        title = Compiler(self.schema, "title")
        asked = [body.any_of(group.ways) for group in self.groups]
        self.match = Query.boolean_query([(MUST, query) for query in asked])
        scores = [
            (SHOULD, Query.boost_query(title.any_of(group.ways), TITLE_WEIGHT))
            for group in self.groups
        ]
        scores += [
            (SHOULD, Query.const_score_query(body.term(form, "form"), SAME_FORM))
            for group in self.groups
            for form in group.forms
        ]
        if needed < len(asked):
            scores.append((SHOULD, Query.const_score_query(self.match, FULL_MATCH)))
            some = [(SHOULD, query) for query in asked]
            self.match = Query.boolean_query(some, minimum_number_should_match=needed)
        self.rank = Query.boolean_query([(MUST, self.match), *scores])

    def query(self, way):
        """What meets one way of a group."""
        return Compiler(self.schema, "body").query(way)

    def relaxed(self):
        """The same question, content with some of its words; None where there is but one."""
        count = len(self.groups)
        if count < 2:
            return None
        question = object.__new__(Question)
        question.__dict__.update(self.__dict__)
        question.__dict__.pop("in_title", None)
        question._compile(1 if count == 2 else count - 1 if count < 5 else -(-count * 6 // 10))
        return question

    @cached_property
    def in_title(self):
        """What has so many of the words in its title, ranked by these."""
        title = Compiler(self.schema, "title")
        asked = [(SHOULD, title.any_of(group.ways)) for group in self.groups]
        return Query.boolean_query(asked, minimum_number_should_match=self.needed)

    @property
    def correction(self):
        """The visitor's text with misspelt words put right; None when all were known."""
        if not self.corrections:
            return None
        text = self.text
        for written, meant in self.corrections.items():
            found = re.search(re.escape(written), text, re.IGNORECASE)
            if found:
                first = meant[:1].upper() if found.group()[:1].isupper() else meant[:1]
                text = text[: found.start()] + first + meant[1:] + text[found.end() :]
        return text

    @cached_property
    def wanted(self):
        """What `highlight` marks."""
        return Wanted([way for group in self.groups for way in group.ways])
