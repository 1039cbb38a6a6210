"""What a visitor's words find in all kinds of content together, the best first."""

from functools import cached_property

from core.content import content_models
from core.text import search_stems

from . import copy
from .asked import Asked
from .orders import BY_RELEVANCE
from .tables import with_words


class ByIndex:
    """The index's answer.

    With `is_exact` no word is put right: what the index does not know finds nothing.
    Raises `ValueError` or `OSError` when the index is damaged.
    """

    def __init__(self, engine, words, is_exact=False, typing=False):
        self.engine, self.batch = engine, engine.batch
        self.question = question = engine.question(words, copy.synonyms(engine), typing)
        self.correction = None if is_exact or question.is_empty else question.correction
        self.is_relaxed = False
        if is_exact:
            self.question, self.is_relaxed = without_corrections(engine, question)
        if self.question is None or self.question.is_empty:
            self.question = None
        elif not typing:
            self.whole = whole = Asked(engine, question=self.question)
            self.question, self.is_relaxed = whole.question, self.is_relaxed or whole.is_relaxed

    @cached_property
    def whole(self):
        """The rows of all kinds."""
        return Asked(self.engine).with_words(self.question)

    def asked(self, label=None):
        """The rows of one kind or of all; that few are of a kind does not make it relax more."""
        if label is None:
            return self.whole
        return Asked(self.engine, (label,)).with_words(self.question)

    @cached_property
    def counts(self):
        """{kind of content: number of rows}"""
        if self.question is None:
            return {}
        return self.whole.counts_of_kinds()

    def keys(self, label, offset, limit):
        """[(kind of content, pk)] of a part of the rows; all kinds when `label` is None."""
        if self.question is None:
            return []
        return self.asked(label).keys(BY_RELEVANCE, None, offset, limit)


def without_corrections(engine, question):
    """(the question without unknown words or None, whether there were any)."""
    is_shorter = False
    while question.corrections:
        rest = question.text
        for written in question.corrections:
            rest = rest.replace(written, " ")
        if not rest.split():
            return None, True
        question, is_shorter = engine.question(rest, copy.synonyms(engine)), True
    return question, is_shorter


class ByTables:
    """PostgreSQL's answer while there is no index: kind after kind, without spelling."""

    question = correction = batch = None
    is_relaxed = False

    def __init__(self, words):
        models = content_models() if search_stems(words) else ()
        self.rows = {
            model._meta.label_lower: with_words(model.objects.published(), words)
            for model in models
        }

    @cached_property
    def counts(self):
        found = {label: rows.order_by().count() for label, rows in self.rows.items()}
        return {label: number for label, number in found.items() if number}

    def keys(self, label, offset, limit):
        found = []
        for each, rows in self.rows.items():
            if label not in (None, each):
                continue
            part = rows.order_by(*rows.model._meta.ordering)[offset : offset + limit - len(found)]
            found += [(each, pk) for pk in part.values_list("pk", flat=True)]
            offset = max(0, offset - self.counts.get(each, 0))
            if len(found) == limit:
                break
        return found
