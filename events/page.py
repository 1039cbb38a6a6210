"""What the page of an event and of a series shows besides their own fields."""

from itertools import groupby

from django.utils import timezone

from core.newest import newest
from core.reading import Reading
from core.structured import picture
from projects.acknowledgement import acknowledgement, rules_of

from . import places, structured
from .models import Event
from .parts import Material, Session
from .places import Places, numbers_of_states

SIBLINGS = 4
MOST = 60  # events on the page of a series


def of_event(event, series, project):
    """What the page of an event lists, by the keys of the event, its series and its project."""
    others = Event.objects.published().filter(series=series).exclude(pk=event).with_relations()
    return {
        "numbers": numbers_of_states(event),
        "sessions": Session.objects.filter(event=event).select_related("recording"),
        "materials": Material.objects.filter(event=event).shown().select_related("item"),
        "ahead": others.upcoming()[:SIBLINGS],
        "before": others.past()[:SIBLINGS],
        "ideathons": newest("ideas.Ideathon", event=event)[:3],
        "rules": rules_of(project),
    }


READ = Reading(of_event)


def event_context(event):
    series, project = event.public_series, event.public_project
    found = READ(event=event.pk, series=key_of(series), project=key_of(project))
    return {
        "places": Places(event, found["numbers"]),
        "registration": registration_of(event),
        "came": came(event),
        "days": days(found["sessions"]),
        "materials": found["materials"],
        "ideathons": found["ideathons"],
        "siblings": [*found["ahead"], *found["before"]][:SIBLINGS],  # those ahead first
        "ack": acknowledgement(project, found["rules"]) if project else None,
        "structured": structured.event_page(event, image=picture(event.cover)),
    }


def key_of(row):
    return row.pk if row else None


def registration_of(event):
    """Whether one can register now; when that begins, if it is still ahead; when it ends."""
    is_ahead = event.opens_at is not None and event.opens_at > timezone.now()
    return {
        "is_open": places.is_open(event),
        "opens": event.opens_at if is_ahead else None,
        "closes": places.closes_at(event),
    }


def came(event):
    """How many people came, as it was counted when the event was closed; None before."""
    figures = getattr(event, "figures", None)
    return (figures and figures.attended) or event.attended_total


def days(sessions):
    """[(day or None, sessions)]; what has no hour comes last."""

    def day_of(session):
        return session.starts_at and timezone.localtime(session.starts_at).date()

    return [(day, list(parts)) for day, parts in groupby(sessions, day_of)]


def of_series(series, project):
    events = Event.objects.published().filter(series=series).with_relations()
    return {
        "upcoming": events.upcoming()[:MOST],
        "past": events.past()[:MOST],
        "rules": rules_of(project),
    }


READ_SERIES = Reading(of_series)


def series_context(series):
    project = series.public_project
    found = READ_SERIES(series=series.pk, project=key_of(project))
    upcoming, past = found["upcoming"], found["past"][::-1]  # in the order in which they were held
    return {
        "upcoming": upcoming,
        "takes_people": sum(map(places.is_open, upcoming)) > 1,
        "past": past,
        "ack": acknowledgement(project, found["rules"]) if project else None,
        "structured": structured.series_page(series, [*upcoming, *past]),
    }
