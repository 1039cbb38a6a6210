"""Numbers, money and percent as both languages write them (valoda.lv: comma, fixed spaces)."""

from babel.numbers import format_currency, format_decimal
from django.utils.translation import get_language


def locale():
    """Babel's name of the active language; English is written as in Europe."""
    return "en_GB" if (get_language() or "lv") == "en" else "lv"


def number(value):
    """`1 234,5` or `1,234.5`; decimals only where there are any."""
    return format_decimal(value, format="#,##0.##", locale=locale())


def euro(amount):
    """`50 000 €` or `€50,000`; cents only where there are any."""
    digits = "#,##0" if amount == int(amount) else "#,##0.00"
    pattern = f"¤{digits}" if locale() == "en_GB" else f"{digits}\u00a0¤"
    return format_currency(amount, "EUR", format=pattern, locale=locale(), currency_digits=False)


def clock(time):
    """`9.00` or `09:00`."""
    return f"{time:%H:%M}" if locale() == "en_GB" else f"{time:%-H.%M}"


def percent(value):
    """`90 %` or `90%` for 90."""
    return f"{number(value)}%" if locale() == "en_GB" else f"{number(value)}\u00a0%"
