"""People, boats, birds and clouds of the painted landscapes."""

from .brush import mix, placed

SKIN = "#edc19a"


def head(brush, x, y, size, hair, turn=0):
    """A head with hair; the face looks to the left (-1), to the right (1) or away."""
    brush.oval(x, y, size * 0.8, size, hair)
    if turn:
        brush.oval(x + turn * size * 0.22, y + size * 0.18, size * 0.56, size * 0.74, SKIN)


def person(brush, x, foot, height, coat, turn=0, arm=0, hair="#4a3226"):
    """A standing figure; `arm` lifts one arm to the left (-1) or right (1)."""
    shoulder, trousers = foot - height * 0.81, mix(coat, "#09262a", 0.75)
    for side in (-1, 1):
        leg = (side * 0.085, 0), (side * 0.03, 0), (side * 0.005, 0.44), (side * 0.085, 0.44)
        brush.shape(placed(x, foot, height, *leg), trousers)
    half = (0.07, 0.81), (0.125, 0.75), (0.12, 0.38)
    body = [(-right, up) for right, up in reversed(half)] + list(half)
    shades = mix(coat, "#fdfaf4", 0.1), mix(coat, "#09262a", 0.15)
    brush.shape(placed(x, foot, height, *body), *shades)
    if arm:
        sleeve = placed(x, shoulder, height, (arm * 0.09, -0.06), (arm * 0.3, -0.02))
        brush.line(sleeve, height * 0.055, coat)
        brush.oval(*sleeve[1], height * 0.032, height * 0.03, SKIN)
    neck = (-0.022, 0.03), (0.022, 0.03), (0.022, -0.015), (-0.022, -0.015)
    brush.shape(placed(x, shoulder, height, *neck), "#d9a883")
    head(brush, x, shoulder - height * 0.085, height * 0.082, hair, turn)


def sitting(brush, x, table, height, coat, turn=1, hair="#4a3226"):
    """A figure at a table, seen from the table's edge upwards; `turn` leans it left or right."""
    shoulder, lean = table - height * 0.52, turn * 0.05
    body = (-0.19, 0), (lean - 0.2, 0.42), (lean - 0.11, 0.52), (lean + 0.11, 0.52)
    body = placed(x, table, height, *body, (lean + 0.2, 0.42), (0.19, 0))
    brush.shape(body, mix(coat, "#fdfaf4", 0.12), coat)
    arm = placed(x, table, height, (turn * 0.17, 0.36), (turn * 0.22, 0.08), (turn * 0.44, 0.1))
    brush.line(arm, height * 0.1, coat)
    brush.oval(*arm[2], height * 0.06, height * 0.05, SKIN)
    neck = (lean - 0.04, 0.06), (lean + 0.04, 0.06), (lean + 0.04, -0.03), (lean - 0.04, -0.03)
    brush.shape(placed(x, shoulder, height, *neck), "#d9a883")
    head(brush, x + lean * 1.3 * height, shoulder - height * 0.15, height * 0.135, hair, turn)


def boat(brush, x, water, length, hull, stripe):
    """A wooden fishing boat with a wheelhouse, and its reflection on the water."""
    deep = placed(x, water, length, (0.05, 0), (0.95, 0), (1.02, -0.17), (-0.01, -0.136))
    brush.shape(deep, mix(hull, "#075365", 0.45), "#075365", alpha=165, blur=4)
    light = placed(x, water, length, (0.5, -0.17), (0.76, -0.17), (0.76, -0.374), (0.5, -0.374))
    brush.shape(light, "#c8d6d2", alpha=70, blur=5)
    rigging(brush, x, water, length)
    wheelhouse(brush, x, water, length, stripe)
    top = (-0.02, 0.1785), (0.85, 0.17), (1.04, 0.289)
    sides = placed(x, water, length, *top, (0.92, -0.01), (0.08, -0.01))
    brush.shape(sides, hull, mix(hull, "#09262a", 0.4))
    rail = placed(x, water, length, *top, (1.03, 0.255), (0.85, 0.133), (-0.012, 0.141))
    brush.shape(rail, stripe)


def rigging(brush, x, water, length):
    """A mast and two ropes."""
    for width, *points in (
        (3, (0.3, 0.17), (0.3, 0.75)),
        (1, (0.3, 0.72), (0.02, 0.17)),
        (1, (0.3, 0.72), (0.97, 0.238)),
    ):
        brush.line(placed(x, water, length, *points), width, "#3a2a20")


def wheelhouse(brush, x, water, length, stripe):
    """The white cabin with three windows and a painted roof."""
    walls = placed(x, water, length, (0.48, 0.17), (0.5, 0.425), (0.76, 0.425), (0.78, 0.17))
    brush.shape(walls, "#fdfaf4", "#d7cdb8")
    roof = placed(x, water, length, (0.47, 0.45), (0.79, 0.45), (0.79, 0.416), (0.47, 0.416))
    brush.shape(roof, stripe)
    for left in (0.525, 0.605, 0.685):
        pane = (left, 0.374), (left + 0.055, 0.374), (left + 0.055, 0.272), (left, 0.272)
        brush.shape(placed(x, water, length, *pane), "#284549")


def gull(brush, x, y, span, colour):
    """Two wings, far away."""
    for side in (-1, 1):
        wing = [
            (x, y),
            (x + side * span * 0.5, y - span * 0.24),
            (x + side * span, y - span * 0.05),
        ]
        wing += [(x + side * span * 0.5, y - span * 0.14)]
        brush.shape(wing, colour)


def cloud(brush, x, y, width, colour, shade):
    """A flat-bottomed cloud of summer."""
    for dx, size in ((-0.32, 0.14), (-0.12, 0.22), (0.1, 0.26), (0.3, 0.16)):
        brush.oval(
            x + dx * width,
            y - size * width * 0.28,
            size * width,
            size * width * 0.55,
            colour,
            shade,
            alpha=235,
            blur=3,
        )
    brush.oval(x, y + width * 0.02, width * 0.46, width * 0.045, shade, alpha=220, blur=4)
