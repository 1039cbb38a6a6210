"""Three painted views of water: dunes at dusk, a village on a lake, a harbour."""

import math

from .brush import WIDTH, Brush, chance, mix, wave
from .buildings import house, lighthouse, shed
from .figures import boat, gull, person, sitting
from .plants import forest, grass, leafy


def dunes():
    """The open sea from the dunes while the sun goes down."""
    brush = Brush("#243463", "#4a4f86", "#a5607a", "#e58a5c", "#f8c970", "#fbe3ae", "#fbe3ae")
    evening_sea(brush, 500, 1010)
    beach, near, front = wave(5, 1900), wave(11, 1300), wave(23, 1100)
    brush.ridge(lambda x: 742 + x * 0.02 + beach(x) * 14, "#e7c9a0", "#b98f6c")
    brush.ridge(lambda x: 750 + x * 0.02 + beach(x) * 14, "#dcb98d", "#a37b5d")
    for x, tall, coat in ((846, 92, "#8b2823"), (886, 98, "#243463"), (926, 58, "#d98a2b")):
        shade = [(x - 8, 806), (x + 10, 806), (x - 40, 836), (x - 66, 836)]
        brush.shape(shade, "#5d4650", alpha=130, blur=2)
        person(brush, x, 808, tall, coat)

    def hill(x):
        return 800 + near(x) * 46 - 150 * math.exp(-(((x - 180) / 330) ** 2))

    def foreground(x):
        return 925 + front(x) * 36 - 190 * math.exp(-(((x - 1520) / 360) ** 2))

    brush.ridge(hill, "#c69a72", "#7d5d4c")
    grass(brush, 7, hill, (-20, 560), 66, "#34553f", 190)
    sand(brush, foreground)
    grass(brush, 8, foreground, (1040, WIDTH + 20), 120, "#1f3b33", 240)
    grass(brush, 9, foreground, (-20, 1000), 62, "#1f3b33", 110)
    return brush.finished()


def evening_sea(brush, horizon, sun):
    """The sun on the horizon, thin clouds, and its path on the water."""
    brush.glow(sun, horizon - 20, 620, "#fbe3ae", 0.85)
    for x, y, width in ((420, 210, 380), (760, 270, 260), (1280, 180, 420), (150, 330, 300)):
        brush.oval(x, y, width, 10, "#f2a999", alpha=110, blur=8)
        brush.oval(x + 60, y + 16, width * 0.6, 6, "#f8c970", alpha=120, blur=6)
    brush.oval(sun, horizon - 26, 62, 62, "#fff6dc", "#fbd98b")
    brush.box(0, horizon, WIDTH, 400, "#c98663", "#4f7480", "#075365", "#043d4b")
    brush.glints(3, sun - 150, sun + 150, horizon + 3, 760, "#fdeecb", 130)
    brush.glints(4, 0, WIDTH, horizon + 6, 800, "#9ed6e0", 90)
    for x, y in ((560, 250), (610, 232), (668, 262), (1180, 330)):
        gull(brush, x, y, 17, "#35305a")


def sand(brush, line):
    """The nearest dune with the ripples of the wind."""
    brush.ridge(line, "#a37a60", "#5b4750")
    for number in range(9):
        low, turn = 26 + number * 17, number * 2
        places = range(-20, WIDTH + 40, 12)
        ripple = [(x, line(x) + low + 4 * math.sin(x / 46 + turn)) for x in places]
        brush.line(ripple, 1.4, mix("#b88d70", "#5b4750", number / 9))


def lake():
    """A village of wooden houses on a quiet lake in the morning."""
    brush = Brush("#8fc4d2", "#c2dfe0", "#f3ead2", "#fbe3b8", "#fbe3b8", "#d7edf1")
    morning(brush)
    shore, back = 640, wave(37, 900)
    brush.mist(470, 150, "#fdf6e4", 170)
    forest(brush, 43, lambda x: 590 - x * 0.012, "#2f6250", (70, 140), 17, (-20, 430))
    forest(brush, 44, lambda x: 590, "#2f6250", (60, 120), 17, (1240, WIDTH + 20))
    brush.ridge(lambda x: 584 + back(x * 0.7) * 8, "#8db07c", "#4f7d52", "#4f7d52")
    leafy(brush, 2, 602, 612, 160, "#2f6a45", "#9cc06f")
    leafy(brush, 5, 1130, 610, 170, "#2a5f40", "#8fb765")
    houses = [(455, 606, 116, "#8b2823", "#4a3b36"), (640, 618, 160, "#d9a441", "#6d3b2c")]
    houses += [(835, 612, 128, "#075365", "#4a3b36"), (985, 620, 150, "#f3ead8", "#8b2823")]
    houses += [(1185, 610, 118, "#b5562f", "#45413d"), (330, 614, 96, "#e6d9bd", "#7a4030")]
    for row in houses:
        house(brush, *row)
    leafy(brush, 9, 800, 624, 90, "#2f6a45", "#a9c878")
    leafy(brush, 12, 1330, 618, 120, "#2f6a45", "#9cc06f")
    brush.box(0, 622, WIDTH, 22, "#5f8a58", "#3d6a4c")
    brush.mirror(shore, 427, "#b8d6d3", "#4f93a0", "#075365", share=0.42)
    brush.glints(45, 0, WIDTH, shore + 4, 1040, "#fdfaf4", 120)
    jetty(brush)
    rowing_boat(brush)
    reeds(brush)
    return brush.finished()


