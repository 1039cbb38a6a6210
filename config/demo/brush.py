"""A small painter of flat, layered landscapes: soft gradients, ridges, water, trees, people.

Coordinates are those of the finished picture; everything is painted twice as large and
made smaller at the end, so that edges are smooth.
"""

import math
from functools import cache
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1067
SCALE = 2


def mix(first, second, share):
    """The colour that lies `share` (0 to 1) of the way from the first to the second."""
    pairs = zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True)
    return "#{:02x}{:02x}{:02x}".format(*(round(a + (b - a) * share) for a, b in pairs))


def gradient(colours, size):
    """A picture that runs from the first colour at the top to the last at the bottom."""
    column = column_of(tuple(colours))
    return column.resize((1, size[1])).resize(size, Image.Resampling.NEAREST)


@cache
def column_of(colours):
    """A gradient one pixel wide; grapes and trees have few of them."""
    ends, steps = [ImageColor.getrgb(each) for each in colours], []
    for y in range(256):
        place = y / 255 * (len(ends) - 1)
        number = min(int(place), len(ends) - 2)
        pairs = zip(ends[number], ends[number + 1], strict=True)
        steps.append(tuple(round(a + (b - a) * (place - number)) for a, b in pairs))
    column = Image.new("RGB", (1, 256))
    column.putdata(steps)
    return column


def part_of_gradient(colours, whole, seen):
    """The box `seen` of one colour, or of the gradient that fills the box `whole`."""
    size = seen[2] - seen[0], seen[3] - seen[1]
    if len(colours) == 1:
        return Image.new("RGB", size, colours[0])
    column = gradient(colours, (1, whole[3] - whole[1]))
    column = column.crop((0, seen[1] - whole[1], 1, seen[3] - whole[1]))
    return column.resize(size, Image.Resampling.NEAREST)


def chance(seed):
    """Numbers by chance that are the same every time, so that a picture is always itself."""
    return Random(seed)  # noqa: S311 (for leaves and waves, not for secrets)


def wave(seed, length=700):
    """A smooth line between -1 and 1, as a function of x."""
    random = chance(seed)
    parts = [(length / each, random.uniform(0, 7), 1 / each) for each in (1, 2.3, 4.7)]
    whole = sum(weight for *_, weight in parts)
    return lambda x: sum(w * math.sin(x * 2 * math.pi / n + p) for n, p, w in parts) / whole


def placed(x, y, size, *points):
    """Points of a figure, given in parts of its size to the right and upwards of (x, y)."""
    return [(x + right * size, y - up * size) for right, up in points]


def grained(picture):
    """The picture with the grain of paper."""
    noise = chance(1).randbytes((WIDTH // 2) * (HEIGHT // 2))
    grain = Image.frombytes("L", (WIDTH // 2, HEIGHT // 2), noise).resize(picture.size)
    return Image.blend(picture, ImageChops.soft_light(picture, grain.convert("RGB")), 0.09)


class Brush:
    """The picture being painted; `sky` are the colours of its ground from top to bottom."""

    def __init__(self, *sky):
        self.picture = gradient(sky, (WIDTH * SCALE, HEIGHT * SCALE))

    def shape(self, points, *colours, alpha=255, blur=0):
        """Fill a polygon with one colour or with a gradient from its top to its bottom."""
        points = [(x * SCALE, y * SCALE) for x, y in points]
        edge = blur * SCALE * 3
        left, top = (math.floor(min(values)) - edge for values in zip(*points, strict=True))
        right, bottom = (math.ceil(max(values)) + edge for values in zip(*points, strict=True))
        whole = left, top, max(left + 1, right), max(top + 1, bottom)
        seen = self.seen(whole, edge)
        if not seen:
            return
        mask = Image.new("L", (seen[2] - seen[0], seen[3] - seen[1]))
        moved = [(x - seen[0], y - seen[1]) for x, y in points]
        ImageDraw.Draw(mask).polygon(moved, fill=alpha)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * SCALE))
        self.picture.paste(part_of_gradient(colours, whole, seen), seen[:2], mask)

    def seen(self, box, edge):
        """What of the box can colour the picture; None when it lies outside."""
        width, height = self.picture.size
        left, top = max(box[0], -edge), max(box[1], -edge)
        right, bottom = min(box[2], width + edge), min(box[3], height + edge)
        return (left, top, right, bottom) if left < right and top < bottom else None

    def oval(self, x, y, across, down, *colours, alpha=255, blur=0):
        turns = [number / 32 * math.pi for number in range(64)]
        points = [(x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns]
        self.shape(points, *colours, alpha=alpha, blur=blur)

    def box(self, x, y, width, height, *colours, alpha=255, blur=0):
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.shape(corners, *colours, alpha=alpha, blur=blur)

    def line(self, points, width, colour):
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        thick = max(1, round(width * SCALE))
        ImageDraw.Draw(self.picture).line(scaled, fill=colour, width=thick, joint="curve")

    def glow(self, x, y, radius, colour, strength=1.0):
        """Light that fades with the distance from a point."""
        side = radius * 2 * SCALE
        light = ImageChops.invert(Image.radial_gradient("L")).resize((side, side))
        # Pillow's gradient reaches its end in the corners: 181 of 255 is the middle of a side.
        shares = [max(0, (value - 74) / 181) for value in range(256)]
        light = light.point([round(share**1.7 * 255 * strength) for share in shares])
        corner = round((x - radius) * SCALE), round((y - radius) * SCALE)
        self.picture.paste(Image.new("RGB", (side, side), colour), corner, light)

    def ridge(self, line, *colours):
        """Land from a line `y = line(x)` down to the bottom of the picture."""
        top = [(x, line(x)) for x in range(-8, WIDTH + 16, 8)]
        self.shape([(-8, HEIGHT), *top, (WIDTH + 8, HEIGHT)], *colours)

    def mist(self, y, depth, colour, strength=120):
        """A veil that is densest at its middle."""
        size = WIDTH * SCALE, depth * SCALE
        veil = gradient(("#000000", "#ffffff", "#000000"), size).convert("L")
        veil = veil.point([round(value * strength / 255) for value in range(256)])
        self.picture.paste(Image.new("RGB", size, colour), (0, round(y * SCALE)), veil)

    def mirror(self, shore, depth, *water, share=0.45):
        """Water below the line `shore`: what stands above it upside down, broken by ripples."""
        size = WIDTH * SCALE, depth * SCALE
        image = self.picture.crop((0, (shore - depth) * SCALE, size[0], shore * SCALE))
        image = image.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        image = image.filter(ImageFilter.GaussianBlur(SCALE * 1.5))
        blended = Image.blend(image, gradient(water, size), share)
        for y in range(0, size[1], 4):
            shift = round(math.sin(y / 17) * (2 + y / size[1] * 9))
            strip = ImageChops.offset(blended.crop((0, y, size[0], y + 4)), shift, 0)
            self.picture.paste(strip, (0, shore * SCALE + y))

    def glints(self, seed, left, right, top, bottom, colour, number):
        """Short bright strokes on water, thinner and closer towards the horizon."""
        random = chance(seed)
        for _each in range(number):
            near = random.random() ** 1.6
            y, half = top + (bottom - top) * near, (6 + 60 * near) * random.uniform(0.4, 1)
            x = random.gauss((left + right) / 2, (right - left) / 4)
            self.oval(x, y, half, 0.8 + 2.2 * near, colour, alpha=random.randint(60, 190))

    def finished(self):
        """The picture in its final size."""
        return grained(self.picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS))
