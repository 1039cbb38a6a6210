"""The list that every kind of content uses."""

from functools import cache

from django.db.models import Manager
from django.shortcuts import render
from django.utils.translation import get_language

from core.caching.memory import MEMORY, piece
from core.views import page_of, template_names

from . import copy
from .watching import list_of


def public(rows):
    """The published ones; those of a manager are always the same, and to make the question again
    takes longer than to ask the index for a page."""
    return published(rows, get_language()) if isinstance(rows, Manager) else rows.published()


@cache
def published(manager, _language):
    return manager.published()


def content_list(request, queryset, more=None, **context):
    """The published rows that the address asks for, with facets, chips and pages.

    `more` is called with the list and its page and gives what the view of the list shows.
    """
    found, page = listed(request, public(queryset))
    names = template_names(queryset.model, "list")
    context |= {"found": found, "page": page, "meta": queryset.model._meta}
    context |= more(found, page) if more else {}
    return render(request, names, context)


def listed(request, rows, make=None):
    """(list, page) that the address asks for; `make` makes another list than the usual one."""
    found, page = read(rows, request, make)
    if found.words or copy.COPY.is_late:  # words are without number
        request.known_query = None
    else:
        request.known_query = found.query(page=str(page.number) if page.number > 1 else None)
    return found, page


def read(rows, request, make=None):
    """(list, page) by the index; by the tables when the index turns out to be damaged."""
    make, parameters = make or list_of(rows.model), request.GET

    def ask(engine):
        found = make(rows, parameters, engine=engine)
        page = page_of(found.paged(), parameters.get("page"))
        if engine is None:
            page.object_list = list(page.object_list)
        if not MEMORY.knows(request, piece("facets", found.panel_state)):
            found.shown_counts  # noqa: B018 (asked for while there is still another way)
        return found, page

    return copy.answered(copy.current(request), ask)
