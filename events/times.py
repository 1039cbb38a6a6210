"""When something happens, as far as it is known: to the hour, the day, the month, the year, or not.

Where the time is not known, an event still has a start and an end: those of the time in which it
happens, such as the years of its project. They put it into order and say when it is over, and no
page tells them.
"""

from datetime import date, datetime, time, timedelta

from babel.dates import format_date, format_interval
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from core import dates
from core.numbers import clock, locale


class Precision(models.TextChoices):
    HOUR = "hour", _("to the hour")
    DAY = "day", dates.Precision.DAY.label
    MONTH = "month", dates.Precision.MONTH.label
    YEAR = "year", dates.Precision.YEAR.label
    UNKNOWN = "none", _("not yet")


def days_of(starts, ends):
    """The first and the last day of an event, by the site's own clock."""
    return timezone.localtime(starts).date(), timezone.localtime(ends).date()


def months_of(starts, ends):
    """The first days of all months in which an event happens; of a long one the first twelve."""
    first, last = days_of(starts, ends)
    month = first.replace(day=1)
    for _month in range(12):
        if month > last:
            return
        yield month
        if month.year == date.max.year:
            return
        month = (month + timedelta(days=32)).replace(day=1)


def end_of(moment, precision):
    """The last second of the day, month or year of a moment, by the site's own clock."""
    day = timezone.localtime(moment).date()
    if precision == Precision.YEAR:
        last = day.replace(month=12, day=31)
    elif precision == Precision.MONTH:
        last = (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    else:
        last = day
    return timezone.make_aware(datetime.combine(last, time(23, 59, 59)))


# The first and the last day of a span: within a month, within a year. Two years are written whole.
SPANS = {
    "lv": (("y. 'gada' d.", "d. MMMM"), ("y. 'gada' d. MMMM", "d. MMMM")),
    "en_GB": (("d", "d MMMM y"), ("d MMMM", "d MMMM y")),
}


def written(starts, ends, precision=Precision.HOUR):
    """„sestdiena, 2026. gada 24. oktobris, plkst. 10.00–12.00“, as far as it is known.

    `ends` may be None.
    """
    first, last = days_of(starts, ends or starts)
    if precision == Precision.UNKNOWN:
        return str(_("the date is not known"))
    if precision == Precision.YEAR:
        years = dict.fromkeys((first.year, last.year))
        return "–".join(dates.written(date(year, 1, 1), precision) for year in years)
    if precision == Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return dates.written(first, precision)
    if precision == Precision.MONTH:
        return format_interval(first, last, "yMMMM", locale=locale()).replace("\u2009", " ")
    if precision == Precision.DAY:
        return span(first, last)
    if first == last:
        return f"{span(first, last)}, {hours(starts, ends)}"
    day = format_date(last, SPANS[locale()][1][1] if first.year == last.year else "long", locale())
    return f"{dates.written(first)}, {hours(starts)} – {unbroken(day)}, {hours(ends)}"


def span(first, last):
    """Days with the weekday where it is one."""
    if first == last:
        return f"{format_date(first, 'EEEE', locale=locale())}, {dates.written(first)}"
    if first.year != last.year:
        return f"{dates.written(first)} – {dates.written(last)}"
    is_month = first.month == last.month
    patterns = SPANS[locale()][0 if is_month else 1]
    days = (first, last)
    texts = [
        unbroken(format_date(day, pattern, locale()))
        for day, pattern in zip(days, patterns, strict=True)
    ]
    return ("–" if is_month else " – ").join(texts)


def unbroken(text):
    return text.replace(" ", "\u00a0")


def hours(starts, ends=None):
    """„plkst. 10.00–12.00“ or “10:00–12:00”."""
    text = clocks(starts, ends)
    return unbroken(pgettext("time of day", "%(hours)s") % {"hours": text})


def clocks(starts, ends=None):
    moments = [clock(timezone.localtime(each)) for each in (starts, ends) if each]
    return "–".join(dict.fromkeys(moments))


def machine(moment, precision):
    """The value of a `<time datetime>`, as long as the moment is known; None where it is not."""
    if precision == Precision.UNKNOWN:
        return None
    here = timezone.localtime(moment)
    if precision == Precision.HOUR:
        return here.isoformat(timespec="minutes")
    return dates.machine(here.date(), precision)
