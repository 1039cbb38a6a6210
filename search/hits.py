"""One result of the search page: the words that were found, marked, where they stand."""

import re
from functools import cached_property
from itertools import chain

from django.apps import apps
from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.text import Truncator, capfirst
from django.utils.translation import get_language

from core.content import Content, public_rows

from . import highlight
from .by_keys import ByKeys
from .documents import IN_TITLE, plain

LENGTH = 220  # letters of a passage
MOST_RELATED = 3
NAMES = (*IN_TITLE, "number")
BEFORE_SIGN = re.compile(r"\s+(?=[,.;:!?)”»])")  # where tags stood


def alone(rows):
    """The rows without their relations."""
    return rows


def rows_of(keys, shown=alone):
    """The public rows behind [(kind of content, pk)], in the same order: a query for each kind.

    `shown` as for `public_rows`.
    """
    by_kind = {}
    for label, pk in keys:
        by_kind.setdefault(label, []).append(pk)
    rows = {}
    for label, pks in by_kind.items():
        found = public_rows(apps.get_model(label), pks, shown)
        rows |= {(label, row.pk): row for row in found}
    return [rows[key] for key in keys if key in rows]


def hits_of(rows, question):
    """A `Hit` for each row; where its own texts lack a word, its relations are read as well."""
    hits = [Hit(row, question) for row in rows]
    if question is None:
        return hits
    by_model = {}
    for hit in hits:
        if len(hit.reasons) < len(question.groups):
            by_model.setdefault(type(hit.item), []).append(hit)
    for model, lacking in by_model.items():
        relations = {path.rpartition("__")[0] for path in model.search_fields} - {""}
        rows = {row.pk: row for row in public_rows(model, [hit.item.pk for hit in lacking])}
        prefetch_related_objects(list(rows.values()), *sorted(relations))
        for hit in lacking:
            hit.find_related(rows.get(hit.item.pk, hit.item), relations)
    return hits


class Hits(ByKeys):
    """The hits of a page, by kind of content and pk.

    `asked` names the question among all others in this state of the content.
    """

    def __init__(self, keys, question, asked):
        super().__init__(keys)
        self.question, self.asked = question, asked

    def read(self, keys):
        hits = hits_of(rows_of(keys), self.question)
        return {(hit.item._meta.label_lower, hit.item.pk): hit for hit in hits}


def title_language(row):
    """The language of a title when it is not the active one: of a name, or untranslated."""
    active = get_language()
    language = getattr(row, "title_language", "")
    if not language and not getattr(row, f"title_{active}"):
        language = settings.LANGUAGE_CODE
    return "" if language == active else language


class Hit:
    """A public row as an answer; texts are [(piece, whether it is marked)]."""

    def __init__(self, item, question):
        self.item, self.question = item, question
        self.related = []  # texts of other rows that the words were found in, with a language

    @property
    def kind(self):
        return capfirst(self.item._meta.verbose_name)

    @cached_property
    def address(self):
        return self.item.get_absolute_url()

    @cached_property
    def title(self):
        return self.marked(self.item.title or "")

    @cached_property
    def passage(self):
        """(pieces, language if not the page's) of the own text that answers best."""
        best, found = (-1, False), ([], "")
        everything = (len(self.question.groups) if self.question else 0, True)
        for text, language in self.own_texts():
            pieces = self.snippet(plain(text))
            worth = len(self.found_in(pieces)), not language
            if worth > best:
                best, found = worth, (pieces, language)
            if best >= everything:
                break
        return found

    def own_texts(self):
        """(text, language if not the page's), names left out."""
        paths = (path for path in self.item.search_fields if "__" not in path)
        texts = (texts_at(self.item, path) for path in paths if path not in NAMES)
        return (each for each in chain.from_iterable(texts) if each[0])

    @cached_property
    def number(self):
        """The number of the project, of its own or of a partner, when it was asked for."""
        paths = [path for path in self.item.search_fields if path.endswith("number")]
        texts = [text for path in paths for text, _language in texts_at(self.item, path) if text]
        return next((pieces for pieces in map(self.marked, texts) if self.found_in(pieces)), None)

    @property
    def years(self):
        return getattr(self.item, "years", "") or getattr(self.item, "period", "")

    @property
    def day(self):
        """When it was published, of what is listed by that and has no years of its own."""
        is_dated = self.item._meta.ordering[:1] == ["-published_at"]
        return self.item.published_at if is_dated and not hasattr(self.item, "years") else None

    def marked(self, text):
        return highlight.marked(text, self.question) if self.question else [(text, False)]

    def snippet(self, text):
        text = BEFORE_SIGN.sub("", text)
        if self.question is None:
            return [(Truncator(" ".join(text.split())).chars(LENGTH), False)]
        return highlight.snippet(text, self.question, LENGTH)

    def found_in(self, pieces):
        """By what the marked words were wanted."""
        if self.question is None:
            return set()
        found = {self.question.wanted.found(piece) for piece, is_marked in pieces if is_marked}
        return {reason for reason in found if len(reason) > 1}  # a letter of a number says little

    @cached_property
    def reasons(self):
        """By what the shown texts of the row itself were wanted."""
        return self.found_in([*self.title, *self.passage[0], *(self.number or ())])

    def find_related(self, item, relations):
        """What other rows tell of why this one was found: names of places, partners, themes, and
        the number that a partner gave it. `item` is the row with its relations."""
        known = set(self.reasons)
        self.item = item
        vars(self).pop("number", None)
        for text, language in dict.fromkeys(names_around(item, relations)):
            pieces = self.snippet(plain(text))
            if self.found_in(pieces) - known and len(self.related) < MOST_RELATED:
                known |= self.found_in(pieces)
                self.related.append((pieces, language))


def names_around(item, relations):
    """(text, language) of the loaded rows that a row is found by, and of its short name."""
    for path in item.search_fields:
        is_named = path.rpartition("__")[0] in relations or path == "short_name"
        if is_named and not path.endswith("number"):
            yield from (found for found in texts_at(item, path) if found[0])


def texts_at(row, path):
    """(text, language if not the active one) at the end of a lookup path.

    Only relations that are loaded are followed, and no page that is not public.
    """
    name, _step, rest = path.partition("__")
    if rest:
        for other in loaded(row, name):
            if not isinstance(other, Content) or other.is_published:
                yield from texts_at(other, rest)
    elif name in getattr(row, "translated_fields", ()):
        active = get_language()
        for code in sorted(settings.MODELTRANSLATION_LANGUAGES, key=lambda code: code != active):
            yield getattr(row, f"{name}_{code}") or "", "" if code == active else code
    else:
        yield getattr(row, name) or "", ""


def loaded(row, name):
    """The rows behind a relation as far as they were read already."""
    field = row._meta.get_field(name)
    if field.many_to_many or field.one_to_many:
        kept = field.get_accessor_name() if field.auto_created else field.name
        return getattr(row, "_prefetched_objects_cache", {}).get(kept, ())
    other = field.get_cached_value(row, None)
    return () if other is None else (other,)
