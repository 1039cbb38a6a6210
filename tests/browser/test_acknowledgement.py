"""Who pays is seen at once: Reg. (EU) 2021/1060 Annex IX, 821/2014 Art. 4, 763/2014 Art. 2."""

import io

import pytest
from PIL import Image

from projects.rule_texts import UNION, UNION_RULES

SCREENS = [(1366, 768), (360, 640)]
BLUE, GOLD = (0, 51, 153), (255, 204, 0)
CENTIMETRE = 37.8  # CSS pixels; the smallest height
ALLOWED = ("Arial", "Calibri", "Tahoma", "Verdana", "Ubuntu")
LISTS = {"lv": "/lv/projekti/", "en": "/en/projects/"}
RULES = {rule["funds"]: rule for rule in UNION_RULES if rule["period_start"] == 2014}
# {short name of the fund: (Latvian, English) statement}, as the demonstration's programmes ask.
STATEMENTS = {
    UNION[slug][1][number]: [" ".join(text.split()) for text in RULES[(slug,)]["statement"]]
    for slug in ("elfla", "ejzf")
    for number in (0, 1)
}


def paid_by_union(page_for, language, **options):
    """A page, and the addresses of all projects that the Union pays for."""
    page = page_for(f"{LISTS[language]}?funder=elfla&funder=ejzf", **options)
    found = page.eval_on_selector_all(".plist h3 a", "links => links.map(link => link.href)")
    assert len(found) >= 3
    return page, found


def bottom(locator):
    box = locator.bounding_box()
    return box["y"] + box["height"]


@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize("language", LISTS)
def test_emblem_and_statement_are_in_the_first_screen(page_for, language, width, height):
    page, projects = paid_by_union(page_for, language, width=width, height=height)

    for project in projects:
        page.goto(project)
        line = page.locator(".phead-text .euline")
        emblem = line.locator(".eu").bounding_box()
        assert bottom(line) <= height, project
        assert emblem["height"] >= CENTIMETRE
        assert emblem["width"] / emblem["height"] == pytest.approx(1.5, abs=0.01)
        fund = page.locator(".phead-text .fund").inner_text()
        said = line.locator(".funded-by span").first.inner_text()
        assert said == STATEMENTS[fund][language == "en"]


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_longest_title_does_not_push_the_emblem_away(page_for, width, height):
    page, projects = paid_by_union(page_for, "lv", width=width, height=height)
    page.goto(projects[0])

    page.evaluate("""() => {
        document.querySelector("h1").textContent = "Atbalsts reģionam ".repeat(13)
        document.querySelector(".lead").textContent = "Projekts palīdz iedzīvotājiem. ".repeat(20)
    }""")

    assert bottom(page.locator(".phead-text .euline")) <= height


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_news_about_such_projects_show_it_first_too(page_for, width, height):
    page = page_for("/lv/zinas/", width=width, height=height)
    posts = page.eval_on_selector_all("#results h3 a", "links => links.map(link => link.href)")
    seen = 0

    for post in posts:
        page.goto(post)
        if page.locator(".ack .eu").count():
            assert bottom(page.locator(".nhead .euline").first) <= height, post
            seen += 1

    assert seen >= 2


def test_colours_are_exact_and_no_logo_is_larger(page_for):
    page, projects = paid_by_union(page_for, "lv", device_scale_factor=4)

    for project in projects:
        page.goto(project)
        emblem = page.locator(".phead-text .eu")
        drawn = Image.open(io.BytesIO(emblem.screenshot())).convert("RGB")
        middle, up = drawn.width // 2, round(drawn.height * (1 / 2 - 1 / 3))
        assert (drawn.getpixel((8, 8)), drawn.getpixel((middle, up))) == (BLUE, GOLD)
        size = emblem.bounding_box()
        others = page.locator(".euline .logo img, .foot-fund img:not(.eu)")
        for other in others.all():
            assert other.bounding_box()["height"] <= size["height"]


def test_statement_stands_in_an_allowed_typeface(page_for):
    page, projects = paid_by_union(page_for, "lv")
    page.goto(projects[0])
    page.evaluate("document.fonts.ready")
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]

    for place in (".phead-text .funded-by", ".ack .funded-by"):
        node = tools.send("DOM.querySelector", {"nodeId": root, "selector": place})["nodeId"]
        fonts = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert fonts
        assert [font for font in fonts if not font["familyName"].startswith(ALLOWED)] == []
        style = page.locator(place).evaluate(
            "(it) => [getComputedStyle(it).fontStyle, getComputedStyle(it).color]"
        )
        assert style == ["normal", "rgb(0, 0, 0)"]
