"""The drawings of static/img that are made from rules: `python -m config.drawings` writes them.

eu.svg     the European emblem, by Annex IX of Regulation (EU) 2021/1060
mark.svg   the site's own mark, also its icon in the browser
belt.svg   the band between parts of a page, a mask for one colour
belts.svg  the parts of the belts that stand for missing pictures, each drawn once
woven.svg  the blanket on the first page of a site that has no picture there
"""

from pathlib import Path

from core.belt import HEIGHT, MOTIFS, STEP, WIDTH, figures, ground, motif, path
from projects.publicity.emblem import emblem

FOLDER = Path(__file__).resolve().parent.parent / "static" / "img"
LINEN = "#f7f2e8"
# From the sky down to the field: (ground, thin stripes, two motifs).
BANDS = (
    ("#35427d", "#aebcec", (1, 8)),
    ("#075365", "#87cbd7", (0, 9)),
    ("#7f490c", "#f8c970", (7, 3)),
    ("#275639", "#9dd4ab", (2, 8)),
    ("#8b2823", "#f2a999", (5, 6)),
)
BAND = 23  # rows of cells in a band of the blanket


def svg(view, body, attributes=' shape-rendering="crispEdges"'):
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="{view}"'
    return f"<svg {box}{attributes}>{body}</svg>\n"


def mark():
    figure = path(motif(MOTIFS[8], 7, 7))
    ground = '<rect x="-1" y="-1" width="17" height="17" rx="1.5" fill="#8b2823"/>'
    return svg("-1 -1 17 17", f'{ground}<path fill="#fdfaf4" d="{figure}"/>')


def belt():
    """One repeat of the band: two motifs between dotted edges."""
    width, height = 2 * STEP, 21
    cells = motif(MOTIFS[8], 8, 10) | motif(MOTIFS[0], 24, 10)
    cells |= {(x, y) for x in range(width) for y in (0, height - 1)}
    cells |= {(x, y) for x in range(0, width, 2) for y in (1, height - 2)}
    size = f' width="{2 * width}" height="{2 * height}" shape-rendering="crispEdges"'
    return svg(f"0 0 {width} {height}", f'<path d="{path(cells)}"/>', size)


def belts():
    """The ground weave, and each motif at the places of the first and of the second of a belt."""
    parts = {"g": ground()}
    for number in range(len(MOTIFS)):
        parts |= {f"a{number}": figures(number, 0), f"b{number}": figures(number, 1)}
    shapes = "".join(f'<path id="{name}" d="{drawn}"/>' for name, drawn in parts.items())
    return svg(f"0 0 {WIDTH} {HEIGHT}", shapes)


def woven(repeats=9):
    """A blanket of five bands, each mirrored on its middle, in the site's five dyes."""
    width = repeats * STEP
    used = sorted({number for *_colours, pair in BANDS for number in pair})
    shapes = "".join(f'<path id="m{n}" d="{path(motif(MOTIFS[n], 0, 0))}"/>' for n in used)
    rows = "".join(woven_band(number * BAND, width, *band) for number, band in enumerate(BANDS))
    slices = ' preserveAspectRatio="xMidYMid slice" shape-rendering="crispEdges"'
    height = len(BANDS) * BAND
    size = f' width="{8 * width}" height="{8 * height}"'
    return svg(f"0 0 {width} {height}", f"<defs>{shapes}</defs>{rows}", size + slices)


def woven_band(top, width, ground, stripe, pair):
    middle = top + BAND // 2
    places = range(-1, width // STEP + 2)
    figures = "".join(
        f'<use href="#m{pair[place % 2]}" x="{place * STEP + STEP // 2}" y="{middle}"/>'
        for place in places
    )
    edges = f"M0 {top}h{width}v1h-{width}zM0 {top + BAND - 1}h{width}v1h-{width}z"
    dots = f"M0 {top + 2.5}h{width}M0 {top + BAND - 2.5}h{width}"
    return (
        f'<path fill="{ground}" d="M0 {top}h{width}v{BAND}h-{width}z"/>'
        f'<path fill="{LINEN}" d="{edges}"/>'
        f'<path stroke="{stripe}" stroke-dasharray="1" d="{dots}"/>'
        f'<g fill="{LINEN}">{figures}</g>'
    )


DRAWINGS = {
    "eu.svg": emblem,
    "mark.svg": mark,
    "belt.svg": belt,
    "belts.svg": belts,
    "woven.svg": woven,
}

if __name__ == "__main__":
    for name, draw in DRAWINGS.items():
        (FOLDER / name).write_text(draw())
