"""Two painted views of the land: a rye field, and hills with vines."""

from .brush import HEIGHT, WIDTH, Brush, chance, mix, wave
from .buildings import church, house
from .figures import cloud, gull, person
from .plants import ear, flower, forest, grapes, leafy, vine


def field():
    """A field of rye in high summer, a village and its church behind it."""
    brush = Brush("#3f8ea3", "#7fbcc9", "#c9e2e2", "#f8ecd0", "#f8ecd0", "#f8ecd0")
    brush.glow(1230, 190, 420, "#fff6dc", 0.7)
    for x, y, width in ((330, 250, 420), (860, 170, 300), (1290, 330, 360), (60, 400, 240)):
        cloud(brush, x, y, width, "#ffffff", "#e6e9e0")
    far = wave(61, 1500)
    brush.ridge(lambda x: 525 + far(x) * 22, "#8fb7b0", "#b9cfb4")
    forest(brush, 62, lambda x: 572 + far(x * 1.3) * 10, "#5f8f7f", (26, 58), 11)
    brush.ridge(lambda x: 570 + far(x * 1.3) * 10, "#a9c07f", "#7da063")
    church(brush, 1000, 604)
    for seed, x, foot, tall in ((3, 880, 606, 120), (8, 1110, 606, 140), (4, 620, 610, 100)):
        leafy(brush, seed, x, foot, tall, "#2f6a45", "#93b960")
    house(brush, 690, 612, 120, "#8b2823", "#4a3b36")
    house(brush, 1170, 610, 104, "#f3ead8", "#7f490c")
    house(brush, 500, 608, 90, "#d9a441", "#5b4331")
    leafy(brush, 14, 470, 614, 90, "#2f6a45", "#a9c878")
    brush.ridge(lambda x: 612 + far(x + 300) * 8, "#e0b64f", "#f5c65a", "#d8952a", "#8a5a17")
    rows_of_rye(brush)
    ears(brush)
    return brush.finished()


def rows_of_rye(brush):
    """Tracks that run together far away, lit from one side."""
    for number in range(-26, 60):
        near, away = number * 74 - 300, 700 + number * 6
        colour = "#fbdf8e" if number % 2 else "#c98a2c"
        strip = [(away, 618), (away + 3, 618), (near + 46, HEIGHT + 4), (near, HEIGHT + 4)]
        brush.shape(strip, colour, alpha=66, blur=2)
    for shift in (0, 46):
        track = [(716 + shift / 8, 618), (718 + shift / 8, 618)]
        track += [(560 + shift * 5 + 34, HEIGHT + 4), (560 + shift * 5, HEIGHT + 4)]
        brush.shape(track, "#b98226", "#8f6a25", alpha=150, blur=2)


def ears(brush):
    """Ears of rye and flowers close to the reader, in front of a softer crowd."""
    random = chance(66)
    rows = sorted(random.uniform(760, 1130) for _each in range(520))
    for foot in rows:
        near = (foot - 760) / 370
        x, tall = random.uniform(-20, WIDTH + 20), 40 + 170 * near * random.uniform(0.7, 1)
        if 560 + (1067 - foot) * 0.42 < x < 850 - (1067 - foot) * 0.28:
            continue
        bend = tall * random.uniform(0.05, 0.3)
        colour = mix("#b9791f", "#fbdf8e", random.random())
        tip = (x + bend, foot - tall)
        brush.line([(x, foot), (x + bend * 0.4, foot - tall * 0.6), tip], 0.8 + 1.6 * near, colour)
        ear(brush, tip, 2 + 4 * near, colour)
        if random.random() < 0.13:
            flower(brush, x + 14, foot - tall * 0.62, 3 + 6 * near, random)


