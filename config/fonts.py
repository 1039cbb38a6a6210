"""Subsets of fonts: the letters of Europe's languages, as WOFF2."""

from fontTools import subset
from fontTools.ttLib import TTFont

FEATURES = ("liga", "mark", "mkmk", "ccmp", "locl")
# Latin with every letter of the European Union's languages, Icelandic, Turkish and Welsh.
RANGES = """
    20-7E A0-107 10A-113 116-11B 11E-123 126-127 12A-12B 12E-131 136-137 139-148 14A-14D 150-15B
    15E-167 16A-16B 16E-17E 218-21B 2010-2014 2018-201A 201C-201E 2020-2022 2026 2030 2039 203A
    20AC 2116 2122 2190-2193 2212
"""


def write_subset(source, target, extra=()):
    """Write the subset of a font file; `extra` are features beside the needed ones."""
    options = subset.Options(flavor="woff2", hinting=False)
    options.layout_features = [*FEATURES, *extra]
    font = TTFont(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points())
    subsetter.subset(font)
    rename(font)
    subset.save_font(font, target, options)


def code_points():
    spans = ([int(end, 16) for end in span.split("-")] for span in RANGES.split())
    return {code for span in spans for code in range(span[0], span[-1] + 1)}


def rename(font):
    """The licences (OFL 1.1; Ubuntu Font Licence 1.0, 2a) ask a changed font to say so by name."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 18):
            text = record.toUnicode().replace("Source", "Josta")
            text = text.replace("Ubuntu", "Ubuntu derivative Josta")
            font["name"].setName(
                text, record.nameID, record.platformID, record.platEncID, record.langID
            )
