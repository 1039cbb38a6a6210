"""Trees and grasses of the painted landscapes."""

import math

from .brush import WIDTH, chance, mix


def spruce(brush, x, foot, height, colour):
    """A spruce of four tiers on its trunk."""
    half = height * 0.2
    brush.box(x - height * 0.015, foot - height * 0.1, height * 0.03, height * 0.1, colour)
    for tier in range(4):
        top = foot - height * (1 - tier * 0.2)
        wide = half * (0.42 + tier * 0.2)
        low = top + height * (0.3 + tier * 0.01)
        points = [(x, top), (x + wide, low), (x, low - height * 0.035), (x - wide, low)]
        brush.shape(points, colour)


def forest(brush, seed, line, colour, heights=(40, 90), spacing=16, span=(-20, WIDTH + 20)):
    """A wall of spruces whose feet follow a line."""
    random = chance(seed)
    x = span[0]
    while x < span[1]:
        height = random.uniform(*heights)
        spruce(brush, x, line(x) + 6, height, mix(colour, "#fdfaf4", random.uniform(0, 0.06)))
        x += spacing * random.uniform(0.6, 1.4)


def leafy(brush, seed, x, foot, height, dark, light):
    """A round tree: clumps of leaves, lit from the upper left."""
    random = chance(seed)
    brush.box(
        x - height * 0.03,
        foot - height * 0.4,
        height * 0.06,
        height * 0.4,
        mix(dark, "#3a2a20", 0.6),
    )
    for number in range(26):
        share = number / 26
        dx, dy = random.uniform(-0.3, 0.3) * height, random.uniform(-0.3, 0.3) * height
        size = height * random.uniform(0.09, 0.17)
        colour = mix(dark, light, share * random.uniform(0.6, 1))
        brush.oval(
            x + dx * 0.9 - share * height * 0.05,
            foot - height * 0.66 + dy - share * 8,
            size,
            size * 0.85,
            colour,
        )


def grass(brush, seed, line, span, height, colour, number):
    """Tufts of beach grass, bent by the wind."""
    random = chance(seed)
    for _each in range(number):
        x = random.uniform(*span)
        tall, bend = height * random.uniform(0.5, 1.1), random.uniform(0.15, 0.55)
        foot, tip = line(x) + random.uniform(0, 16), (x + tall * bend, line(x) - tall)
        middle = (x + tall * bend * 0.3, line(x) - tall * 0.55)
        shade = mix(colour, "#f5ae39", random.uniform(0, 0.35))
        brush.shape(
            [(x - 2, foot), middle, tip, (middle[0] + 3, middle[1]), (x + 2.5, foot)], shade
        )


def pine(brush, x, width):
    """A tall pine, its trunk lit from the clearing."""
    bark, light = ("#3d2a22", "#b5662f") if x < WIDTH / 2 else ("#b5662f", "#3d2a22")
    for number in range(12):
        left = x - width / 2 + width * number / 12
        right = left + width / 12 + 1
        strip = [(left, -10), (right, -10), (right + number - 4, 880), (left + number - 6, 880)]
        brush.shape(strip, mix(bark, light, number / 11))
    brush.oval(x, 880, width * 1.1, 16, "#183c2f", alpha=180, blur=6)
    random = chance(x)
    for _each in range(30):
        left, y = x + random.uniform(-0.45, 0.3) * width, random.uniform(10, 850)
        brush.line([(left, y), (left + width * 0.14, y + 9)], 1.6, "#3d2a22")
    for _each in range(26):
        aside = max(-190, min(190, random.gauss(0, 120)))
        y = random.uniform(-50, 40) + (190 - abs(aside)) * 0.2
        across, down = random.uniform(30, 80), random.uniform(14, 34)
        colour = mix("#12382e", "#3f7a55", random.random())
        brush.oval(x + aside, y, across, down, colour, alpha=235)


def ear(brush, tip, size, colour):
    """An ear of rye, hanging from its tip: seven grains on two sides."""
    for grain in range(7):
        share, side = grain / 7, 1 if grain % 2 else -1
        x = tip[0] + (share * 4 + side * 0.4) * size
        y = tip[1] + (share * 7 - 2) * size
        brush.oval(x, y, size * 0.7, size * 1.3, colour)


def flower(brush, x, y, size, random):
    petals = random.choice(("#35427d", "#4b5cab", "#8b2823"))
    for number in range(7):
        turn = number / 7 * 2 * math.pi
        brush.oval(
            x + math.cos(turn) * size,
            y + math.sin(turn) * size * 0.7,
            size * 0.55,
            size * 0.45,
            petals,
        )
    brush.oval(x, y, size * 0.45, size * 0.35, mix(petals, "#09262a", 0.5))


def vine(brush, random, x, y, size):
    """Leaves of one vine, some already yellow."""
    autumn = random.choice(("#8fae4a", "#8fae4a", "#5f8a4c", "#c9a23a", "#a8552b"))
    for _leaf in range(5):
        colour = mix("#2b5a36", autumn, random.uniform(0.15, 0.85))
        dx, dy = random.uniform(-0.45, 0.45) * size, random.uniform(-0.75, 0.1) * size
        half = size * random.uniform(0.2, 0.34)
        brush.oval(x + dx, y + dy, half, half * 0.85, colour)


def grapes(brush, x, y, size):
    for row in range(4):
        for place in range(4 - row):
            left = x + (place - (3 - row) / 2) * size * 1.7
            brush.oval(left, y + row * size * 1.5, size, size, "#6a6fae", "#35305a")
