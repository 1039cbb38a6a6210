"""Pages that may be meant by what somebody is still typing."""

from django.conf import settings
from django.utils.text import capfirst

from core.content import content_models

from . import copy, highlight
from .everywhere import ByIndex
from .hits import title_language

LANGUAGES = settings.MODELTRANSLATION_LANGUAGES
SHORTEST = 2  # letters
MOST = 8


def suggested(words):
    """At most eight options as data: title in pieces, its language, kind, address.

    There are none while there is no index: the tables are too slow for every letter.
    """
    words = begun(words)
    engine = copy.current() if len(words) >= SHORTEST else None
    if engine is None:
        return []
    try:
        answer = ByIndex(engine, words, typing=True)
        keys = answer.keys(None, 0, 2 * MOST)
    except (OSError, ValueError):
        copy.COPY.doubt(engine)
        return []
    options = [option(row, answer.question) for row in titled(keys)]
    return sorted(options, key=is_unmarked)[:MOST]


def begun(words):
    """The words without the single letter with which the next one begins."""
    earlier, _space, last = words.rpartition(" ")
    return earlier if earlier and len(last) < SHORTEST else words


def is_unmarked(option):
    """Titles that say why they are offered come first; others have the words in their text."""
    return not any(is_marked for _piece, is_marked in option["title"])


def titled(keys):
    """The public rows behind [(kind of content, pk)] in this order, with title and address only."""
    rows = {}
    for model in content_models():
        label = model._meta.label_lower
        pks = [pk for kind, pk in keys if kind == label]
        if pks:
            public = model.objects.published().filter(pk__in=pks).order_by()
            rows |= {(label, row.pk): row for row in public.only(*named_by(model))}
    return [rows[key] for key in keys if key in rows]


def named_by(model):
    """The columns of a title and of its address."""
    columns = [f"{name}_{code}" for name in ("title", "slug") for code in LANGUAGES]
    return [*columns, *(["title_language"] if hasattr(model, "title_language") else [])]


def option(row, question):
    return {
        "title": highlight.marked(row.title or "", question),
        "language": title_language(row),
        "kind": str(capfirst(row._meta.verbose_name)),
        "address": row.get_absolute_url(),
    }
