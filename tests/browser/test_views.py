"""A list as a map and over the years in a browser: accessible, by keyboard, without scripts."""

import re

from tests.browser.conftest import follow
from tests.browser.judging import judge

VIEWS = ("/lv/projekti/?view=map", "/en/projects/?view=timeline&sort=start")


def test_views_are_accessible_and_fit(page_for):
    """Light and dark, on a desktop and a phone."""
    page = page_for()
    found = {}
    for path in VIEWS:
        page.goto(path)
        if wrong := judge(page, (320, 390, 1280)):
            found[path] = wrong

    assert found == {}


def test_keyboard_changes_the_view_and_follows_a_circle(page_for):
    page = page_for("/lv/projekti/?status=completed")

    page.focus("#view-map")
    with page.expect_navigation():  # with its script, which makes circles lead to the list
        page.keyboard.press("Enter")
    assert page.url.endswith("?view=map&status=completed")

    circle = page.locator(".list-map .pin").first
    place, number = re.fullmatch(
        r"(.+): (\d+) \w+", circle.locator("title").text_content()
    ).groups()
    page.get_by_role("link", name=f"{place}: {number}").focus()
    page.keyboard.press("Enter")
    page.locator(".chip", has_text=place).wait_for()
    page.locator("#count:focus").wait_for()
    assert page.locator("#count").text_content().split()[0] == number
    assert page.locator(".plist > li").count() == int(number)


def test_views_work_without_javascript(page_for):
    page = page_for("/lv/projekti/", width=390, java_script_enabled=False)
    titles = page.locator(".plist h3").all_text_contents()

    follow(page.locator("#view-timeline"))
    shown = page.locator(".timeline h3, .undated li").all_text_contents()
    assert sorted(shown) == sorted(titles)
    page.click(".open-facets")
    page.check("input[name=status][value=completed]")
    follow(page.locator(".facets .apply button"))
    assert "view=timeline" in page.url
    assert 0 < page.locator(".timeline li, .undated li").count() < len(titles)

    follow(page.locator("#view-map"))
    follow(page.locator(".map-roll .pin").first)
    assert "territory=" in page.url
    assert page.url.endswith("#results")
