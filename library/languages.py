"""Languages of files: those of Europe's partnerships, named by Unicode's CLDR through Babel."""

from functools import lru_cache

from babel import Locale
from django.conf import settings
from django.utils.translation import get_language

from core.text import alphabetical

CODES = "bg cs da de el es et fi fr ga hr hu is it lt mt nb nl pl pt ro ru sk sl sv tr uk".split()


@lru_cache
def names(language):
    """{code: name} of the languages, those of the site first."""
    known = Locale(language).languages
    own = settings.MODELTRANSLATION_LANGUAGES
    rest = sorted(CODES, key=lambda code: alphabetical(known[code]))
    return {code: known[code] for code in [*own, *rest]}


def name(code):
    """The language's name in the active language; an unknown code is shown as it is."""
    return names(get_language() or settings.LANGUAGE_CODE).get(code, code)


def choices():
    """(code, name) pairs in the active language."""
    return list(names(get_language() or settings.LANGUAGE_CODE).items())
