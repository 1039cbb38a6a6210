"""What the first page shows: figures, a map, themes and funders, counted as in the project list."""

import math
from dataclasses import dataclass

from django.db.models import Count
from django.http import QueryDict

from core import maps
from news.models import Post
from partnership.models import Partnership, Territory
from projects.filters import ProjectList
from projects.models import Fund, Participation, Project
from search.facets import Option

SHOWN_FACETS = ("territory", "country", "theme")
SHOWN_PLACES = 7  # the other places of the list unfold
# Towns that help to read the map: name, longitude and latitude in degrees.
TOWNS = (
    ("Ventspils", 21.56, 57.39),
    ("Liepāja", 21.01, 56.51),
    ("Saldus", 22.49, 56.67),
    ("Jelgava", 23.72, 56.65),
    ("Valmiera", 25.42, 57.54),
    ("Alūksne", 27.05, 57.42),
    ("Jēkabpils", 25.86, 56.5),
    ("Rēzekne", 27.33, 56.51),
    ("Daugavpils", 26.53, 55.87),
)


@dataclass
class Place:
    """A municipality with projects, and where its circle stands on the map."""

    option: Option
    pin: maps.Pin


class FirstPageList(ProjectList):
    """The list of projects with only the facets that the first page counts by."""

    def make_facets(self):
        return [each for each in super().make_facets() if each.name in SHOWN_FACETS]


def first_page():
    """The context of home.html."""
    projects = Project.objects.published()
    found = FirstPageList(projects, QueryDict())
    facets = {facet.name: (facet, options) for facet, options, _chosen in found.facet_options()}
    municipalities = with_projects(facets)
    latest = list(projects.newest_first().with_relations()[:4])
    return {
        "figures": figures(projects, found, facets, municipalities),
        "places": [place for place in municipalities if place.pin],
        "first_places": municipalities[:SHOWN_PLACES],
        "other_places": municipalities[SHOWN_PLACES:],
        "towns": towns([place.pin for place in municipalities if place.pin]),
        "featured": latest[:1],
        "latest": latest[1:],
        "posts": Post.objects.published().with_relations()[:3],
        "themes": facets["theme"][1] if "theme" in facets else [],
        "funders": funders(projects),
    }


def figures(projects, found, facets, municipalities):
    """{what: how many}, from what is published."""
    partners = Participation.objects.filter(project__in=projects)
    return {
        "projects": found.number,
        "partners": partners.values("organisation").distinct().count(),
        "partnerships": Partnership.objects.published().count(),
        "countries": len(facets["country"][1]) if "country" in facets else 0,
        "municipalities": len(municipalities),
    }


def with_projects(facets):
    """Today's municipalities and state cities that have projects, most projects first."""
    if "territory" not in facets:
        return []
    facet, options = facets["territory"]
    kinds = (Territory.Kind.MUNICIPALITY, Territory.Kind.STATE_CITY)
    rows = [(each, facet.gazetteer.by_slug[each.value]) for each in unfolded(options)]
    places = [
        Place(option, pin(territory, option.count))
        for option, territory in rows
        if territory.kind in kinds and option.count
    ]
    maps.spread([place.pin for place in places if place.pin], gap=1)
    return sorted(places, key=lambda place: -place.option.count)


def unfolded(options):
    """All options of a tree, each before those below it."""
    for option in options:
        yield option
        yield from unfolded(option.children)


def pin(territory, count):
    """A circle whose area grows with the count; None outside the map of Latvia."""
    if territory.latitude is None or territory.longitude is None:
        return None
    x, y = maps.LATVIA.place(territory.longitude, territory.latitude)
    inside = 0 < x < maps.LATVIA.width and 0 < y < maps.LATVIA.height
    return maps.Pin(x, y, min(30, 9 + 4 * math.sqrt(count))) if inside else None


def towns(pins):
    """(name, x, y) of the towns whose names no circle covers."""
    placed = [(name, *maps.LATVIA.place(*point)) for name, *point in TOWNS]
    return [town for town in placed if not any(covers(pin, *town[1:]) for pin in pins)]


def covers(pin, x, y):
    """Whether a circle reaches a name about 90 wide and 30 high that starts at a point."""
    return abs(pin.y - y) < pin.radius + 16 and abs(pin.x - x - 25) < pin.radius + 45


def funders(projects):
    """Funds whose programmes have published projects, with how many."""
    numbers = projects.order_by().values_list("programme__fund").annotate(Count("pk"))
    counts = dict(numbers)
    rows = Fund.objects.filter(pk__in=counts)
    return sorted(((fund, counts[fund.pk]) for fund in rows), key=lambda pair: -pair[1])
