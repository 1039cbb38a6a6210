"""Maps of what a list holds: a circle for each municipality and for each partner country."""

import math
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import npgettext

from core import countries, maps
from core.text import alphabetical
from partnership.models import Territory

from .page import PIN_RADIUS, frame, frame_width

MUNICIPAL = (Territory.Kind.MUNICIPALITY, Territory.Kind.STATE_CITY)
MOST = 150  # circles on one map
CROWD = 60  # from so many on, circles are small
SMALLEST = 13  # radius in units of the drawing that a finger still hits
COUNTRY_SHARE = 0.034  # of the frame's width is the radius of a country's circle
FIRST_COUNTRIES = 7  # of the list; the others unfold
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
    """A place with the number of its projects, and its circle when it lies on the map."""

    value: str  # in the address
    name: str
    count: int
    pin: maps.Pin | None = None
    degrees: str = ""  # latitude,longitude

    @property
    def unit(self):
        return npgettext("after a number", "project", "projects", self.count)

    @property
    def label(self):
        return f"{self.name}: {self.count} {self.unit}"


def drawing(found):
    """The context of list_map.html for the rows that a list finds."""
    facets = {facet.name: facet for facet in found.facets}
    every = municipalities(facets["territory"], found.results.values_of_found("territory"))
    on_map = [place for place in every if place.pin]
    placed = found.results.found_with("territory", [place.value for place in on_map])
    return {
        "tiles": settings.MAP_TILES,
        "places": every,
        "drawn": on_map[:MOST],
        "more": len(on_map[MOST:]),
        "towns": towns([place.pin for place in on_map[:MOST]]),
        "unplaced": found.number - placed,
        "is_chosen": bool(found.chosen["territory"]),
        "home_query": found.query(territory=None),
        "abroad": abroad(found.results.values_of_found("country")),
        "abroad_query": found.query(country=None),
    }


def municipalities(facet, counts):
    """Today's municipalities and state cities with projects as `Place`s, most projects first."""
    territories = [
        territory
        for territory in facet.gazetteer.by_pk.values()
        if territory.kind in MUNICIPAL and territory.valid_to is None and counts.get(territory.slug)
    ]
    territories.sort(key=lambda each: (-counts[each.slug], alphabetical(each.name)))
    points = [point(territory) for territory in territories]
    number = min(MOST, sum(each is not None for each in points))
    places = [Place(each.slug, each.name, counts[each.slug]) for each in territories]
    largest = places[0].count if places else 0
    for place, territory, xy in zip(places, territories, points, strict=True):
        if xy:
            place.pin = maps.Pin(*xy, radius(place.count, largest, number))
            place.degrees = f"{territory.latitude},{territory.longitude}"
    maps.spread([place.pin for place in places if place.pin][:MOST], gap=1)
    return places


def point(territory):
    """Where a territory lies on the drawing of Latvia; None outside it."""
    if territory.latitude is None or territory.longitude is None:
        return None
    x, y = maps.LATVIA.place(territory.longitude, territory.latitude)
    return (x, y) if 0 < x < maps.LATVIA.width and 0 < y < maps.LATVIA.height else None


def radius(count, largest, number):
    """The area of a circle grows with the count, and its figures fit into it."""
    room = 17 if number < CROWD else 6
    figures = 7 + 3.2 * len(str(count))
    return max(figures, SMALLEST + room * math.sqrt(count / max(largest, 28)))


def towns(pins):
    """(name, x, y) of the towns whose names no circle covers."""
    placed = [(name, *maps.LATVIA.place(*point)) for name, *point in TOWNS]
    return [town for town in placed if not any(covers(pin, *town[1:]) for pin in pins)]


def covers(pin, x, y):
    """Whether a circle reaches a name about 90 wide and 30 high that starts at a point."""
    return abs(pin.y - y) < pin.radius + 16 and abs(pin.x - x - 25) < pin.radius + 45


def abroad(counts):
    """Partner countries but the home one, and their part of the map of Europe; None without."""
    places = [
        Place(code, countries.name(code), count)
        for code, count in counts.items()
        if code != settings.HOME_COUNTRY
    ]
    if not places:
        return None
    places.sort(key=lambda place: (-place.count, alphabetical(place.name)))
    found = {
        "places": places,
        "first": places[:FIRST_COUNTRIES],
        "others": places[FIRST_COUNTRIES:],
    }
    return found | on_europe([place for place in places if place.value in maps.COUNTRIES])


def on_europe(places):
    """Circles of equal size, and the part of the map that holds them."""
    if not places:
        return {"drawn": []}
    points = [maps.EUROPE.place(*maps.COUNTRIES[place.value]) for place in places]
    size = COUNTRY_SHARE * frame_width(points, maps.EUROPE)
    for place, (x, y) in zip(places, points, strict=True):
        place.pin = maps.Pin(x, y, size)
    maps.spread([place.pin for place in places], gap=size / 6)
    points = [(place.pin.x, place.pin.y) for place in places]
    is_wide = frame_width(points, maps.EUROPE) == maps.EUROPE.width
    whole = f"0 0 {maps.EUROPE.width} {maps.EUROPE.height}"
    return {
        "drawn": places,
        "frame": whole if is_wide else frame(points, maps.EUROPE),
        "scale": f"{size / PIN_RADIUS:.2f}",
    }
