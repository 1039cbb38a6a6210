"""Buildings of the painted landscapes."""

from .brush import mix, placed


def boards(brush, walls, number, colour, upright=False):
    """The lines between the boards of a wall: `walls` is (x, top, width, height)."""
    x, top, width, height = walls
    for share in [each / number for each in range(1, number)]:
        line = [(x, top + height * share), (x + width, top + height * share)]
        if upright:
            line = [(x + width * share, top), (x + width * share, top + height)]
        brush.line(line, 0.65, colour)


def house(brush, x, foot, width, wall, roof, window="#f8c970"):
    """A wooden house seen from its long side, with a gabled roof and lit windows."""
    tall, rise, dark = width * 0.36, width * 0.34, mix(wall, "#09262a", 0.22)
    chimney = (0.62, 0.751), (0.7, 0.751), (0.7, 0.411), (0.62, 0.411)
    brush.shape(placed(x, foot, width, *chimney), mix(roof, "#000000", 0.25))
    brush.box(x, foot - tall, width, tall, wall, dark)
    boards(brush, (x, foot - tall, width, tall), 9, dark)
    ridge = [(x - width * 0.06, foot - tall + 3), (x + width * 0.16, foot - tall - rise)]
    ridge += [(x + width * 0.84, foot - tall - rise), (x + width * 1.06, foot - tall + 3)]
    brush.shape(ridge, mix(roof, "#fdfaf4", 0.12), roof)
    for number in range(3):
        left, top = x + width * (0.12 + number * 0.3), foot - tall * 0.78
        pane, high, middle = width * 0.14, tall * 0.42, left + width * 0.07
        brush.box(left - 2, top - 2, pane + 4, high + 4, "#fdfaf4")
        brush.box(left, top, pane, high, window, mix(window, "#b0561b", 0.35))
        brush.line([(middle, top), (middle, top + high)], 1, "#fdfaf4")


def shed(brush, x, foot, width, wall):
    """A net shed seen from its gable, with a double door."""
    dark = mix(wall, "#09262a", 0.3)
    front = (0, 0.55), (0.5, 1.05), (1, 0.55), (1, 0), (0, 0)
    brush.shape(placed(x, foot, width, *front), wall, dark)
    boards(brush, (x, foot - width * 0.55, width, width * 0.55), 10, dark, upright=True)
    brush.line(placed(x, foot, width, (-0.07, 0.49), (0.5, 1.11), (1.07, 0.49)), 9, "#3f3a36")
    door = (0.28, 0.396), (0.72, 0.396), (0.72, 0), (0.28, 0)
    brush.shape(placed(x, foot, width, *door), "#fdfaf4")
    for left in (0.3, 0.51):
        leaf = (left, 0.38), (left + 0.19, 0.38), (left + 0.19, 0), (left, 0)
        brush.shape(placed(x, foot, width, *leaf), mix(wall, "#09262a", 0.55))
    loft = (0.43, 0.775), (0.57, 0.775), (0.57, 0.635), (0.43, 0.635)
    brush.shape(placed(x, foot, width, *loft), "#f8c970")


def lighthouse(brush, x, foot):
    brush.glow(x, foot - 206, 190, "#fff1c4", 0.9)
    brush.shape(
        [(x - 30, foot), (x - 19, foot - 180), (x + 19, foot - 180), (x + 30, foot)],
        "#fdfaf4",
        "#d7cdb8",
    )
    for low, high in ((30, 66), (102, 138)):
        left, right = 30 - low * 0.061, 30 - high * 0.061
        band = [
            (x - left, foot - low),
            (x - right, foot - high),
            (x + right, foot - high),
            (x + left, foot - low),
        ]
        brush.shape(band, "#8b2823")
    brush.box(x - 26, foot - 188, 52, 9, "#3f3a36")
    brush.box(x - 15, foot - 218, 30, 31, "#fff1c4", "#f8c970")
    brush.shape([(x - 20, foot - 217), (x, foot - 242), (x + 20, foot - 217)], "#8b2823")


def church(brush, x, foot):
    """A white country church, its tower to the left."""
    brush.box(x, foot - 74, 120, 74, "#fdfaf4", "#d7cdb8")
    brush.shape(
        [(x - 6, foot - 72), (x + 8, foot - 122), (x + 112, foot - 122), (x + 128, foot - 72)],
        "#8b2823",
        "#6a1f1b",
    )
    for number in range(3):
        brush.oval(x + 32 + number * 32, foot - 42, 6, 14, "#476063")
    brush.box(x - 46, foot - 138, 52, 138, "#ffffff", "#d7cdb8")
    brush.shape(
        [(x - 52, foot - 136), (x - 20, foot - 268), (x + 12, foot - 136)], "#4f6b6e", "#2c484c"
    )
    brush.line([(x - 20, foot - 296), (x - 20, foot - 262)], 2.4, "#7f490c")
    brush.line([(x - 28, foot - 284), (x - 12, foot - 284)], 2.4, "#7f490c")
    brush.oval(x - 20, foot - 108, 9, 13, "#476063")
    brush.oval(x - 20, foot - 58, 7, 16, "#476063")
    brush.box(x - 28, foot - 24, 16, 24, "#7f490c")
