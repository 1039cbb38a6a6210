"""Events as iCalendar (RFC 5545): one as a file, any list as a calendar to subscribe to."""

from datetime import date, timedelta
from functools import cache
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opendata.writers import CHUNK

from .times import Precision, days_of

AGAIN = timedelta(hours=6)  # how often a subscribed calendar should look for changes
SINCE, YEARS_AHEAD = date(2000, 1, 1), 10  # of the clock changes that a calendar tells
END = b"END:VCALENDAR\r\n"


def single(event, online_url=""):
    """One event as a file of iCalendar. `online_url` only for people whose place is confirmed."""
    made = calendar(event.title)
    made.add_component(entry(event, online_url))
    return made.to_ical()


def write(rows, listing):
    """A list as a calendar; events of which only the month or year is known are left out."""
    made = calendar(listing.title)
    made.add("refresh-interval", AGAIN, parameters={"value": "DURATION"})
    made.add("x-published-ttl", icalendar.vDuration(AGAIN))
    made.add("url", listing.page)
    yield made.to_ical().removesuffix(END)
    datable = rows.filter(precision__in=(Precision.HOUR, Precision.DAY))
    for event in datable.iterator(chunk_size=CHUNK):
        yield entry(event).to_ical()
    yield END


def calendar(name):
    """An empty calendar that knows when the site's clock changes."""
    made = icalendar.Calendar()
    made.add("prodid", f"-//Partnership//{urlsplit(settings.SITE_URL).hostname}//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add_component(clock(timezone.localdate().year))
    return made


@cache
def clock(year):
    """The clock changes, each by the clock before it (RFC 5545 §3.6.5).

    The library writes a change forward by the clock after it, an hour too late.
    """
    last = date(year + YEARS_AHEAD, 12, 31)
    zone = icalendar.Timezone.from_tzid(settings.TIME_ZONE, first_date=SINCE, last_date=last)
    for part in zone.daylight:
        ahead = part["TZOFFSETTO"].td - part["TZOFFSETFROM"].td
        changes = [part.pop("DTSTART").dt, *(each.dt for each in part.pop("RDATE").dts)]
        first, *rest = (each - ahead for each in changes)
        part.add("dtstart", first)
        part.add("rdate", rest)
    return zone


def entry(event, online_url=""):
    """The event in the active language. A cancelled one says so in its name too, because many
    calendars pass over STATUS."""
    made, language = icalendar.Event(), {"language": get_language()}
    address = settings.SITE_URL + event.get_absolute_url()
    title = event.title
    if event.is_cancelled:
        title = _("Cancelled: %(title)s") % {"title": title}
    made.add("uid", f"{event.uid}@{urlsplit(settings.SITE_URL).hostname}")
    made.add("sequence", event.sequence)
    made.add("dtstamp", event.updated_at)
    made.add("last-modified", event.updated_at)
    made.add("summary", title, parameters=language)
    made.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    for name, value in time_of(event):
        made.add(name, value)
    told = [event.cancel_reason if event.is_cancelled else "", event.summary, online_url, address]
    made.add("description", "\n\n".join(filter(None, told)), parameters=language)
    made.add("url", address)
    made.add("categories", [event.get_kind_display()])
    if where := place(event):
        made.add("location", where, parameters=language)
    if event.latitude is not None and event.longitude is not None:
        made.add("geo", (float(event.latitude), float(event.longitude)))
    return made


def time_of(event):
    """(property, value): whole days where the hour is not known."""
    if event.precision == Precision.HOUR:
        yield "dtstart", timezone.localtime(event.starts_at)
        yield "dtend", timezone.localtime(event.ends_at)
        return
    first, last = days_of(event.starts_at, event.ends_at)
    yield "dtstart", first
    yield "dtend", last + timedelta(days=1)
    yield "transp", "TRANSPARENT"


def place(event):
    """Where people go; for an event online that it is."""
    parts = [event.venue, event.street]
    if event.attendance != event.Attendance.IN_PERSON:
        parts.append(str(capfirst(event.Attendance.ONLINE.label)))
    return ", ".join(filter(None, parts))
