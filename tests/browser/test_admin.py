"""The administration in a real browser: an editor's work, and accessibility of every page."""

import re

import pytest

from tests.browser.conftest import follow
from tests.browser.judging import judge

ADMINISTRATOR, EDITOR = "administrators", "tikls"
LISTS = [
    "core/image",
    "library/item",
    "events/event",
    "news/post",
    "pages/page",
    "partnership/organisation",
    "partnership/partnership",
    "partnership/territory",
    "projects/acknowledgementrule",
    "projects/fund",
    "projects/programme",
    "projects/project",
]
CLIPPED = """(() => {
  const rows = document.querySelector("#changelist .results")
  return rows ? rows.scrollWidth - rows.clientWidth : 0
})()"""
PAGES = [  # beside those of an account (test_accounts)
    "core/brokenlink/",
    "core/document/",
    "core/document/add/",
    "core/fault/",
    "core/image/upload/",
    "core/oldaddress/",
    "core/oldaddress/add/",
    "core/oldaddress/import/",
    "account/codes/",
    "library/item/figures/",
    "projects/project/deleted/",
    "projects/project/export/",
    "projects/project/import/",
    "projects/project/?state=public",
    "projects/subscription/",
    "projects/subscription/add/",
    "partnership/person/add/?_popup=1",
]
PARTS = 2


def open_first_row(page, name):
    if not page.url.endswith(f"/admin/{name}/"):
        page.goto(f"/admin/{name}/")
    follow(page.locator("#result_list tbody th a").first)


def test_editor_changes_both_languages_and_visitors_see_it(signed_in):
    page = signed_in(EDITOR)
    open_first_row(page, "projects/project")
    address = page.get_by_role("link", name="Lapa latviešu valodā").get_attribute("href")
    english = page.get_by_role("link", name="Lapa angļu valodā").get_attribute("href")

    page.fill("[name=target_groups_lv]", "Ķekavas ļaudis")
    page.fill("[name=target_groups_en]", "People of Ķekava")
    editor = page.get_by_role("textbox", name="Rezultāti latviešu valodā")
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Āžņi šeit.")
    follow(page.get_by_role("button", name="Saglabāt", exact=True))
    page.locator(".messagelist .success").wait_for()

    page.goto(address)
    assert page.get_by_text("Ķekavas ļaudis").count() == 1
    assert page.get_by_text("Āžņi šeit.").count() == 1
    page.goto(english)
    assert page.get_by_text("People of Ķekava").count() == 1


def test_lists_show_all_their_columns(signed_in):
    page = signed_in(EDITOR)
    clipped = {}
    for name in [*LISTS, "directory/listing", "ideas/ideathon", "projects/subscription"]:
        page.goto(f"/admin/{name}/")
        extra = page.evaluate(CLIPPED)
        if extra > 0:
            clipped[name] = extra

    assert clipped == {}


def test_new_project_is_a_draft_until_it_is_published(signed_in, page_for):
    page = signed_in(EDITOR, "/admin/projects/project/add/")
    page.fill("[name=title_lv]", "Jauns sadarbības projekts")
    page.locator("#id_programme + .select2").click()
    page.locator(".select2-results__option[role=option]").first.click()
    follow(page.get_by_role("button", name="Saglabāt un turpināt labošanu"))
    page.locator(".messagelist .success").wait_for()
    follow(page.get_by_role("link", name=re.compile("^Lapa latviešu")))
    page.locator(".draft-notice").wait_for()

    reader = page_for("/lv/projekti/?q=jauns%20sadarbības")
    assert reader.get_by_text("Jauns sadarbības projekts").count() == 0

    page.goto("/admin/projects/project/?q=Jauns")
    page.check("#result_list tbody [name=_selected_action]")
    page.select_option("[name=action]", label="Publicēt tagad")
    follow(page.locator("[name=index]"))
    page.locator(".messagelist .success").wait_for()
    reader.reload()
    assert reader.get_by_role("link", name="Jauns sadarbības projekts").count() == 1


@pytest.mark.parametrize("name", ["", *LISTS])
def test_list_and_form_are_accessible(signed_in, name):
    path = f"/admin/{name}/" if name else "/admin/"
    page = signed_in(ADMINISTRATOR, path, bypass_csp=True)  # axe writes styles of its own
    if not name:
        assert judge(page) == {}
        return

    assert judge(page, one_of_many=True) == {}
    open_first_row(page, name)
    assert judge(page, one_of_many=True) == {}


@pytest.mark.parametrize("part", range(PARTS))
def test_other_pages_are_accessible(page_for, administrator_state, part):
    page = page_for("/admin/", storage_state=administrator_state, bypass_csp=True)
    open_first_row(page, "projects/project")
    row = page.url.partition("/admin/")[2].removesuffix("change/")
    found = {}
    for name in [*PAGES, f"{row}history/", f"{row}delete/"][part::PARTS]:
        page.goto(f"/admin/{name}")
        if wrong := judge(page, one_of_many=True):
            found[name] = wrong

    assert found == {}


def test_pages_of_an_event_are_accessible(signed_in):
    """Somebody who called is put down; then every page about the event is judged."""
    page = signed_in(ADMINISTRATOR, "/admin/events/event/?q=Jelgav", bypass_csp=True)
    form = page.locator("#result_list tbody th a").first.get_attribute("href").partition("?")[0]
    event = form.removesuffix("change/")
    page.goto(f"{event}people/")
    page.locator(".desk-add summary").click()
    page.fill("[name=name]", "Anna Ozola")
    follow(page.get_by_role("button", name="Pievienot", exact=True))
    page.locator(".desk-table").get_by_text("Anna Ozola").first.wait_for()
    found = {"people": judge(page)}
    for name in ("message", "cancel", "duplicate"):
        page.goto(f"{event}{name}/")
        found[name] = judge(page)

    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_editor_cannot_reach_accounts(signed_in):
    page = signed_in(EDITOR)

    assert page.get_by_role("link", name="Lietotāji").count() == 0
    answer = page.request.get("/admin/core/user/")
    assert answer.status == 403
