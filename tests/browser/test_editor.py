"""The text editor in a real browser: pictures, links, pasting, video, and what visitors see."""

import pytest

from config.demo.accounts import DEMO_ACCOUNTS
from tests.browser.conftest import follow
from tests.browser.judging import judge
from tests.core.test_richtext import OLD_SITE, WORD

EDITOR = next(each for each in DEMO_ACCOUNTS if each["username"] == "redaktors")
VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
FORM, TOOLBAR = "/admin/pages/page/add/", ".prose-menubar[role=toolbar]"
PASTE = """(element, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  element.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""

GUARD = """window.MutationObserver = class extends MutationObserver {
  constructor(react) {
    let times = 0;
    super((...seen) => { if (++times < 500) react(...seen); else window.isEndless = true; });
  }
}"""


def sign_in(page):
    page.goto("/admin/")
    page.locator("[name=login], [name=username]").fill(EDITOR["username"])
    page.fill("[name=password]", EDITOR["password"])
    page.locator("form:has([name=password]) [type=submit]").click()
    page.locator("#user-tools").wait_for()
    page.goto(FORM)
    page.locator(TOOLBAR).first.wait_for()
    return page


@pytest.fixture
def form(signed_in):
    def opened(**options):
        page = signed_in(EDITOR["username"], FORM, **options)
        page.locator(TOOLBAR).first.wait_for()
        return page

    return opened


@pytest.fixture
def loose_page(browser, site):
    """A page whose console and foreign requests are the test's own matter."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def text_of(page):
    return page.get_by_role("textbox", name="Teksts latviešu valodā")


def tool(page, name):
    return page.get_by_role("toolbar").first.get_by_role("button", name=name, exact=True)


def save(page, title, button="_publish"):
    page.fill("[name=title_lv]", title)
    follow(page.locator(f"[name={button}]").first)
    page.locator(".messagelist .success").wait_for()


def test_picture_and_link_are_chosen_by_keyboard_and_visitors_see_them(form, page_for):
    page = form()
    text_of(page).click()
    page.keyboard.type("Stāsts ")

    tool(page, "Saite").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("ciem")
    page.locator(".picker-list button").first.wait_for()
    page.keyboard.press("ArrowDown")
    name = page.inner_text(".picker-list button b")
    page.keyboard.press("Enter")
    assert text_of(page).locator("a").get_attribute("href").startswith("/page/")

    page.keyboard.press("End")
    page.keyboard.press("Enter")
    tool(page, "Attēls").focus()
    page.keyboard.press("Enter")
    page.locator(".picker-pictures img").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".ProseMirror figure img").wait_for()
    text_of(page).locator("figcaption").click()
    page.keyboard.type("Paraksts ar āžņi")
    save(page, "Lapa ar attēlu")

    reader = page_for("/lv/lapa-ar-attelu/")
    figure = reader.locator(".prose figure")
    assert figure.locator("source[type='image/avif']").count() == 1
    assert figure.locator("img").get_attribute("alt")
    assert "Paraksts ar āžņi" in figure.inner_text()
    follow(reader.locator(".prose a", has_text=name))
    assert reader.inner_text("h1") == name


def test_escape_closes_the_dialog_and_the_text_has_the_focus(form):
    page = form()
    text_of(page).click()

    for name in ("Attēls", "Saite"):
        tool(page, name).click()
        page.locator("dialog.picker[open]").wait_for()
        page.keyboard.press("Escape")
        page.locator("dialog.picker").wait_for(state="detached")
        assert page.evaluate("document.activeElement.getAttribute('role')") == "textbox"


def test_toolbar_does_not_answer_to_itself(loose_page):
    """It shows another kind of block at each move; once that made the page hang."""
    loose_page.add_init_script(GUARD)
    page = sign_in(loose_page)
    text_of(page).click()
    page.keyboard.type("Pirmais")
    page.keyboard.press("Control+Alt+2")
    page.keyboard.press("Enter")
    page.keyboard.type("otrais")
    page.keyboard.press("ArrowUp")

    assert text_of(page).inner_html() == "<h2>Pirmais</h2><p>otrais</p>"
    assert page.evaluate("window.isEndless") is None


def test_word_and_old_sites_are_pasted_clean(form):
    page = form()
    editor = text_of(page)
    for html in (WORD, OLD_SITE):
        editor.click()
        page.keyboard.press("Control+End")
        editor.evaluate(PASTE, html)
        page.wait_for_load_state("networkidle")
    editor.locator("h2", has_text="Viedie ciemi").wait_for()
    editor.locator("li", has_text="divi").wait_for()

    assert editor.locator("ul ul li").all_inner_texts() == ["apakšā"]
    assert editor.locator("ol li").all_inner_texts() == ["numurēts"]
    assert editor.locator("table").count() == 1
    assert editor.locator("[class^=Mso], [lang], font, u, p p").count() == 0
    assert "Treknais un slīpais teksts, 20\xa0000 eiro Rīgā" in editor.inner_text()
    shown = editor.inner_text()
    save(page, "Ielīmēta lapa", "_save")
    follow(page.get_by_role("link", name="Ielīmēta lapa").first)
    page.locator(".prose-menubar[role=toolbar]").first.wait_for()
    assert text_of(page).inner_text() == shown


def test_editor_works_without_the_picker(loose_page):
    loose_page.route("**/core/picker*.js", lambda route: route.abort())

    page = sign_in(loose_page)
    text_of(page).click()
    page.keyboard.type("Teksts bez krātuves")
    save(page, "Bez krātuves")

    loose_page.goto("/lv/bez-kratuves/")
    assert loose_page.get_by_text("Teksts bez krātuves").count() == 1


def test_video_is_asked_for_after_a_click_only(loose_page, site):
    page = sign_in(loose_page)
    text_of(page).click()
    tool(page, "Saite").click()
    page.keyboard.type(VIDEO)
    page.keyboard.press("Enter")
    save(page, "Lapa ar video")
    asked, refused = [], []
    page.on("request", lambda seen: asked.append(seen.url))
    page.on("console", lambda said: "Security" in said.text and refused.append(said.text))

    page.goto("/lv/lapa-ar-video/")
    link = page.locator(".video a")
    assert link.get_attribute("href") == VIDEO
    page.wait_for_load_state("networkidle")
    assert [each for each in asked if not each.startswith(site)] == []
    link.focus()
    with page.expect_request(lambda seen: not seen.url.startswith(site)) as player:
        page.keyboard.press("Enter")

    address = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
    assert player.value.url == address
    assert "youtube.com" in page.locator(".video iframe").get_attribute("title")
    assert refused == []


def test_dialogs_are_accessible(form):
    page = form(bypass_csp=True)  # axe writes styles of its own
    found = {}
    for name, words in (("Attēls", ""), ("Saite", "ciem")):
        text_of(page).click()
        tool(page, name).click()
        page.keyboard.type(words)
        page.locator(".picker-list button").first.wait_for()
        if wrong := judge(page):
            found[name] = wrong
        page.keyboard.press("Escape")

    assert found == {}
