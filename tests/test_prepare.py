"""Fonts, icons, the stylesheet and the drawings are what the pages need, and no heavier."""

import re

import brotli
import pytest
from django.conf import settings
from django.utils import translation
from fontTools.ttLib import TTFont

from config import drawings, prepare

EVERY_FONT = pytest.mark.parametrize("font", prepare.FONTS, ids=[row[2] for row in prepare.FONTS])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(prepare, "FOLDER", tmp_path)
    return tmp_path


@EVERY_FONT
def test_font_holds_every_letter_of_the_union_in_20_kilobytes(font, tmp_path):
    package, name, short, extra = font
    letters = "āčēģīķļņŗšūžĀČĒĢĪĶĻŅŠŪŽąęėįųćłńśźżőűășțđöäüßåøæéèêñçõ „“”–—…€№"
    letters += "" if short == "statement-700" else "→"  # Ubuntu has no arrows

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


def test_every_source_of_the_stylesheet_is_joined_or_linked_by_a_page_of_its_own():
    sources = {source.stem for source in (drawings.FOLDER.parent / "css").glob("*.css")}
    pages = " ".join(page.read_text() for page in settings.BASE_DIR.glob("templates/**/*.html"))
    linked = set(re.findall(r"'css/(\w+)\.css'", pages)) - {"site"}

    assert sorted(sources - linked) == sorted(prepare.STYLES)
    assert linked & set(prepare.STYLES) == set()


def test_scripts_are_6_kilobytes_together_and_2_on_the_map():
    folder = drawings.FOLDER.parent / "js"
    sizes = {each.name: len(brotli.compress(each.read_bytes())) for each in folder.glob("*.js")}

    assert sizes.pop("streets.js") <= 2 * 1024
    assert sorted(sizes) == ["publicity.js", "search.js", "site.js", "theme.js"]
    assert sum(sizes.values()) <= 6 * 1024


def test_map_library_is_taken_whole_but_for_what_leads_elsewhere(folder):
    assert prepare.copy_leaflet() == "leaflet.css, leaflet.js"
    assert prepare.copy_leaflet() == ""

    styles = (folder / "leaflet" / "leaflet.css").read_text()
    script = (folder / "leaflet" / "leaflet.js").read_text()
    assert re.findall(r"url\((.*?)\)", styles) == ["#default#VML"]
    assert ".leaflet-control-attribution" in styles
    assert re.match(r"/\* @preserve\n \* Leaflet 1\.9\.\d, ", script)
    assert script.rstrip().endswith("window.L=t});")


@pytest.mark.parametrize("name", drawings.DRAWINGS)
def test_committed_drawing_is_the_one_that_the_rules_make(name):
    assert (drawings.FOLDER / name).read_text() == drawings.DRAWINGS[name]()


def test_words_compiled_now_are_spoken_at_once(settings, tmp_path):
    """The first start reads the absence of a catalogue before it makes one."""
    settings.LOCALE_PATHS = [tmp_path]
    source = tmp_path / "lv" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    word = "a fresh word"
    source.write_text(f'msgid "{word}"\nmsgstr "svaigs vārds"\n')
    with translation.override("lv"):
        assert translation.gettext(word) == word

    prepare.compile_catalogues()

    with translation.override("lv"):
        assert translation.gettext(word) == "svaigs vārds"
