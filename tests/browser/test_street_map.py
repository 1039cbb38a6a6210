"""The street map of a list: nothing of it before the click, the same circles after it."""

import re

from tests.browser.judging import judge

PINS = """pins => pins.map(pin => [
  pin.querySelector("title").textContent,
  pin.querySelector("text").textContent,
  pin.getAttribute("href"),
])"""
STREET_PINS = """links => links.map(
  link => [link.getAttribute("aria-label"), link.textContent, link.getAttribute("href")]
)"""
LOADED = "performance.getEntriesByType('resource').map(each => new URL(each.name).pathname)"
LEAFLET = re.compile(r"leaflet|css/streets")


def circles(page):
    """(name and number, number, address) of every circle of the drawn map."""
    return page.locator(".map-roll .pin").evaluate_all(PINS)


def street_circles(page):
    return page.locator(".street-pin a").evaluate_all(STREET_PINS)


def test_street_map_is_asked_for_by_a_click_and_shows_the_same(page_for, tiles, site):
    tiles.asked.clear()
    page = page_for("/lv/projekti/?view=map", hosts=[tiles.origin])
    drawn = circles(page)
    loaded = page.evaluate(LOADED)

    assert len(drawn) > 5
    assert [name for name in loaded if LEAFLET.search(name)] == []
    assert tiles.asked == []
    assert "127.0.0.1" in page.locator("#street-map-state").text_content()

    page.get_by_role("button", name="Rādīt ielu karti").focus()
    page.keyboard.press("Enter")
    page.locator(".leaflet-tile-loaded").nth(3).wait_for()
    assert {referrer for _path, referrer in tiles.asked} == {f"{site}/"}
    assert street_circles(page) == drawn
    assert page.locator(".map-roll").is_hidden()
    assert page.evaluate("document.activeElement.ariaLabel") == "Ielu karte"
    assert page.locator(".leaflet-control-attribution a").get_attribute("href") == (
        "https://map.example.org/"
    )
    assert judge(page) == {}


def test_street_map_follows_the_list_by_keyboard_and_leads_back(page_for, tiles):
    page = page_for("/lv/projekti/?view=map", hosts=[tiles.origin])
    page.click("#street-map")
    page.locator(".street-pin a").first.wait_for()

    page.check("input[name=status][value=completed]")
    page.locator(".chip", has_text="Pabeigts").wait_for()
    narrowed = street_circles(page)
    assert narrowed == circles(page) != []

    page.locator(".street-map").scroll_into_view_if_needed()
    spot = page.locator(".street-pin a").first.bounding_box()
    page.mouse.move(spot["x"] + 12, spot["y"] + 12)
    page.mouse.down()
    page.mouse.move(spot["x"] + 60, spot["y"] + 40, steps=4)
    page.mouse.up()
    assert page.locator("#results").get_attribute("aria-busy") is None  # no link was followed
    assert page.locator(".street-pin a").first.bounding_box()["x"] > spot["x"] + 20

    place, number, _address = narrowed[0]
    page.get_by_role("link", name=place).first.focus()
    page.keyboard.press("Enter")
    page.locator(".chip", has_text=place.split(":")[0]).wait_for()
    page.locator("#count:focus").wait_for()
    assert page.locator("#count").text_content().split()[0] == number

    page.get_by_role("button", name="Rādīt zīmēto karti").click()
    assert page.locator(".map-roll").is_visible()
    assert page.locator(".street-map").count() == 0
