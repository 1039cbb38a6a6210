"""The pictures of the street map: whose server gives them, as the environment says."""

import re
from typing import NamedTuple

import nh3
from django.core.exceptions import ImproperlyConfigured

from core.speaking import gettext as _

# No name and password, no {s}: the policy of the page must name one host, and nothing but it.
ADDRESS = re.compile(r"(https?://([a-z0-9.-]+)(?::\d{1,5})?)/[^\s#]+", re.ASCII | re.IGNORECASE)
EXAMPLE = "https://tile.example.org/{z}/{x}/{y}.png"
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
        told = _(
            "MAP_TILES must be an http(s) address of one host such as %(example)s,"
            " not “%(address)s”."
        )
        raise ImproperlyConfigured(told % {"example": EXAMPLE, "address": address})
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
        raise ImproperlyConfigured(
            _("MAP_TILES needs MAP_ATTRIBUTION, which says whose map it is.")
        )
    return text


def zoom(environment):
    """The closest zoom that the server has pictures for."""
    asked = environment.get("MAP_MAX_ZOOM") or str(USUAL_ZOOM)
    if not asked.isdecimal() or not 1 <= int(asked) <= MOST_ZOOM:
        told = _("MAP_MAX_ZOOM must be a number from 1 to %(most)d, not “%(asked)s”.")
        raise ImproperlyConfigured(told % {"most": MOST_ZOOM, "asked": asked})
    return int(asked)
