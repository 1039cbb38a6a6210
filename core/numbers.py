"""Numbers, money and percent as both languages write them (valoda.lv: comma, fixed spaces)."""

from functools import cache

from babel import Locale
from babel.numbers import format_decimal, parse_pattern
from django.utils.translation import get_language


def locale():
    """Babel's name of the active language; English is written as in Europe."""
    return "en_GB" if (get_language() or "lv") == "en" else "lv"


def number(value):
    """`1 234,5` or `1,234.5`; decimals only where there are any."""
    return format_decimal(value, format="#,##0.##", locale=locale())


def euro(amount):
    """`50 000 €` or `€50,000`; cents only where there are any."""
    pattern, its_locale = euros(locale(), is_whole=amount == int(amount))
    return pattern.apply(amount, its_locale, currency="EUR", currency_digits=False)


@cache  # reading a pattern takes longer than using it
def euros(code, is_whole):
    """How money is written, and Babel's data of the language."""
    digits = "#,##0" if is_whole else "#,##0.00"
    pattern = f"¤{digits}" if code == "en_GB" else f"{digits}\u00a0¤"
    return parse_pattern(pattern), Locale.parse(code)


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
