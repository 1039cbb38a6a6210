"""The menu of the header: what people take part in stands there when there is something."""

import re

import pytest

from tests.factories import (
    CommunityFactory,
    EntryFactory,
    ForumFactory,
    IdeathonFactory,
    ListingFactory,
)

pytestmark = pytest.mark.django_db
MENU = re.compile(r'<nav id="nav".*?</nav>', re.DOTALL)
GROUP = re.compile(r"<details><summary>(\w+ ?\w+) .*?</summary><ul>(.*?)</ul></details>", re.DOTALL)
ENTRY = re.compile(r'<a href="([^"]+)"(?: aria-current="(\w+)")?>([^<]+)</a>')


def menu(client, path):
    return MENU.search(client.get(path).text)[0]


def group(client, path):
    """(name, [(address, what is said of it now, title)]) of the group of the menu."""
    name, entries = GROUP.search(menu(client, path)).groups()
    return name, ENTRY.findall(entries)


def test_nothing_to_take_part_in_is_no_entry(client):
    ForumFactory(published_at=None)
    entry = EntryFactory(state="pending", published_at=None)
    ListingFactory(entry=entry)
    IdeathonFactory(published_at=None)

    shown = menu(client, "/lv/kontakti/")

    assert "<details" not in shown
    assert [address for address, _now, _title in ENTRY.findall(shown)] == [
        *("/lv/projekti/", "/lv/partneribas/", "/lv/zinas/", "/lv/pasakumi/", "/lv/biblioteka/"),
        "/lv/kontakti/",
    ]


def test_one_thing_to_take_part_in_is_an_entry_like_others(client):
    CommunityFactory()

    shown = menu(client, "/lv/kopienas/")

    assert "<details" not in shown
    assert ("/lv/kopienas/", "page", "Kopienas") in ENTRY.findall(shown)


def test_several_things_to_take_part_in_are_a_group(client):
    ForumFactory(slug_lv="skrejcels")
    ListingFactory()

    businesses = ("/lv/uznemumi/", "", "Uzņēmumi un organizācijas")
    offers = ("/lv/sadarbiba/", "", "Piedāvājumi un pieprasījumi")
    assert group(client, "/lv/idejas/skrejcels/") == (
        "Iesaisties",
        [("/lv/idejas/", "true", "Ideju forumi"), businesses, offers],
    )
    assert group(client, "/en/") == (
        "Take part",
        [
            ("/en/ideas/", "", "Idea forums"),
            ("/en/businesses/", "", "Businesses and organisations"),
            ("/en/cooperation/", "", "Offers and requests"),
        ],
    )
