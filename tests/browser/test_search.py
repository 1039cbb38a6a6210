"""Searching in a real browser: suggestions by keyboard, accessibility, without JavaScript."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import follow
from tests.browser.judging import SIDEWAYS, judge

SEARCH = "/en/search/"
OPEN = "input[aria-expanded=true]"


def type_words(page, words, before=""):
    """The field with the suggestions for these words open; some may stand in it `before`."""
    field = page.locator("input[data-suggestions]:visible")
    whole = before + words

    def is_theirs(answer):
        address = urlsplit(answer.url)
        is_answer = address.path.endswith("/suggestions/")
        return is_answer and parse_qs(address.query).get("q") == [whole]

    with page.expect_response(is_theirs) as answer:
        field.press_sequentially(words, delay=20)
    found = answer.value.json()["options"]
    names = ["".join(piece for piece, _is_marked in each["title"]) for each in found]
    expect(page.locator("[role=option] .name")).to_have_text(names)
    page.locator(OPEN).wait_for()
    return field


def active(page):
    """The option that a screen reader is told of; None when the text has the focus."""
    return page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
        "?.querySelector('.name').textContent ?? null"
    )


@pytest.mark.parametrize("path", [SEARCH, "/en/projects/"])
def test_suggestions_are_chosen_by_keyboard(page_for, path):
    """On the search page and in the header."""
    page = page_for(path, width=1440)
    field = type_words(page, "vill")
    names = page.locator("[role=option] .name").all_inner_texts()

    told = [active(page)]
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "Home"):
        field.press(key)
        told.append(active(page))

    assert told == [None, names[0], names[1], names[0], None, names[-1], None]
    assert page.locator(".searchbox ~ [role=status]").inner_text() == f"{len(names)} suggestions"
    assert field.input_value() == "vill"
    field.press("Escape")
    assert page.locator(OPEN).count() == 0
    assert field.input_value() == "vill"
    field.press("ArrowDown")
    address = page.locator("[aria-selected=true]").get_attribute("href")
    field.press("Enter")
    page.wait_for_url(f"**{address}")


def test_enter_without_a_choice_asks_the_search_page(page_for):
    page = page_for("/en/", width=1440)
    type_words(page, "villages").press("Enter")

    page.wait_for_url("**/en/search/?q=villages")
    expect(page.locator("h1")).to_contain_text("results for “villages”")
    assert page.locator(".hits mark").count() > 0


def test_slow_answer_to_earlier_words_is_not_shown(page_for):
    page = page_for(SEARCH)
    earlier = re.compile("suggestions/.q=vil$")
    page.route(earlier, lambda route: page.wait_for_timeout(600) or route.continue_())
    with page.expect_request(earlier):
        page.locator("input[data-suggestions]:visible").press_sequentially("vil")
    type_words(page, "lages smart", before="vil")

    page.wait_for_timeout(700)

    assert "Smart Villages" in page.locator("[role=option] .name").first.inner_text()


def test_search_is_accessible_and_fits(page_for):
    page = page_for(SEARCH)
    assert judge(page, (320, 390, 1280)) == {}
    type_words(page, "vill").press("ArrowDown")
    assert judge(page, (390, 1280)) == {}
    for query in ("?q=kekavas+villages", "?q=xyzxyz", "?q=villages&kind=post"):
        page.goto(SEARCH + query)
        assert judge(page, (320, 390, 1280)) == {}
    assert page.context.cookies() == []


def test_search_works_without_javascript(page_for):
    page = page_for("/en/", width=1440, java_script_enabled=False)
    page.fill("#site-q", "villages")
    follow(page.locator(".head-search button"))
    follow(page.locator(".kinds a").nth(1))
    assert "kind=" in page.url

    follow(page.locator(".hits h2 a").first)
    assert "kind=" not in page.url
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".nav-btn").click()
    follow(page.locator(".to-search a"))
    assert page.url.endswith("/en/search/")
    page.locator("#search-q:focus").wait_for()
    assert page.evaluate(SIDEWAYS) <= 0
