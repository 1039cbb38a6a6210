"""The street map's settings, and what pages say of it: nothing while none is named."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.tiles import Tiles, tiles_from
from tests.factories import ProjectFactory, TerritoryFactory

ADDRESS = "https://tile.example.org/{z}/{x}/{y}.png"
TILES = Tiles(ADDRESS, "https://tile.example.org", "tile.example.org", "© Kartes", 18)
PAGES = ("/lv/", "/lv/projekti/", "/lv/projekti/?view=timeline", "/lv/projekti/?view=map")


def named(address=ADDRESS, attribution="© Kartes", zoom=""):
    return tiles_from({"MAP_TILES": address, "MAP_ATTRIBUTION": attribution, "MAP_MAX_ZOOM": zoom})


@pytest.fixture
def page():
    """The map of projects has a circle."""
    place = TerritoryFactory(name_lv="Ogres novads", latitude="56.8162", longitude="24.614")
    ProjectFactory(territories=[place])


def policy(answer):
    """{directive: sources} of the Content-Security-Policy."""
    parts = (part.split() for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: set(sources) for name, *sources in parts}


def test_no_address_is_no_street_map():
    assert tiles_from({}) is None
    assert named(" ", attribution="") is None


def test_settings_name_one_host():
    assert named() == TILES
    assert named("HTTP://Kartes.Example.LV:8080/{z}/{y}/{x}{r}.png?key=a&b", zoom="21") == Tiles(
        "HTTP://Kartes.Example.LV:8080/{z}/{y}/{x}{r}.png?key=a&b",
        "http://kartes.example.lv:8080",
        "kartes.example.lv",
        "© Kartes",
        21,
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("&copy; Kartes & draugi", "© Kartes &amp; draugi"),
        (
            '© <a href="https://a.lv/b" onclick="x()" target="_top">A</a>',
            '© <a href="https://a.lv/b" rel="noopener noreferrer">A</a>',
        ),
        ('<a href="javascript:x()">A</a>', '<a rel="noopener noreferrer">A</a>'),
        ("<script>x()</script><b>A</b><img src=x>", "A"),
    ],
)
def test_attribution_keeps_text_and_links(given, kept):
    assert named(attribution=given).attribution == kept


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"address": "https://tile.example.org/{x}/{y}.png"}, "MAP_TILES must be"),
        ({"address": "https://tile.example.org/{z}/{x}/{y}/{key}.png"}, "MAP_TILES must be"),
        ({"address": "https://{s}.example.org/{z}/{x}/{y}.png"}, "MAP_TILES must be"),
        ({"address": "ftp://tile.example.org/{z}/{x}/{y}.png"}, "MAP_TILES must be"),
        ({"address": "//tile.example.org/{z}/{x}/{y}.png"}, "MAP_TILES must be"),
        ({"address": "/{z}/{x}/{y}.png"}, "MAP_TILES must be"),
        ({"address": "https://a:b@tile.example.org/{z}/{x}/{y}.png"}, "MAP_TILES must be"),
        ({"address": "https://a.lv;script-src */{z}/{x}/{y}.png"}, "MAP_TILES must be"),
        ({"address": "https://a.lv:port/{z}/{x}/{y}.png"}, "MAP_TILES must be"),
        ({"attribution": ""}, "MAP_TILES needs MAP_ATTRIBUTION"),
        ({"attribution": "<script>x()</script>"}, "MAP_TILES needs MAP_ATTRIBUTION"),
        ({"zoom": "0"}, "MAP_MAX_ZOOM must be"),
        ({"zoom": "25"}, "MAP_MAX_ZOOM must be"),
        ({"zoom": "near"}, "MAP_MAX_ZOOM must be"),
    ],
)
def test_settings_that_cannot_be_are_refused(given, said):
    with pytest.raises(ImproperlyConfigured, match=said) as refused:
        named(**given)

    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.django_db
def test_pages_are_as_before_while_no_street_map_is_named(client, settings, page):
    settings.MAP_TILES = None
    answers = [client.get(address) for address in PAGES]

    assert [policy(each)["img-src"] for each in answers] == [{"'self'", "data:"}] * len(PAGES)
    assert "<title>" in answers[-1].text
    assert 'class="pin"' in answers[-1].text
    for trace in ("street", "leaflet", "data-at", "tiles"):
        assert [trace in each.text for each in answers] == [False] * len(PAGES), trace


@pytest.mark.django_db
def test_only_the_map_offers_the_street_map_and_lets_its_host_in(client, settings, page):
    usual = policy(client.get("/lv/projekti/?view=map"))
    settings.MAP_TILES = TILES
    *others, on_map = [client.get(address) for address in PAGES]

    assert policy(on_map) == usual | {"img-src": {"'self'", "data:", "https://tile.example.org"}}
    assert [policy(each) for each in others] == [usual] * len(others)
    assert [re.search("street|leaflet|tile.example", each.text) for each in others] == [None] * 3
    assert 'id="street-map"' in on_map.text
    assert re.findall(r' data-at="([^"]+)"><title>([^<]+)<', on_map.text) == [
        ("56.81620,24.61400", "Ogres novads: 1 projekts")
    ]
    assert f'data-tiles="{ADDRESS}"' in on_map.text
    assert on_map.text.count("tile.example.org") == 2  # the address, and the words about it


@pytest.mark.django_db
@pytest.mark.parametrize("tiles", [None, TILES])
def test_page_about_privacy_names_the_host_while_there_is_one(client, settings, tiles):
    settings.MAP_TILES = tiles

    assert ("tile.example.org" in client.get("/lv/privatums/").text) == bool(tiles)
