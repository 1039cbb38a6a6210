"""Words that the site's own addresses have where pages have their slugs.

A page called so would be hidden behind a section, such as one at /lv/projekti/.
"""

from functools import cache

from django.conf import settings
from django.urls import get_resolver
from django.utils import translation


def is_reserved(model, slug):
    """Whether a section stands, in any language, where a page of this kind with `slug` would."""
    opts = model._meta
    return slug in words_beside(f"{opts.app_label}:{opts.model_name}_detail")


@cache
def words_beside(name):
    """The fixed words that addresses have in the place of `<slug:slug>` in the one of this name."""
    words = set()
    for language, _title in settings.LANGUAGES:
        with translation.override(language):
            routes = list(named_routes(get_resolver()))
            start = dict(routes)[name].partition("<slug:slug>")[0]
            beside = [route for _name, route in routes if route.startswith(start)]
            words |= {route.removeprefix(start).partition("/")[0] for route in beside}
    return frozenset(word for word in words if "<" not in word) - {""}


def named_routes(resolver, space="", before=""):
    """(name, route in the active language) of all addresses; those without a name have ''."""
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from named_routes(each, inner, route)
        else:
            yield f"{space}{each.name or ''}", route
