"""Places on the two drawn maps of static/img/maps.svg (Natural Earth, public domain).

Both maps are Lambert azimuthal equal-area projections, fitted into a box; a place's position
on the drawing is computed here, on the server, so that a map is plain SVG with links.
"""

import math
from dataclasses import dataclass


@dataclass
class Pin:
    """A circle on a map: position and radius in units of the drawing."""

    x: float
    y: float
    radius: float


class Projection:
    """Maps (longitude, latitude) in degrees to (x, y) in a drawing of `width` × `height`."""

    def __init__(self, middle, box, width, height):
        self.longitude, self.latitude = map(math.radians, middle)
        self.width, self.height = width, height
        west, south, east, north = box
        corners = [
            self.flat(longitude, latitude)
            for longitude in (west, east, (west + east) / 2)
            for latitude in (south, north)
        ]
        xs, ys = zip(*corners, strict=True)
        self.scale = min(width / (max(xs) - min(xs)), height / (max(ys) - min(ys)))
        self.left = (width - (min(xs) + max(xs)) * self.scale) / 2
        self.top = (height - (min(ys) + max(ys)) * self.scale) / 2

    def flat(self, longitude, latitude):
        turn, up = math.radians(longitude) - self.longitude, math.radians(latitude)
        middle_sin, middle_cos = math.sin(self.latitude), math.cos(self.latitude)
        cosine = middle_sin * math.sin(up) + middle_cos * math.cos(up) * math.cos(turn)
        k = math.sqrt(2 / (1 + cosine))
        y = middle_cos * math.sin(up) - middle_sin * math.cos(up) * math.cos(turn)
        return k * math.cos(up) * math.sin(turn), -k * y

    def place(self, longitude, latitude):
        x, y = self.flat(float(longitude), float(latitude))
        return x * self.scale + self.left, y * self.scale + self.top


EUROPE = Projection((8, 54), (-22, 36.5, 32, 66.5), 800, 700)
LATVIA = Projection((24.55, 56.85), (20.6, 55.6, 28.45, 58.15), 800, 450)
# About the middle of the countries that the map of Europe shows: (longitude, latitude) in degrees.
COUNTRIES = {
    **{"AL": (20.1, 41.1), "AT": (14.1, 47.6), "BA": (17.8, 44.2), "BE": (4.6, 50.6)},
    **{"BG": (25.2, 42.7), "BY": (28.0, 53.5), "CH": (8.2, 46.8), "CZ": (15.3, 49.8)},
    **{"DE": (10.4, 51.1), "DK": (9.3, 56.0), "EE": (25.8, 58.7), "ES": (-3.6, 40.3)},
    **{"FI": (26.0, 62.8), "FR": (2.5, 46.6), "GB": (-1.8, 52.8), "GR": (22.0, 39.5)},
    **{"HR": (16.0, 45.6), "HU": (19.4, 47.2), "IE": (-8.0, 53.2), "IS": (-18.6, 64.9)},
    **{"IT": (12.5, 42.9), "LT": (23.9, 55.3), "LU": (6.1, 49.8), "LV": (24.9, 56.9)},
    **{"MD": (28.5, 47.2), "ME": (19.3, 42.8), "MK": (21.7, 41.6), "NL": (5.5, 52.2)},
    **{"NO": (9.2, 61.2), "PL": (19.3, 52.1), "PT": (-8.2, 39.7), "RO": (25.0, 45.9)},
    **{"RS": (20.8, 44.2), "SE": (15.2, 60.8), "SI": (14.8, 46.1), "SK": (19.5, 48.7)},
    **{"TR": (30.0, 39.5), "UA": (30.5, 49.3), "XK": (20.9, 42.6)},
}


def spread(pins, gap=3, rounds=60):
    """Push overlapping pins apart until none touches another, always in the same way."""
    for _round in range(rounds):
        is_still = True
        for number, first in enumerate(pins):
            for second in pins[number + 1 :]:
                dx, dy = second.x - first.x, second.y - first.y
                reach = first.radius + second.radius + gap
                if abs(dx) > reach or abs(dy) > reach:
                    continue
                distance = math.hypot(dx, dy)
                overlap = reach - distance
                if overlap > 0.01:
                    is_still = False
                    # Pins on one spot part sideways.
                    ux, uy = (dx / distance, dy / distance) if distance else (1, 0)
                    ux, uy = ux * overlap / 2, uy * overlap / 2
                    first.x, first.y = first.x - ux, first.y - uy
                    second.x, second.y = second.x + ux, second.y + uy
        if is_still:
            break
    return pins
