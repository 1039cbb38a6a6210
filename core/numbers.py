"""Numbers, money and percent as both languages write them (valoda.lv: comma, fixed spaces)."""

from functools import lru_cache

from babel.numbers import format_decimal
from django.utils.translation import get_language

LATVIAN = str.maketrans({",": "\u00a0", ".": ","})


def locale():
    """Babel's name of the active language; English is written as in Europe."""
    return "en_GB" if (get_language() or "lv") == "en" else "lv"


def number(value):
    """`1 234,5` or `1,234.5`; decimals only where there are any."""
    return number_in(locale(), value)


@lru_cache(10_000)
def number_in(locale, value):
    return format_decimal(value, format="#,##0.##", locale=locale)


def euro(amount):
    """`50 000 €` or `€50,000`; cents only where there are any.

    Not by Babel, which takes a third of a project's card for it.
    """
    text = f"{abs(amount):,.{0 if amount == int(amount) else 2}f}"
    sign = "-" if amount < 0 else ""
    if locale() == "en_GB":
        return f"{sign}€{text}"
    return f"{sign}{text.translate(LATVIAN)}\u00a0€"


def clock(time):
    """`9.00` or `09:00`."""
    return f"{time:%H:%M}" if locale() == "en_GB" else f"{time:%-H.%M}"


def percent(value):
    """`90 %` or `90%` for 90."""
    return f"{number(value)}%" if locale() == "en_GB" else f"{number(value)}\u00a0%"


def ordinal(value):
    """`2.` or `2nd`, for a place or a turn."""
    if locale() == "lv":
        return f"{value}."
    is_teen = 10 < value % 100 < 14
    return f"{value}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"
