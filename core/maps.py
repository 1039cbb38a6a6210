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


def spread(pins, gap=3, rounds=60):
    """Push overlapping pins apart until none touches another, always in the same way."""
    for _round in range(rounds):
        for number, first in enumerate(pins):
            for second in pins[number + 1 :]:
                dx, dy = second.x - first.x, second.y - first.y
                distance = math.hypot(dx, dy)
                overlap = first.radius + second.radius + gap - distance
                if overlap > 0:
                    # Pins on one spot part sideways.
                    ux, uy = (dx / distance, dy / distance) if distance else (1, 0)
                    ux, uy = ux * overlap / 2, uy * overlap / 2
                    first.x, first.y = first.x - ux, first.y - uy
                    second.x, second.y = second.x + ux, second.y + uy
    return pins
