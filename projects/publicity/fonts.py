"""The fonts of posters and plaques: where they are, what they can draw, letters as outlines.

Beside the emblem stands Ubuntu, one of the fonts of Annex IX of Regulation (EU) 2021/1060; the
rest is set in the fonts of the site. They come from packages, of which none is imported.
"""

import unicodedata
from functools import cache
from importlib.metadata import distribution

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

FOLDERS = {
    "canonical-sphinx": "canonical_sphinx/theme/PDF",
    "font-source-serif-pro": "font_source_serif_pro/files",
    "font-source-sans-pro": "font_source_sans_pro/files",
}
STATEMENT = ("canonical-sphinx", "Ubuntu-B.ttf")
STATEMENT_PLAIN = ("canonical-sphinx", "Ubuntu-R.ttf")
# A sheet sets every text in these, the one after the other, until one has the letter.
USED = (
    ("font-source-serif-pro", "SourceSerifPro-Semibold.ttf"),
    ("font-source-sans-pro", "SourceSansPro-Regular.ttf"),
    STATEMENT_PLAIN,
)
LONGEST_WORD = 28  # letters; longer ones may break anywhere


def folder(package):
    return distribution(package).locate_file(FOLDERS[package])


def folders():
    return [str(folder(package)) for package in FOLDERS]


@cache
def font(package, name):
    return TTFont(folder(package) / name)


@cache
def letters():
    """Code points that at least one of the fonts has."""
    return frozenset().union(*(font(*each).getBestCmap() for each in USED))


def is_drawable(letter):
    return ord(letter) in letters() and unicodedata.category(letter) not in ("Cc", "Cf", "Co")


def drawable(text):
    """One line of `text` without what no font has: a PDF/UA with an empty box is no PDF/UA.

    Emoji, letters of unknown scripts and control characters are left out; very long words get
    places where they may break.
    """
    composed = unicodedata.normalize("NFC", " ".join((text or "").split(" ")))
    line = "".join(" " if each.isspace() and each != "\u00a0" else each for each in composed)
    known = "".join(each for each in line if is_drawable(each))
    return " ".join(breakable(word) for word in known.split(" ") if word)


def breakable(word):
    if len(word) <= LONGEST_WORD:
        return word
    return "\u200b".join(word[at : at + 14] for at in range(0, len(word), 14))


def width(text, size, face=STATEMENT):
    """How long a line of text is at a size, in the unit of the size."""
    opened = font(*face)
    names, widths = opened.getBestCmap(), opened["hmtx"].metrics
    total = sum(widths[names[ord(each)]][0] for each in text if ord(each) in names)
    return total * size / opened["head"].unitsPerEm


def outline(text, x, y, size, face=STATEMENT):
    """SVG path of a line of text whose base line begins at (x, y)."""
    opened = font(*face)
    glyphs, names, widths = opened.getGlyphSet(), opened.getBestCmap(), opened["hmtx"].metrics
    scale = size / opened["head"].unitsPerEm
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
    for each in text:
        name = names.get(ord(each))
        if name:
            glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
            x += widths[name][0] * scale
    return pen.getCommands()


def wrapped(text, size, room, face=STATEMENT):
    """The text in lines none of which is longer than `room`, unless one word is."""
    lines = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, face) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
