"""Maps of communities: a circle for each municipality in the list, a pin on the page of one."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import npgettext

from core import maps
from projects import map as place_map
from projects.page import PIN_RADIUS, PIN_SHARE, frame, frame_width


@dataclass
class Place(place_map.Place):
    """A municipality with the number of its communities."""

    @property
    def unit(self):
        return npgettext("after a number", "community", "communities", self.count)


def drawing(found):
    """The context of list_map.html for the communities that a list finds."""
    facet = next(facet for facet in found.facets if facet.name == "territory")
    counts = found.results.values_of_found("territory")
    every = [Place(**vars(each)) for each in place_map.municipalities(facet, counts)]
    on_map = [place for place in every if place.pin]
    placed = found.results.found_with("territory", [place.value for place in on_map])
    return {
        "template": "directory/community_map.html",
        "tiles": settings.MAP_TILES,
        "places": every,
        "drawn": on_map[: place_map.MOST],
        "more": len(on_map[place_map.MOST :]),
        "towns": place_map.towns([place.pin for place in on_map[: place_map.MOST]]),
        "unplaced": found.number - placed,
        "is_chosen": bool(found.chosen["territory"]),
        "home_query": found.query(territory=None),
    }


def point(community):
    """(longitude, latitude) of a community, else of its municipality; None when unknown."""
    for place in (community, community.territory):
        if place.latitude is not None and place.longitude is not None:
            return float(place.longitude), float(place.latitude)
    return None


def locator(community):
    """The part of the map of Latvia around a community, with its pin; None outside it."""
    known = point(community)
    if known is None:
        return None
    x, y = maps.LATVIA.place(*known)
    if not (0 < x < maps.LATVIA.width and 0 < y < maps.LATVIA.height):
        return None
    scale = PIN_SHARE * frame_width([(x, y)], maps.LATVIA) / PIN_RADIUS
    return {
        "frame": frame([(x, y)], maps.LATVIA),
        "x": x,
        "y": y,
        "scale": f"{scale:.2f}",
        "towns": place_map.towns([maps.Pin(x, y, scale * PIN_RADIUS)]),
    }
