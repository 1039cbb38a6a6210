"""What the page of one project shows besides its own fields: partners by country, a map, ties."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core import maps
from core.countries import name as country_name
from core.text import alphabetical

from .acknowledgement import acknowledgement
from .models import Participation, ProjectRelation
from .page_lists import READ, figures

PIN_RADIUS = 15  # at which a number fits into a pin
PIN_SHARE = 0.032  # of the frame's width is a pin's radius, on maps of any size
Role, Kind = Participation.Role, ProjectRelation.Kind
# What a project is to one that names it with a relation.
RECIPROCAL = {
    Kind.TWIN: _("twin project"),
    Kind.FOLLOW_UP: Kind.EARLIER.label,
    Kind.EARLIER: Kind.FOLLOW_UP.label,
    Kind.RELATED: Kind.RELATED.label,
}


@dataclass
class Partner:
    """A participation with its number on the map and the name it had at the project's time."""

    participation: Participation
    name: str
    number: int
    pin: maps.Pin | None = None


def project_context(project):
    """Template context of a project's page."""
    partners, found = list_partners(project), READ.about(project)
    supporters = [each for each in partners if each.participation.role == Role.SUPPORTER]
    foreign = [each for each in partners if is_abroad(each) and each not in supporters]
    return {
        **found,
        "partners": partners,
        "countries": by_country(partners),
        "scope": {
            "domestic": len(partners) - len(foreign) - len(supporters),
            "foreign": len(foreign),
            "supporters": len(supporters),
        },
        "partner_map": draw(partners),
        "related": related(found),
        "contacts": contacts(partners),
        "shares": shares(project),
        "ack": acknowledgement(project, found["rules"]),
        "figures": figures(project, found),
    }


def is_abroad(partner):
    return partner.participation.organisation.country != settings.HOME_COUNTRY


def list_partners(project):
    """The lead partner first, then the home country's, then the others by country."""
    home = settings.HOME_COUNTRY
    ordered = sorted(
        project.participations.all(),
        key=lambda each: (
            each.role != Role.LEAD,
            each.organisation.country != home,
            alphabetical(each.organisation.country_name),
            each.position,
        ),
    )
    day = project.partners_named_on()
    return [
        Partner(each, each.organisation.name_on(day), number)
        for number, each in enumerate(ordered, 1)
    ]


def by_country(partners):
    """[(country, partners)], the lead partner's country first."""
    groups = {}
    for partner in partners:
        groups.setdefault(partner.participation.organisation.country, []).append(partner)
    return [(country_name(code), group) for code, group in groups.items()]


def point(participation):
    """(longitude, latitude) of where a partner works, as far as it is known."""
    found = [
        each
        for each in participation.where()
        if each.latitude is not None and each.longitude is not None
    ]
    if not found:
        return None
    return (
        sum(float(each.longitude) for each in found) / len(found),
        sum(float(each.latitude) for each in found) / len(found),
    )


def draw(partners):
    """The map of the partners: drawing, frame, pins and arcs; None with fewer than two."""
    points = {each.number: point(each.participation) for each in partners}
    known = [each for each in partners if points[each.number]]
    if len(known) < 2:
        return None
    abroad = any(is_abroad(each) for each in known)
    projection = maps.EUROPE if abroad else maps.LATVIA
    starts = {each.number: projection.place(*points[each.number]) for each in known}
    radius = PIN_SHARE * frame_width(starts.values(), projection)
    for each in known:
        each.pin = maps.Pin(*starts[each.number], radius)
    maps.spread([each.pin for each in known], gap=radius / 2)
    return {
        "symbol": "eiropa" if abroad else "latvija",
        "width": projection.width,
        "height": projection.height,
        "frame": frame([(each.pin.x, each.pin.y) for each in known], projection),
        "scale": f"{radius / PIN_RADIUS:.2f}",
        "partners": known,
        "arcs": arcs(known, starts),
    }


def frame_width(points, projection):
    """Width that holds all points with room at the edges, never wider than the drawing."""
    xs, ys = zip(*points, strict=True)
    width = max(max(xs) - min(xs) + 150, (max(ys) - min(ys) + 130) * 1.4, 260)
    return min(width, projection.width)


def frame(points, projection):
    """SVG viewBox around the points."""
    width = frame_width(points, projection)
    height = width / 1.4
    xs, ys = zip(*points, strict=True)
    left = min(max((min(xs) + max(xs) - width) / 2, 0), projection.width - width)
    top = (min(ys) + max(ys) - height) / 2
    return f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}"


def arcs(partners, starts):
    """SVG paths from the lead partner's place to every other partner's."""
    lead = next((each for each in partners if each.participation.role == "lead"), None)
    if lead is None:
        return []
    x, y = starts[lead.number]
    paths = []
    for other in partners:
        if other is not lead:
            end_x, end_y = starts[other.number]
            bend_x, bend_y = (x + end_x) / 2, (y + end_y) / 2 - abs(x - end_x) * 0.18 - 12
            paths.append(f"M{x:.1f} {y:.1f}Q{bend_x:.1f} {bend_y:.1f} {end_x:.1f} {end_y:.1f}")
    return paths


def related(found):
    """[(what the other project is, project)] in both directions, published projects only."""
    labels = {pk: RECIPROCAL[kind] for pk, kind in found["relations_from_others"]}
    labels |= {pk: Kind(kind).label for pk, kind in found["relations"]}
    return [(labels[each.pk], each) for each in found["related"]]


def contacts(partners):
    """[(person, partner)] of the contact persons who may be shown."""
    people = [(each.participation.contact, each) for each in partners]
    return [(person, each) for person, each in people if person and person.is_shown]


def shares(project):
    """[(fund, amount or None, rate or None, note)] of who pays what, in words of the page."""
    rows = [(each.fund, each.amount, each.rate, each.note) for each in project.funding_shares.all()]
    if not rows and project.cofinancing_rate is not None:
        rows = [(project.programme.fund, project.support, project.cofinancing_rate, "")]
    return rows
