"""Poster and plaque of a project: the data for their templates, and the files that they show."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from core import belt
from projects.acknowledgement import acknowledgement

from . import fonts, typesetting
from .emblem import emblem
from .qr import code_of
from .wording import words

# The dyes of static/css/tokens.css, for paper.
DYES = {
    "pine": "#275639",
    "sea": "#075365",
    "madder": "#8b2823",
    "amber": "#7f490c",
    "indigo": "#35427d",
}
LANGUAGES = {"lv": ("lv",), "en": ("en",), "lv-en": ("lv", "en"), "en-lv": ("en", "lv")}
HEIGHTS = {"poster": 420, "plaque": 210}  # mm; A3 upright, A4 lengthwise
LEAST_EMBLEM = {"poster": 36, "plaque": 32}  # mm; a rule may ask for more
LARGEST_EMBLEM = {"poster": 70, "plaque": 50}


def sheet(project, template, languages, kind="pdf"):
    """Path of the sheet: `template` is poster or plaque, `languages` one of `LANGUAGES`.

    As `kind` png it is a small picture of the sheet.
    """
    data, files = content(project, template, languages)
    return typesetting.made(template, drawable(data), files, kind, dots=60)


def content(project, template, languages):
    """What the template gets: (data, {name: bytes or path of a file})."""
    ack = acknowledgement(project)
    first, *rest = (words(project, language) for language in LANGUAGES[languages])
    files = {
        "emblem.svg": emblem().encode(),
        "ground.svg": ground(project).encode(),
        "band.svg": band(project).encode(),
        "code.svg": code_of(project).svg().encode(),
    }
    logos = add_logos(ack, files)
    data = {
        "first": first,
        "second": rest[0] if rest else None,
        "dye": DYES[project.dye],
        "has_emblem": ack.has_emblem,
        "emblem": emblem_height(ack, template),
        "panel": panel_height(ack, template),
        "logos": logos,
        "cover": add_cover(project, files),
        "host": urlsplit(settings.SITE_URL).netloc,
    }
    return data, files


def emblem_height(ack, template):
    """Millimetres: what looks right on the sheet, more when the rule says so."""
    asked = ack.rule.emblem_height if ack.rule else 0
    return min(max(LEAST_EMBLEM[template], asked), LARGEST_EMBLEM[template])


def panel_height(ack, template):
    """Least height of the white panel with description, emblem and fund, in millimetres.

    It is as wide as the page, so that its share of the height is its share of the page.
    """
    share = ack.rule.poster_share if ack.rule else 0
    return HEIGHTS[template] * min(share, 60) / 100


def ground(project):
    """The woven belt that stands for a missing picture, in the project's colour."""
    weave, figure = belt.cover(project.slug_lv or str(project.pk))
    dye = DYES[project.dye]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {belt.WIDTH} {belt.HEIGHT}"'
        f' shape-rendering="crispEdges"><path fill="{dye}" opacity=".25" d="{weave}"/>'
        f'<path fill="{dye}" d="M0 7h65v23h-65z"/><path fill="#f7f2e8" d="{figure}"/></svg>'
    )


def band(project, figures=61):
    """A narrow woven belt across the page, of the project's own two motifs."""
    chosen = belt.chosen_motifs(project.slug_lv or str(project.pk))
    cells = set()
    for number in range(figures):
        cells |= belt.motif(belt.MOTIFS[chosen[number % 2]], 8 + number * belt.STEP, 10)
    length = figures * belt.STEP
    cells |= {(x, y) for x in range(length) for y in (0, 20)}
    cells |= {(x, y) for x in range(0, length, 2) for y in (1, 19)}
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {length} 21"'
        f' shape-rendering="crispEdges"><path fill="#f7f2e8" d="{belt.path(cells)}"/></svg>'
    )


def stored(image):
    """Path of a picture of the library; its bytes where it is in a bucket; None when it is gone."""
    try:
        path = Path(image.file.path)
    except NotImplementedError:
        return read(image)
    return path if path.is_file() else None


def read(image):
    try:
        with image.file.open() as file:
            return file.read()
    except OSError:
        return None


def add_cover(project, files):
    """What the template needs to crop the cover picture around its focal point; None without."""
    cover = project.cover
    path = stored(cover) if cover else None
    if path is None or not cover.width or not cover.height:
        return None
    name = f"cover{Path(cover.file.name).suffix}"
    files[name] = path
    focus = (cover.focus_x / 100, cover.focus_y / 100)
    return {"file": name, "ratio": cover.width / cover.height, "x": focus[0], "y": focus[1]}


def add_logos(ack, files):
    """The logos in their order, with their proportions; a logo without its file is left out."""
    logos = []
    for number, logo in enumerate(ack.logos):
        path = stored(logo.image)
        if path is None or not logo.image.height:
            continue
        name = f"logo{number}{Path(logo.image.file.name).suffix}"
        files[name] = path
        ratio = logo.image.width / logo.image.height
        row = {"file": name, "ratio": ratio, "before": logo.is_before_emblem}
        logos.append(row | {"alt": fonts.drawable(logo.image.alt) or "Logo"})
    return logos


def drawable(data):
    """The same data with every text as the fonts can draw it."""
    if isinstance(data, str):
        return fonts.drawable(data)
    if isinstance(data, list):
        return [drawable(each) for each in data]
    if isinstance(data, dict):
        return {name: drawable(value) for name, value in data.items()}
    return data
