"""The logo strip of a project: emblem with its statement, other logos beside it, none larger.

The statement is drawn as outlines of Ubuntu, so that it looks the same on every machine; what it
says stands in `<title>` and `<desc>` for programs that read pictures aloud.
"""

import base64
from dataclasses import dataclass
from io import BytesIO

from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override
from PIL import Image as Picture

from projects.acknowledgement import acknowledgement

from . import fonts, typesetting
from .emblem import BLUE, HEIGHT, drawing
from .sheets import stored

TALL = 100  # units of the drawing: the height of the emblem, and the most that a logo gets
WIDE = TALL * 3 / 2
EDGE = 20  # white around
GAP = 24
ROOM = 430  # for a line of the statement
SIZES = (34, 30, 26, 23, 20, 17, 15, 13, 11)
LOGO_PIXELS = 800


@dataclass
class Piece:
    """A part of the strip, drawn at x = 0, y = 0; `drawn` is SVG."""

    width: float
    drawn: str


def strip(project, language):
    """The strip as SVG, on white ground."""
    with override(language):
        ack = acknowledgement(project)
        pieces = in_order(ack)
        title = f"{ack.statement} {ack.fund_name}".strip()
        description = _("Emblem and logos of those who support the project “%(title)s”")
        description %= {"title": project.title}
    x, drawn = EDGE, []
    for piece in pieces:
        drawn.append(f'<g transform="translate({x:.2f} {EDGE})">{piece.drawn}</g>')
        x += piece.width + GAP
    width, height = x - GAP + EDGE, TALL + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.2f} {height}"'
        f' width="{width:.2f}" height="{height}" role="img" lang="{language}">'
        f"<title>{escape(readable(title))}</title><desc>{escape(readable(description))}</desc>"
        f'<path fill="#fff" d="M0 0h{width:.2f}v{height}H0z"/>{"".join(drawn)}</svg>\n'
    )


def readable(text):
    """Without the control letters that XML cannot hold."""
    return "".join(letter for letter in text if letter.isprintable())


def in_order(ack):
    """Logos | emblem and statement | logos, with a line between."""
    pieces = []
    for logo in ack.logos_before:
        pieces += [*picture(logo), separator()]
    if ack.has_emblem:
        scale = TALL / HEIGHT
        pieces.append(Piece(WIDE, f'<g id="emblem" transform="scale({scale:.6f})">{drawing()}</g>'))
    pieces.append(statement(ack))
    for logo in ack.logos_after:
        pieces += [separator(), *picture(logo)]
    return [piece for piece in pieces if piece.width]


def separator():
    return Piece(1.5, f'<path fill="#d7cdb8" d="M0 0h1.5v{TALL}H0z"/>')


def picture(logo):
    """A logo no higher and no wider than the emblem; nothing when its file is gone."""
    path = stored(logo.image)
    if path is None:
        return []
    with Picture.open(BytesIO(path) if isinstance(path, bytes) else path) as opened:
        opened.thumbnail((LOGO_PIXELS, LOGO_PIXELS))
        ratio, out = opened.width / opened.height, BytesIO()
        opened.save(out, "PNG")
    width = min(WIDE, TALL * ratio)
    height = width / ratio
    data = base64.b64encode(out.getvalue()).decode()
    place = f'y="{(TALL - height) / 2:.2f}" width="{width:.2f}" height="{height:.2f}"'
    return [Piece(width, f'<image {place} href="data:image/png;base64,{data}"/>')]


def statement(ack):
    """The statement, under it the fund, in the largest size that is no higher than the emblem."""
    for size in SIZES:
        lines = [
            (line, size, fonts.STATEMENT)
            for line in fonts.wrapped(fonts.drawable(ack.statement), size, ROOM)
        ]
        lines += [
            (line, size * 0.72, fonts.STATEMENT_PLAIN)
            for line in fonts.wrapped(
                fonts.drawable(ack.fund_name), size * 0.72, ROOM, fonts.STATEMENT_PLAIN
            )
        ]
        height = sum(each * 1.24 for _line, each, _face in lines)
        if height <= TALL:
            break
    y, paths = (TALL - height) / 2, []
    for line, each, face in lines:
        y += each * 1.24
        paths.append(fonts.outline(line, 0, y - each * 0.3, each, face))
    width = max((fonts.width(*each) for each in lines), default=0)
    return Piece(width, f'<path fill="{BLUE}" d="{"".join(paths)}"/>')


def strip_png(project, language):
    """Path of the strip as PNG, 300 dots to the inch, the emblem 40 mm high."""
    files = {"strip.svg": strip(project, language).encode()}
    return typesetting.made("logos", {"millimetres": 40 * (TALL + 2 * EDGE) / TALL}, files, "png")
