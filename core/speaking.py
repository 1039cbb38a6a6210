"""In which language a command speaks to the person who started it.

It is the language of the terminal, found as GNU gettext finds it, when the site knows it; else
the site's first. What a command writes into the site is in the site's languages whoever runs it:
so these sentences do not ask which language is active, and they work before there are settings.
"""

import gettext as catalogues
import os
from contextlib import contextmanager
from pathlib import Path

from django.utils import formats, translation

KNOWN = ("lv", "en")  # the languages of the settings, the site's first in front
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
LOCALE = Path(__file__).resolve().parent.parent / "locale"


def of_terminal():
    """The code of the language; `LANGUAGE` may list several, such as `de:en`."""
    said = next(filter(None, map(os.environ.get, VARIABLES)), "")
    codes = (each[:2].lower() for each in said.split(":"))
    return next((code for code in codes if code in KNOWN), KNOWN[0])


def catalogue():
    """Read anew each time: `prepare` makes it. English is the language of the source."""
    return catalogues.translation("django", LOCALE, [of_terminal()], fallback=True)


def gettext(text):
    return catalogue().gettext(text)


def ngettext(one, more, number):
    return catalogue().ngettext(one, more, number)


@contextmanager
def speaking(language=None):
    """For sentences of code that also serves pages: they come in the active language."""
    with translation.override(language or of_terminal()):
        yield


def megabytes(size):
    """Such as “1,234.5 MB”, and “1 234,5 MB” in Latvian."""
    return f"{decimal(size / 1e6)}\N{NO-BREAK SPACE}MB"


def kilobytes(size):
    return f"{decimal(size / 1e3)}\N{NO-BREAK SPACE}KB"


def decimal(number):
    with speaking():
        return formats.number_format(round(number, 1), 1, use_l10n=True, force_grouping=True)
