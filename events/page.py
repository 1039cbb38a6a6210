"""What the page of an event and of a series shows besides their own fields."""

from itertools import groupby

from django.utils import timezone

from core.structured import picture
from projects.acknowledgement import acknowledgement

from . import places, structured
from .models import Event
from .places import Places

SIBLINGS = 4
MOST = 60  # events on the page of a series


def event_context(event):
    return {
        "places": Places(event),
        "registration": registration_of(event),
        "came": came(event),
        "days": days(event.sessions.select_related("recording")),
        "materials": event.materials.shown().select_related("item"),
        "siblings": siblings(event),
        "ack": acknowledgement(event.public_project) if event.public_project else None,
        "structured": structured.event_page(event, image=picture(event.cover)),
    }


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


def siblings(event):
    """Other events of the series: those ahead first, then the last ones that were."""
    if event.public_series is None:
        return []
    others = Event.objects.published().filter(series=event.series_id).exclude(pk=event.pk)
    found = list(others.upcoming().with_relations()[:SIBLINGS])
    return found + list(others.past().with_relations()[: SIBLINGS - len(found)])


def series_context(series):
    events = Event.objects.published().filter(series=series).with_relations()
    upcoming = list(events.upcoming()[:MOST])
    past = list(events.past()[:MOST])[::-1]  # in the order in which they were held
    project = series.public_project
    return {
        "upcoming": upcoming,
        "takes_people": sum(map(places.is_open, upcoming)) > 1,
        "past": past,
        "ack": acknowledgement(project) if project else None,
        "structured": structured.series_page(series, [*upcoming, *past]),
    }
