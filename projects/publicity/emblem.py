"""The emblem of the Union, drawn from the geometry of Annex IX of Regulation (EU) 2021/1060.

A rectangle one and a half times as long as high; twelve gold stars of five points on a circle of
a third of the height, like the hours of a clock; each star fits a circle of an eighteenth of the
height and stands on two points. `static/img/eu.svg` is what `emblem()` gives.
"""

from math import cos, pi, sin

HEIGHT = 540  # units of the drawing; divides by 2, 3, 18 and, for the border, 25 (21.6)
WIDTH = HEIGHT * 3 // 2
CIRCLE = HEIGHT // 3
STAR = HEIGHT // 18
BORDER = HEIGHT / 25
BLUE, GOLD = "#003399", "#FFCC00"


def around(x, y, radius, turn):
    """The point at `turn` (of 1) clockwise from the top of a circle."""
    angle = 2 * pi * turn
    return x + radius * sin(angle), y - radius * cos(angle)


def star(x, y):
    """SVG path of one star: every second of its five points, so that the lines cross inside."""
    points = (around(x, y, STAR, turn * 2 / 5) for turn in range(5))
    return "M" + "L".join(f"{px:.4f} {py:.4f}" for px, py in points) + "z"


def drawing():
    """The emblem's shapes, `WIDTH` × `HEIGHT`, for an SVG."""
    centres = (around(WIDTH / 2, HEIGHT / 2, CIRCLE, hour / 12) for hour in range(12))
    stars = "".join(star(x, y) for x, y in centres)
    return f'<path fill="{BLUE}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/><path fill="{GOLD}" d="{stars}"/>'


def emblem(border=False):
    """The whole SVG; with `border`, the white one that a coloured ground asks for."""
    edge = BORDER if border else 0
    box = f"{-edge:g} {-edge:g} {WIDTH + 2 * edge:g} {HEIGHT + 2 * edge:g}"
    frame = f"M{-edge:g} {-edge:g}h{WIDTH + 2 * edge:g}v{HEIGHT + 2 * edge:g}H{-edge:g}z"
    ground = f'<path fill="#fff" d="{frame}"/>' if border else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{ground}{drawing()}</svg>\n'
