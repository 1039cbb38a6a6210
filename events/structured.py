"""Events in the words of schema.org; the online link is not among them."""

from core.structured import CONTEXT, address, known, moment, web_page
from partnership.structured import body

from . import times
from .models import Event
from .times import Precision

ATTENDANCE = {
    Event.Attendance.IN_PERSON: f"{CONTEXT}/OfflineEventAttendanceMode",
    Event.Attendance.ONLINE: f"{CONTEXT}/OnlineEventAttendanceMode",
    Event.Attendance.MIXED: f"{CONTEXT}/MixedEventAttendanceMode",
}
KINDS = {Event.Kind.TRAINING: "EducationEvent", Event.Kind.MASTER_CLASS: "EducationEvent"}


def event_page(event, **more):
    """The nodes of an event's page."""
    node = {"@id": event.stable_url}
    return [web_page(event, mainEntity=node), as_node(event, **more)]


def as_node(event, **more):
    first, last = span(event)
    state = "EventCancelled" if event.is_cancelled else "EventScheduled"
    return known(
        type=KINDS.get(event.kind, "Event"),
        id=event.stable_url,
        url=address(event),
        name=event.title,
        description=event.summary,
        startDate=first,
        endDate=last,
        eventStatus=f"{CONTEXT}/{state}",
        eventAttendanceMode=ATTENDANCE[event.attendance],
        location=places(event),
        inLanguage=event.languages,
        organizer=body(event.organiser, event.organiser.name) if event.organiser else None,
        maximumAttendeeCapacity=event.capacity,
        superEvent=series(event),
        **about(event),
        **more,
    )


def series_page(row, events):
    """The nodes of the page of a series."""
    node = known(
        type="EventSeries",
        id=f"{address(row)}#series",
        url=address(row),
        name=row.title,
        description=row.summary,
        subEvent=[
            {"@type": "Event", "@id": each.stable_url, "name": each.title} for each in events
        ],
    )
    return [web_page(row, mainEntity={"@id": node["@id"]}), node]


def span(event):
    """(start, end) of ISO 8601, as long as they are known; None where they are not."""
    moments = event.starts_at, event.ends_at
    if event.precision == Precision.HOUR:
        return tuple(map(moment, moments))
    return tuple(times.machine(each, event.precision) for each in moments)


def places(event):
    found = []
    if event.attendance != Event.Attendance.ONLINE:
        named = [each.name for each in event.territories.all()]
        found.append(
            known(
                type="Place",
                name=event.venue or ", ".join(named),
                address=event.street or ", ".join(named),
                latitude=coordinate(event.latitude),
                longitude=coordinate(event.longitude),
            )
        )
    if event.attendance != Event.Attendance.IN_PERSON:
        found.append({"@type": "VirtualLocation", "url": address(event)})
    return found


def coordinate(value):
    return float(value) if value is not None else None


def series(event):
    row = event.public_series
    return row and {"@type": "EventSeries", "name": row.title, "url": address(row)}


def about(event):
    """The project that it belongs to and who pays for that."""
    project = event.public_project
    if project is None:
        return {}
    fund = project.programme.fund
    return {
        "about": {"@type": "Project", "@id": project.stable_url, "name": project.title},
        "funder": known(type="Organization", name=fund.name, url=fund.website),
    }