def hills():
    """The hills of northern Moldova with a vineyard and a village, in early autumn."""
    brush = Brush("#6fa8c0", "#b7d3d2", "#f6e3b4", "#f8d08a", "#f8d08a")
    brush.glow(460, 380, 560, "#fff6dc", 0.9)
    brush.oval(460, 366, 50, 50, "#fffdf4", "#fff1cf")
    for x, y, width in ((1120, 170, 340), (790, 240, 220), (180, 190, 260)):
        cloud(brush, x, y, width, "#fffaf0", "#f3ddbb")
    lines = [
        wave(seed, length) for seed, length in ((81, 1500), (86, 1300), (89, 1700), (93, 1500))
    ]
    brush.ridge(lambda x: 470 + lines[0](x) * 46, "#93b5b4", "#c4cfae")
    brush.ridge(lambda x: 540 + lines[1](x) * 42, "#a3b886", "#c9c283")
    stripes(brush, lines[1], 540, 42)
    brush.ridge(lambda x: 630 + lines[2](x) * 40, "#c2b25a", "#8f9a4a")
    village(brush, lambda x: 640 + lines[2](x) * 40)

    def slope(x):
        return 745 + lines[3](x) * 36 + 0.00009 * (x - 1250) ** 2 - 60

    brush.ridge(slope, "#8aa24a", "#4f7d42", "#2d5a38")
    vines(brush, slope)
    harvest(brush)
    for x, y in ((690, 330), (735, 312), (650, 352)):
        gull(brush, x, y, 15, "#5a6a70")
    return brush.finished()


def stripes(brush, line, base, height):
    """Fields far away: narrow strips along the hill."""
    random = chance(84)
    x = -20
    while x < WIDTH:
        width = random.uniform(60, 150)
        colour = random.choice(("#d8b85a", "#8fae6a", "#c98f4a", "#a9be7a", "#e3cf86"))
        top = [(place, base + 10 + line(place) * height) for place in (x, x + width / 2, x + width)]
        low = [(x + width - 40, 700), (x - 40, 700)]
        brush.shape([*top, *low], colour, alpha=150)
        x += width


def village(brush, line):
    for number, x in enumerate((930, 1020, 1105, 1200, 1290, 860)):
        wall = ("#fdfaf4", "#8fc4d2", "#f3ead8", "#6fa8c0", "#fdfaf4", "#e6d9bd")[number]
        house(
            brush,
            x,
            line(x) + 12,
            66 + number % 3 * 10,
            wall,
            ("#b5562f", "#8b2823")[number % 2],
            "#476063",
        )
    for x, tall in (
        (905, 130),
        (1000, 110),
        (1180, 150),
        (1195, 120),
        (1372, 140),
        (835, 100),
        (1390, 112),
    ):
        foot = line(x) + 14
        brush.oval(x, foot - tall * 0.5, tall * 0.085, tall * 0.5, "#5f8a4c", "#27523a")
    for seed, x in ((4, 1085), (7, 1275), (9, 950)):
        leafy(brush, seed, x, line(x) + 18, 62, "#3f7a45", "#d9b64a")


def vines(brush, slope):
    """Rows of vines that run from the slope's edge towards the reader."""
    random = chance(95)
    for number in range(-9, 22):
        away, near = 640 + number * 46, 560 + number * 190 - 700
        lane = [(away - 3, slope(away) + 12), (away + 3, slope(away) + 12)]
        brush.shape(
            [*lane, (near + 34, HEIGHT + 60), (near - 34, HEIGHT + 60)],
            "#3d6a3c",
            "#173a2a",
            blur=1,
        )
        for step in range(46):
            share = (step / 45) ** 1.7
            x, top = away + (near - away) * share, slope(away)
            y, size = top + 10 + (HEIGHT + 60 - top) * share, 5 + 44 * share
            if not (-60 < x < WIDTH + 60 and y < HEIGHT + 60):
                continue
            vine(brush, random, x, y, size)
            if share > 0.18 and random.random() < 0.3:
                grapes(brush, x + random.uniform(-0.3, 0.3) * size, y - size * 0.3, size * 0.085)


def harvest(brush):
    """Two people at the harvest with their baskets."""
    for x, foot, tall, coat, turn in (
        (300, 905, 190, "#8b2823", 1),
        (1115, 862, 150, "#fdfaf4", -1),
    ):
        person(brush, x, foot, tall, coat, turn=turn, hair="#3a2820")
        left, high = x + turn * tall * 0.24, tall * 0.17
        brush.oval(left, foot - high, tall * 0.13, high * 0.4, "#6a6fae", "#35305a")
        side = [(left - tall * 0.15, foot - high), (left + tall * 0.15, foot - high)]
        brush.shape(
            [*side, (left + tall * 0.1, foot), (left - tall * 0.1, foot)], "#c9a066", "#8a5a17"
        )
