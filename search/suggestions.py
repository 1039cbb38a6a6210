"""Pages that may be meant by what somebody is still typing."""

from django.conf import settings
from django.utils.text import capfirst

from . import copy, highlight
from .everywhere import ByIndex
from .hits import rows_of, title_language

LANGUAGES = settings.MODELTRANSLATION_LANGUAGES
SHORTEST = 2  # letters
MOST = 8


def suggested(words, request=None):
    """At most eight options as data: title in pieces, its language, kind, address.

    There are none while there is no index: the tables are too slow for every letter.
    """
    words = begun(words)
    engine = copy.current(request) if len(words) >= SHORTEST else None
    answer, keys = copy.answered(engine, lambda engine: asked(engine, words))
    options = [option(row, answer.question) for row in rows_of(keys, named)]
    return sorted(options, key=is_unmarked)[:MOST]


def asked(engine, words):
    """(the answer of the index, its keys), or nothing without an index."""
    if engine is None:
        return None, []
    answer = ByIndex(engine, words, typing=True)
    return answer, answer.keys(None, 0, 2 * MOST)


def begun(words):
    """The words without the single letter with which the next one begins."""
    earlier, _space, last = words.rpartition(" ")
    return earlier if earlier and len(last) < SHORTEST else words


def is_unmarked(option):
    """Titles that say why they are offered come first; others have the words in their text."""
    return not any(is_marked for _piece, is_marked in option["title"])


def named(rows):
    """The rows with the columns of a title and of its address only."""
    columns = [f"{name}_{code}" for name in ("title", "slug") for code in LANGUAGES]
    stored = {field.name for field in rows.model._meta.concrete_fields} & {"title_language"}
    return rows.only(*columns, *stored)


def option(row, question):
    return {
        "title": highlight.marked(row.title or "", question),
        "language": title_language(row),
        "kind": str(capfirst(row._meta.verbose_name)),
        "address": row.get_absolute_url(),
    }
