"""The search page of the whole site: one field, every kind of content, the best answers first."""

from dataclasses import dataclass

from django.http import JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.text import capfirst
from django.utils.translation import ngettext

from core.content import content_models
from core.views import only_reads, page_of

from . import copy, misses
from .everywhere import ByIndex, ByTables
from .hits import Hits
from .lists import MAX_WORDS
from .suggestions import suggested

FRESH_SECONDS = 60  # that suggestions may be kept


@dataclass
class Kind:
    """A kind of content among the results."""

    name: str
    number: int
    query: str
    is_chosen: bool


class Results:
    """What the address of the search page asks for; without an engine the tables answer."""

    def __init__(self, parameters, engine):
        self.words = words_of(parameters)
        self.is_exact = "exact" in parameters
        labels = {model._meta.model_name: model._meta.label_lower for model in content_models()}
        self.kind = parameters.get("kind") if parameters.get("kind") in labels else None
        self.label = labels.get(self.kind)
        if engine is None:
            self.answer = ByTables(self.words)
        else:
            self.answer = ByIndex(engine, self.words, self.is_exact)

    @property
    def in_all(self):
        """How many rows of all kinds are found."""
        return sum(self.answer.counts.values())

    def count(self):
        """How many rows are shown on all pages together."""
        return self.answer.counts.get(self.label, 0) if self.label else self.in_all

    def __getitem__(self, part):
        """The hits of one page, for a `Paginator`."""
        keys = self.answer.keys(self.label, part.start, part.stop - part.start)
        asked = (self.words, self.is_exact, self.answer.batch)
        return Hits(keys, self.answer.question, asked)

    @property
    def kinds(self):
        """Each kind of content found, that with most rows first."""
        found = []
        for opts in (model._meta for model in content_models()):
            number = self.answer.counts.get(opts.label_lower, 0)
            is_chosen = opts.model_name == self.kind
            if number or is_chosen:
                query, name = self.query(kind=opts.model_name), capfirst(opts.verbose_name_plural)
                found.append(Kind(name, number, query, is_chosen))
        return sorted(found, key=lambda each: -each.number)

    def query(self, **changes):
        """The query string of this page with some parameters changed; None takes one out."""
        query = QueryDict(mutable=True)
        values = {"q": self.words, "kind": self.kind, "exact": "1" if self.is_exact else None}
        query.update({name: value for name, value in (values | changes).items() if value})
        return query.urlencode()

    @property
    def query_of_all(self):
        return self.query(kind=None)

    @property
    def query_as_typed(self):
        return self.query(kind=None, exact="1")

    @property
    def query_corrected(self):
        return self.query(exact=None)


def words_of(parameters):
    """What was typed, on one line and of a bearable length."""
    return " ".join(parameters.get("q", "").replace("\0", "").split())[:MAX_WORDS].strip()


@only_reads
def search_page(request):
    """Results for the words of the address, or the field alone."""
    if not words_of(request.GET):
        return render(request, "search/search.html")
    results, page = read(request)
    response = render(request, "search/search.html", {"results": results, "page": page})
    is_first_look = request.method == "GET" and not (results.label or results.is_exact)
    if is_first_look and results.answer.question and not results.in_all:
        misses.count(results.words)  # after all reading: the index takes nothing over from here on
    return response


def read(request):
    """(results, page) by the index; by the tables when the index turns out to be damaged."""

    def ask(engine):
        results = Results(request.GET, engine)
        return results, page_of(results, request.GET.get("page"))

    return copy.answered(copy.current(request), ask)


@only_reads
def suggestions(request):
    """Pages that what is being typed may mean, for the field to offer; nothing personal."""
    found = suggested(words_of(request.GET), request)
    told = ngettext("%(number)s suggestion", "%(number)s suggestions", len(found))
    response = JsonResponse({"told": told % {"number": len(found)}, "options": found})
    patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
    return response
