"""A painted view of people who meet in a clearing of the forest."""

from .brush import WIDTH, Brush, chance, mix, wave
from .figures import person, sitting
from .plants import forest, pine


def clearing():
    """People around a long table in a clearing, lamps between the trees, late evening."""
    brush = Brush("#123a44", "#2b6a68", "#86a877", "#f3cf86", "#f8dca0", "#6c8b52", "#2f5a3f")
    edge_of_forest(brush)
    for x, width in ((70, 60), (250, 38), (1360, 44), (1530, 70)):
        pine(brush, x, width)
    lamps(brush)
    coats = ("#8b2823", "#f3ead8", "#075365", "#d98a2b", "#35427d")
    hairs = ("#a9742f", "#4a3226", "#2a1f1a", "#6b6660", "#4a3226")
    for number, (coat, hair) in enumerate(zip(coats, hairs, strict=True)):
        turn = -1 if number % 2 or number == 4 else 1
        sitting(brush, 470 + number * 162, 742, 170, coat, turn=turn, hair=hair)
    table(brush)
    person(brush, 330, 900, 300, "#275639", turn=1, arm=1, hair="#2a1f1a")
    person(brush, 1290, 905, 290, "#8b2823", turn=-1, hair="#a9742f")
    person(brush, 1372, 925, 190, "#f5ae39", turn=-1, hair="#4a3226")
    random = chance(75)
    for _each in range(420):
        x, y = random.uniform(0, WIDTH), 1075 - random.random() ** 2 * 120
        tip = (x + random.uniform(-9, 9), y - random.uniform(16, 60))
        blade = mix("#0f3028", "#6d9a4e", random.random() * 0.7)
        brush.shape([(x - 2, y), tip, (x + 2, y)], blade)
    return brush.finished()


def edge_of_forest(brush):
    """Spruces around the clearing, the last light behind them, the lamps' light on the grass."""
    brush.glow(820, 500, 620, "#fff1c4", 0.95)
    brush.box(0, 560, WIDTH, 110, "#84a97f", "#6f9a7c")
    forest(brush, 71, lambda x: 650, "#6f9a7c", (200, 320), 30)
    brush.mist(430, 240, "#fbe3ae", 150)
    for seed, span in ((72, (-40, 480)), (73, (1130, WIDTH + 40))):
        brush.box(span[0], 560, span[1] - span[0] - 30, 100, "#2f6250")
        forest(brush, seed, lambda x: 655, "#2f6250", (220, 400), 36, span)
    ground = wave(74, 1200)
    brush.ridge(lambda x: 640 + ground(x) * 10, "#b9c06a", "#5f8a4c", "#2c5a3c", "#183c2f")
    brush.glow(800, 770, 520, "#f8c970", 0.55)


def lamps(brush):
    """Two strings of bulbs, hanging from trunk to trunk."""
    for left, right, top, sag in ((80, 1525, 300, 150), (255, 1362, 240, 110)):
        points = [
            (x, top + sag * (1 - ((x - (left + right) / 2) / ((right - left) / 2)) ** 2))
            for x in range(left, right + 1, 10)
        ]
        brush.line(points, 1.6, "#22343a")
        for x, y in points[6::11]:
            brush.glow(x, y + 12, 70, "#fff1c4", 0.75)
            brush.oval(x, y + 12, 7, 10, "#fffdf4", "#f8c970")


def table(brush):
    """A long table with a cloth that has a woven border, and what is on it."""
    brush.oval(800, 905, 520, 34, "#0f2f27", alpha=150, blur=12)
    for x in (380, 1200):
        brush.shape([(x - 10, 780), (x + 12, 780), (x + 20, 905), (x, 905)], "#5b4331", "#3d2a22")
    brush.shape([(355, 738), (1245, 738), (1290, 780), (310, 780)], "#fdfaf4", "#f0e6d2")
    brush.shape([(310, 780), (1290, 780), (1280, 838), (320, 838)], "#eadfc8", "#cbbb9b")
    brush.box(318, 806, 964, 4, "#8b2823")
    brush.box(319, 828, 962, 3, "#8b2823")
    for number in range(40):
        x, colour = 332 + number * 24, "#8b2823" if number % 2 else "#275639"
        brush.shape([(x, 819), (x + 8, 812), (x + 16, 819), (x + 8, 826)], colour)
    for x, y in ((540, 752), (725, 764), (880, 750), (1050, 762)):
        cup = [(x, y - 22), (x + 20, y - 22), (x + 17, y), (x + 3, y)]
        brush.shape(cup, "#35427d", "#232c52")
    for x in (430, 630, 985):
        sheet = [(x, 752), (x + 74, 748), (x + 84, 768), (x + 8, 772)]
        brush.shape(sheet, "#ffffff", "#e4e9f9")
        brush.line([(x + 14, 759), (x + 66, 756)], 1.5, "#8b7f69")
    brush.oval(810, 772, 52, 9, "#7f490c", "#5b3a10")
    for dx, colour in ((-28, "#8b2823"), (-6, "#f5ae39"), (18, "#8b2823"), (6, "#b5562f")):
        brush.oval(810 + dx, 762, 14, 13, mix(colour, "#fdfaf4", 0.2), colour)
