"""The electronic display fills any screen without scrolling."""

import re

import pytest

SCREENS = [(1920, 1080), (1366, 768), (1080, 1920)]
SIZE = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
ALL_INSIDE = """() => {
  const words = document.querySelector(".words").getBoundingClientRect()
  const boxes = [...document.querySelectorAll(".words-in > *")].map(each => each.getBoundingClientRect())
  return boxes.every(box => box.top >= words.top - 1 && box.bottom <= words.bottom + 1)
}"""  # noqa: E501


@pytest.fixture(scope="module")
def displays(site, browser):
    """Addresses of the displays of the demo projects."""
    page = browser.new_page()
    page.goto(f"{site}/lv/projekti/")
    links = page.eval_on_selector_all("main a", "links => links.map(each => each.href)")
    page.goto(f"{site}/en/projects/")
    links += page.eval_on_selector_all("main a", "links => links.map(each => each.href)")
    page.close()
    pages = {link.split("?")[0] for link in links}
    found = []
    for language, folder, name in (("lv", "projekti", "ekrans"), ("en", "projects", "display")):
        pattern = rf"{site}/{language}/{folder}/(?!program)[a-z0-9-]+/"
        found += [f"{page}{name}/" for page in sorted(pages) if re.fullmatch(pattern, page)]
    return found


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_display_needs_no_scrolling(browser, displays, width, height):
    page = browser.new_page(viewport={"width": width, "height": height})

    assert len(displays) >= 12
    for address in displays:
        page.goto(address)
        footer = page.locator("footer").bounding_box()
        assert (address, page.evaluate(SIZE)) == (address, [width, height])
        assert footer["y"] + footer["height"] == pytest.approx(height, abs=1)
        assert page.locator(".funded-by").is_visible()
        assert page.evaluate(ALL_INSIDE), address
    page.close()
