"""Texts, dates and times as people and spreadsheets write them into cells."""

import re
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from core.dates import FIRST_YEAR, LAST_YEAR

# What XML 1.0 cannot hold; no text of a page needs it.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%Y.")
A_DAY = {"iso": "2026-03-31", "short": "31.03.2026"}
A_MOMENT = {"iso": "2026-03-31 09:00", "short": "31.03.2026 9:00"}
TIMES = ("", " %H:%M", " %H:%M:%S", ", %H:%M", " %H.%M")


def tidy(text):
    """`text` with line ends and characters as both kinds of file keep them."""
    return UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def as_text(value):
    """A cell of any kind as text; 19.0 is what a spreadsheet makes of 19."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() if not isinstance(value, str) else tidy(value).strip()


def cut(value, length=60):
    text = as_text(value)
    return text if len(text) <= length else f"{text[:length]}…"


def parsed_moment(text):
    """A moment as people write it, with or without a zone; None when it cannot be read."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    for pattern in (day + clock for day in DAYS for clock in TIMES):
        try:
            return datetime.strptime(text, pattern)
        except ValueError:
            continue
    return None


def possible(day):
    """The day or moment, unless its year is a slip of the hand."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(_("This year is out of range."))
    return day


def here(moment):
    """`moment` with the site's zone, unless it has one; a time that clocks skip is refused."""
    try:
        aware = moment if moment.tzinfo else timezone.make_aware(moment)
        back = timezone.localtime(aware.astimezone(UTC))
    except OverflowError:
        raise ValueError(_("This year is out of range.")) from None
    if not moment.tzinfo and back.replace(tzinfo=None) != moment:
        raise ValueError(_("Clocks skip this time in spring; choose another hour."))
    return aware
