"""Days that are known to the day, the month or the year, and how both languages write them."""

from datetime import datetime
from functools import lru_cache

from babel.dates import format_date
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .numbers import locale

FIRST_YEAR, LAST_YEAR = 1000, 2999


def refuse_odd_year(day):
    """Raise `ValidationError` for a year near either end of all calendars: a slip of the hand,
    and nothing can be counted on from there without falling off.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError(_("This year is out of range."))


class Precision(models.TextChoices):
    DAY = "day", _("to the day")
    MONTH = "month", _("to the month")
    YEAR = "year", _("to the year")


PATTERNS = {
    "lv": {"day": "y. 'gada' d. MMMM", "month": "y. 'gada' LLLL", "year": "y. 'gads'"},
    "en_GB": {"day": "d MMMM y", "month": "LLLL y", "year": "y"},
}


def precision_field():
    """The field that stands beside a date and says how much of it is known."""
    return models.CharField(_("known"), max_length=5, choices=Precision, default=Precision.DAY)


def written(day, precision=Precision.DAY):
    """„2019. gada 29. augusts“, “August 2019” or “2019”, in the active language.

    The spaces do not break (Publications Office, interinstitutional style guide, lv 10.1.1).
    """
    day = day.date() if isinstance(day, datetime) else day
    return written_in(locale(), day, precision)


@lru_cache(10_000)
def written_in(locale, day, precision):
    return format_date(day, PATTERNS[locale][precision], locale).replace(" ", "\u00a0")


def machine(day, precision=Precision.DAY):
    """The value of a `<time datetime>`: as long as the day is known."""
    return {"day": f"{day:%Y-%m-%d}", "month": f"{day:%Y-%m}", "year": f"{day:%Y}"}[precision]
