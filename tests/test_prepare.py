"""Fonts, icons, the stylesheet and the drawings are what the pages need, and no heavier."""

import re

import brotli
import pytest
from fontTools.ttLib import TTFont

from config import drawings, prepare

EVERY_FONT = pytest.mark.parametrize("font", prepare.FONTS, ids=[row[2] for row in prepare.FONTS])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(prepare, "FOLDER", tmp_path)
    return tmp_path


@EVERY_FONT
def test_font_holds_every_letter_of_the_union_in_20_kilobytes(font, tmp_path):
    package, name, _short, extra = font
    letters = "āčēģīķļņŗšūžĀČĒĢĪĶĻŅŠŪŽąęėįųćłńśźżőűășțđöäüßåøæéèêñçõ „“”–—…€№→"

    size = prepare.make_font(package, name, tmp_path / "font.woff2", extra)
    font = TTFont(tmp_path / "font.woff2")

    assert [letter for letter in letters if ord(letter) not in font.getBestCmap()] == []
    assert size <= 20 * 1024
    assert "Source" not in font["name"].getDebugName(1)


def test_a_font_that_is_not_installed_is_named():
    with pytest.raises(prepare.Missing, match="no_such_font"):
        prepare.make_font("no_such_font", "Regular.ttf", None)


def test_fonts_are_not_made_twice(folder):
    first = prepare.make_fonts()

    assert first.startswith("serif-600")
    assert prepare.make_fonts() == ""


def test_sprite_has_every_icon_that_a_template_names(folder):
    prepare.make_sprite()

    sprite = (folder / "icons.svg").read_text()
    assert re.findall(r'<symbol id="([\w-]+)"', sprite) == prepare.used_icons()
    assert "search" in prepare.used_icons()


def test_an_icon_that_does_not_exist_is_named(folder, monkeypatch):
    monkeypatch.setattr(prepare, "used_icons", lambda: ["no-such-icon"])

    with pytest.raises(prepare.Missing, match="no-such-icon"):
        prepare.make_sprite()


def test_stylesheet_is_one_file_of_10_kilobytes(folder):
    prepare.join_styles()

    styles = (folder / "css" / "site.css").read_bytes()
    assert len(brotli.compress(styles)) <= 10 * 1024
    assert styles.count(b"@import") == 0


def test_every_source_of_the_stylesheet_is_joined():
    sources = (drawings.FOLDER.parent / "css").glob("*.css")

    assert sorted(source.stem for source in sources) == sorted(prepare.STYLES)


def test_scripts_are_6_kilobytes_together():
    scripts = sorted((drawings.FOLDER.parent / "js").glob("*.js"))

    assert [script.name for script in scripts] == ["site.js", "theme.js"]
    assert sum(len(brotli.compress(script.read_bytes())) for script in scripts) <= 6 * 1024


@pytest.mark.parametrize("name", drawings.DRAWINGS)
def test_committed_drawing_is_the_one_that_the_rules_make(name):
    assert (drawings.FOLDER / name).read_text() == drawings.DRAWINGS[name]()


def test_emblem_has_the_geometry_of_annex_ix():
    text = drawings.emblem()
    stars = re.findall(r'<polygon points="([^"]+)"', text)
    tips = [
        [tuple(map(float, corner.split(","))) for corner in star.split()[::2]] for star in stars
    ]

    assert 'viewBox="0 0 810 540"' in text
    assert text.count("#039") == text.count("#fc0") == 1
    assert len(stars) == 12
    for star in tips:
        x, y = star[0][0], star[0][1] + 30  # the first tip points straight up
        reach = [((tip[0] - x) ** 2 + (tip[1] - y) ** 2) ** 0.5 for tip in star]
        assert reach == pytest.approx([30] * 5, abs=0.02)
        assert ((x - 405) ** 2 + (y - 270) ** 2) ** 0.5 == pytest.approx(180, abs=0.02)