def morning(brush):
    """A low sun, thin clouds, geese, and the forests of the far shore."""
    brush.glow(330, 330, 560, "#fff6dc", 0.9)
    brush.oval(330, 330, 46, 46, "#fffdf4", "#fff1cf")
    for x, y, width in ((1010, 180, 300), (1330, 250, 220), (640, 120, 230)):
        brush.oval(x, y, width, 12, "#fdfaf4", alpha=150, blur=9)
        brush.oval(x - 80, y + 18, width * 0.55, 8, "#fdfaf4", alpha=130, blur=7)
    for number in range(9):
        side, place = (1, number) if number % 2 else (-1, number)
        gull(brush, 900 + side * place * 15, 270 + place * 9, 10, "#476063")
    far, back = wave(31, 1400), wave(37, 900)
    brush.ridge(lambda x: 440 + far(x) * 34, "#9dbfba", "#c5d9cd")
    forest(brush, 41, lambda x: 510 + back(x) * 22, "#6f9a90", (34, 76), 13)
    brush.ridge(lambda x: 508 + back(x) * 22, "#6f9a90", "#a8c6b0")


def jetty(brush):
    """Planks that lead from the shore towards the reader."""
    for share in (0.35, 0.7, 1):
        y, half = 640 + 190 * share, 26 + 46 * share
        for side in (-1, 1):
            brush.line(
                [(905 + side * half, y), (905 + side * half, y + 12 + 34 * share)],
                3 + 6 * share,
                "#4b3628",
            )
    brush.shape([(879, 638), (931, 638), (980, 836), (830, 836)], "#b4926b", "#8a6a4c")
    for number in range(12):
        share = (number / 12) ** 1.25
        half = 26 + 49 * share
        brush.line(
            [(905 - half, 640 + 196 * share), (905 + half, 640 + 196 * share)],
            0.8 + share,
            "#5b4331",
        )
    brush.box(830, 834, 150, 9, "#5b4331")


def rowing_boat(brush):
    brush.oval(520, 868, 118, 10, "#053642", alpha=120, blur=5)
    hull = [(400, 822), (640, 822), (604, 866), (440, 866)]
    brush.shape(hull, "#8b2823", "#571916")
    brush.shape([(396, 816), (644, 816), (638, 828), (402, 828)], "#f3ead8")
    sitting(brush, 515, 830, 118, "#275639", turn=1)
    brush.shape([(430, 826), (612, 826), (604, 866), (440, 866)], "#8b2823", "#571916")
    brush.line([(548, 800), (690, 872)], 4, "#caa877")


def reeds(brush):
    random = chance(77)
    for _each in range(150):
        x = random.choice((random.uniform(-10, 330), random.uniform(1290, WIDTH + 10)))
        tall, bend = random.uniform(90, 250), random.uniform(-14, 26)
        colour = mix("#1d4a3a", "#8aa45a", random.random() * 0.6)
        brush.shape([(x - 2.4, 1080), (x + bend, 1067 - tall), (x + 2.4, 1080)], colour)
        if random.random() < 0.22:
            brush.oval(x + bend, 1067 - tall + 6, 4.5, 20, "#5a3b26")


def harbour():
    """A small fishing harbour with sheds, boats and a light."""
    brush = Brush("#2f7f93", "#72b3bf", "#b4dfe7", "#f3ead2", "#fbd9a0", "#d7edf1")
    for x, y, width in ((260, 150, 300), (1130, 110, 380), (760, 230, 240)):
        brush.oval(x, y, width, 16, "#fdfaf4", alpha=130, blur=10)
    brush.box(0, 470, WIDTH, 140, "#5f9fab", "#2f7f93")
    brush.shape([(0, 470), (330, 452), (520, 470)], "#6f9a90")
    mole(brush)
    quay(brush)
    brush.mirror(600, 467, "#5b9cab", "#0f6679", "#033642", share=0.5)
    brush.glints(51, 0, WIDTH, 614, 1050, "#d7edf1", 130)
    boat(brush, 1130, 668, 260, "#275639", "#fdfaf4")
    boat(brush, 150, 742, 330, "#075365", "#f5ae39")
    boat(brush, 640, 820, 470, "#8b2823", "#fdfaf4")
    for x, y, span in ((1010, 250, 26), (1075, 285, 20), (620, 170, 22), (300, 300, 18)):
        gull(brush, x, y, span, "#fdfaf4")
    return brush.finished()


def mole(brush):
    """Boulders in the sea with the light on them."""
    rocks = [(1060, 546), (1110, 502), (WIDTH, 488), (WIDTH, 556)]
    brush.shape(rocks, "#8a7d6c", "#4f463d")
    random = chance(6)
    for _each in range(150):
        x, y, size = random.uniform(1085, WIDTH), random.uniform(512, 548), random.uniform(5, 13)
        brush.oval(x, y, size, size * 0.6, mix("#8a7d6c", "#4f463d", random.random()), alpha=200)
    brush.line([(1060, 552), (WIDTH, 560)], 3, "#d7edf1")
    lighthouse(brush, 1420, 494)


def quay(brush):
    """Net sheds in a row on a wall of stone, and people in front of them."""
    brush.box(0, 566, 1010, 40, "#a8977e", "#6d604f")
    for number in range(26):
        brush.line([(number * 39, 570), (number * 39, 604)], 1.4, "#57493b")
    sheds = [(30, 150, "#8b2823"), (205, 120, "#e6d9bd"), (345, 165, "#075365")]
    sheds += [(535, 125, "#d9a441"), (680, 150, "#8b2823"), (850, 110, "#275639")]
    for x, width, wall in sheds:
        shed(brush, x, 568, width, wall)
    people = [(190, 80, 0, "#275639", 1), (600, 84, 1, "#f3ead8", 1), (652, 80, 0, "#075365", -1)]
    for x, tall, arm, coat, turn in [*people, (975, 82, -1, "#8b2823", -1)]:
        person(brush, x, 582, tall, coat, turn=turn, arm=arm)
