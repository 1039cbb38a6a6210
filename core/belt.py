"""The belt (josta): a woven pattern grown from a page's address, in place of a picture.

Motifs are functions of (|x|, |y|), so that every figure is its own mirror image on both axes
and no figure with hooks that turn one way can come out. Keep that rule when adding motifs.
"""

import hashlib
from functools import cache

REACH = 7  # cells from the middle of a motif to its edge
STEP = 16  # cells from one motif to the next
MOTIFS = [
    lambda u, v: (u + v) in (0, 1, 4, 5, 7),
    lambda u, v: (u + v) in (0, 3, 6, 7),
    lambda u, v: (u + v) % 4 in (0, 1),
    lambda u, v: (u + v <= 6 and abs(u - v) >= 3 and min(u, v) <= 1) or 1 <= u == v <= 4,
    lambda u, v: (
        (abs(u - v) >= 3 and max(u, v) <= 6 and min(u, v) <= 2) or 2 <= u == v <= 5 or u + v <= 1
    ),
    lambda u, v: (u == 0 and v < 7) or (u + v) in (3, 6),
    lambda u, v: u == v <= 6 or (max(u, v) == 6 and 4 <= min(u, v) <= 6) or (u == 0 and v <= 1),
    lambda u, v: (
        (u + v) % 7 == 0
        or (u - v) % 7 == 0
        or (u + v) == 2
        or abs(7 - u) + v in (0, 2)
        or u + abs(7 - v) in (0, 2)
    ),
    lambda u, v: (
        (u + v) % 7 == 0
        or (u + v <= 3 and u * v == 0)
        or u == v == 1
        or abs(7 - u) + v <= 2
        or u + abs(7 - v) <= 2
    ),
    lambda u, v: (u + v) in (7, 5) or u == v <= 1 or u + v == 2,
]
WIDTH, HEIGHT, MIDDLE = 65, 37, 18


def chosen_motifs(seed):
    """Numbers of two different motifs that belong to this seed for ever."""
    digest = hashlib.blake2b(seed.encode(), digest_size=8).digest()
    numbers = dict.fromkeys([*(byte % len(MOTIFS) for byte in digest), 0, 4])
    return tuple(numbers)[:2]


def path(cells):
    """SVG path of a set of (x, y) cells; neighbours in a row become one rectangle."""
    parts = []
    for x, y in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        if (x - 1, y) in cells:
            continue
        end = x
        while (end, y) in cells:
            end += 1
        parts.append(f"M{x} {y}h{end - x}v1h{x - end}z")
    return "".join(parts)


def motif(figure, x, y):
    """The cells of one motif around a middle."""
    span = range(-REACH, REACH + 1)
    return {(x + dx, y + dy) for dy in span for dx in span if figure(abs(dx), abs(dy))}


def cover(seed):
    """Two SVG paths on a grid of 65 × 37 cells: the ground weave and the belt across it."""
    first, second = chosen_motifs(seed)
    return ground(), figures(first, 0) + figures(second, 1)


@cache
def ground():
    cells = {
        (x, y)
        for y in range(HEIGHT)
        for x in range(WIDTH)
        if (2 * abs(x - 32) + abs(y - MIDDLE)) % 5 == 0 and abs(y - MIDDLE) > 12
    }
    return path(cells)


@cache
def figures(number, turn):
    """The motif of this number at every second place of the belt; those of turn 0 stand on the
    middle and on the edges and bring the belt's dotted borders with them."""
    cells = set()
    for x in range(32 - STEP * (2 - turn), WIDTH + REACH, 2 * STEP):
        cells |= motif(MOTIFS[number], x, MIDDLE)
    if turn == 0:
        for x in range(WIDTH):
            cells |= {(x, 8), (x, 28)} | ({(x, 9), (x, 27)} if x % 2 == 0 else set())
    return path({cell for cell in cells if 0 <= cell[0] < WIDTH})
