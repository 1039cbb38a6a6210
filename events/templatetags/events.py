"""What pages say of an event: its time, its place, its state."""

from dataclasses import dataclass

from babel.dates import format_date
from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.numbers import locale

from .. import languages, state, times

register = template.Library()
register.simple_tag(state.badge, name="badge")


@register.simple_tag
def when(event):
    """`<time>` with the time of an event, as far as it is known."""
    text = capfirst(times.written(event.starts_at, event.ends_at, event.precision))
    machine = times.machine(event.starts_at, event.precision)
    if machine is None:
        return text
    return format_html('<time datetime="{}">{}</time>', machine, text)


@register.simple_tag
def hours(session):
    """`<time>` with the hours of a part of the programme: `10.00–11.30`."""
    text = times.clocks(session.starts_at, session.ends_at)
    machine = times.machine(session.starts_at, times.Precision.HOUR)
    return format_html('<time datetime="{}">{}</time>', machine, text)


@register.simple_tag
def moment(value):
    """`<time>` with a day and an hour."""
    text, machine = times.written(value, None), times.machine(value, times.Precision.HOUR)
    return format_html('<time datetime="{}">{}</time>', machine, text)


@register.simple_tag
def weekday(day):
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), times.span(day, day))


@register.simple_tag
def spoken(event):
    """The languages of an event, in words."""
    return ", ".join(map(languages.name, event.languages))


@dataclass(frozen=True)
class Tile:
    """The first day of an event in three lines; `large` is the day, else month or year."""

    above: str
    large: str
    below: str
    is_year: bool = False


@register.simple_tag
def tile(event):
    day = timezone.localtime(event.starts_at).date()
    this_year = day.year == timezone.localdate().year
    year = "" if this_year else str(day.year)
    month = format_date(day, "LLL", locale=locale()).rstrip(".")
    if event.precision == times.Precision.UNKNOWN:
        return Tile("", "…", "", is_year=True)
    last = timezone.localtime(event.ends_at).date()
    is_long = event.precision == times.Precision.MONTH and last.month != day.month
    if event.precision == times.Precision.YEAR or is_long:
        return Tile("", str(day.year), "", is_year=True)
    if event.precision == times.Precision.MONTH:
        return Tile("", month, str(day.year), is_year=True)
    return Tile(month, str(day.day), year)


@register.simple_tag
def where(event):
    """The place and its territories, or that the event is online."""
    if event.attendance == event.Attendance.ONLINE:
        return event.Attendance.ONLINE.label
    named = [event.venue, *(each.name for each in event.territories.all())]
    text = ", ".join(dict.fromkeys(filter(None, named)))
    if event.attendance == event.Attendance.MIXED:
        return _("%(place)s and online") % {"place": text} if text else event.Attendance.MIXED.label
    return text


@register.filter
def webcal(found, address):
    """The address of a calendar by which programs know that they are to subscribe."""
    return f"webcal://{settings.SITE_URL.partition('://')[2]}{address}"
