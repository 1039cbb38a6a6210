"""What a page lacks is said before it is published, and nothing that was typed is lost."""

from playwright.sync_api import expect

from tests.browser.conftest import follow
from tests.browser.test_story import choose, write

TITLE = "Ezeri kopā, nepabeigts"


def start_project(page):
    page.goto("/admin/projects/project/add/")
    page.fill("[name=title_lv]", TITLE)
    page.fill("[name=summary_lv]", "Brauciens notiks šī gada oktobrī.")
    choose(page, "programme", "Latvijas Lauku")


def panel(page):
    return page.locator("#publication-check")


def test_check_of_what_is_typed_saves_nothing(signed_in):
    page = signed_in("tikls")
    start_project(page)

    panel(page).locator("summary").press("Enter")
    page.get_by_role("button", name="Pārbaudīt tūlīt").click()
    panel(page).locator(".findings-rule li").first.wait_for()

    assert "šī gada" in panel(page).inner_text()
    assert page.input_value("[name=title_lv]") == TITLE
    page.goto(f"/admin/projects/project/?q={TITLE}")
    assert page.locator("#result_list").count() == 0


def test_publishing_stops_once_and_loses_nothing(signed_in, page_for):
    page = signed_in("tikls")
    start_project(page)
    write(page, "Aktivitātes latviešu valodā", "Meklējam vēžus un ūdensrozes.")
    follow(page.get_by_role("button", name="Saglabāt un publicēt"))
    page.get_by_role("button", name="Tomēr publicēt").wait_for()

    assert page.input_value("[name=title_lv]") == TITLE
    assert panel(page).locator(".findings-rule li").count() >= 1
    written = page.get_by_role("textbox", name="Aktivitātes latviešu valodā")
    expect(written).to_have_text("Meklējam vēžus un ūdensrozes.")
    visitor = page_for(f"/lv/projekti/?q={TITLE}")
    assert visitor.locator(".plist").get_by_role("link", name=TITLE).count() == 0

    follow(page.get_by_role("button", name="Tomēr publicēt"))
    page.locator(".messagelist .success").wait_for()
    visitor.reload()
    assert visitor.locator(".plist").get_by_role("link", name=TITLE).count() == 1
