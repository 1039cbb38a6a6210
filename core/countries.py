"""Names of countries (ISO 3166-1) in the site's languages, from Unicode's CLDR through Babel."""

from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

from .text import alphabetical, fold


@lru_cache
def names(language):
    """{code: name} of all countries in one language."""
    territories = Locale(language).territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ")
    }


def name(code):
    """The country's name in the active language; an unknown code is shown as it is."""
    return names(get_language() or "lv").get(code, code)


def choices():
    """(code, name) pairs in alphabetical order, for the forms of the active language."""
    every = names(get_language() or "lv").items()
    order = alphabetical if get_language() == "lv" else fold
    return sorted(every, key=lambda pair: order(pair[1]))
