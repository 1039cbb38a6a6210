"""The pictures of the street map: whose server gives them, as the environment says."""

import re
from typing import NamedTuple

import nh3
from django.core.exceptions import ImproperlyConfigured

# No name and password, no {s}: the policy of the page must name one host, and nothing but it.
ADDRESS = re.compile(r"(https?://([a-z0-9.-]+)(?::\d{1,5})?)/[^\s#]+", re.ASCII | re.IGNORECASE)
NEEDED = {"{z}", "{x}", "{y}"}
ALLOWED = NEEDED | {"{r}"}  # pictures for fine screens
USUAL_ZOOM, MOST_ZOOM = 18, 24


class Tiles(NamedTuple):
    """Square pictures of a map in the usual numbering (Web Mercator, XYZ)."""

    address: str  # with {z}, {x} and {y}
    origin: str  # what the Content-Security-Policy lets in
    host: str  # for people
    attribution: str  # HTML: text and links
    max_zoom: int


def tiles_from(environment):
    """`Tiles` of `MAP_TILES`, `MAP_ATTRIBUTION` and `MAP_MAX_ZOOM`; None when no map is named.

    Raises `ImproperlyConfigured` with one line for whoever starts the site.
    """
    address = environment.get("MAP_TILES", "").strip()
    if not address:
        return None
    found = ADDRESS.fullmatch(address)
    named = set(re.findall(r"\{[^}]*\}", address))
    if not found or not NEEDED <= named <= ALLOWED:
        raise ImproperlyConfigured(
            "MAP_TILES must be an http(s) address of one host with {z}, {x} and {y},"
            f" such as https://tile.example.org/{{z}}/{{x}}/{{y}}.png, not {address!r}."
        )
    origin, host = found.groups()
    return Tiles(address, origin.lower(), host.lower(), attribution(environment), zoom(environment))


def attribution(environment):
    """Whose map it is: text in which only links stay HTML."""
    text = nh3.clean(
        environment.get("MAP_ATTRIBUTION", ""),
        tags={"a"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    ).strip()
    if not text:
        raise ImproperlyConfigured("MAP_TILES needs MAP_ATTRIBUTION, which says whose map it is.")
    return text


def zoom(environment):
    """The closest zoom that the server has pictures for."""
    asked = environment.get("MAP_MAX_ZOOM") or str(USUAL_ZOOM)
    if not asked.isdecimal() or not 1 <= int(asked) <= MOST_ZOOM:
        raise ImproperlyConfigured(
            f"MAP_MAX_ZOOM must be a number from 1 to {MOST_ZOOM}, not {asked!r}."
        )
    return int(asked)
