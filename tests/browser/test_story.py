"""A coordinator's whole work in Latvian: from signing in to the visitor's page, and back again."""

import io
import re
from datetime import datetime, timedelta

import pytest
from PIL import Image as Drawing

from tests.browser.conftest import follow

FIRST, SECOND = "Upes kopā", "Upes un ezeri kopā"


@pytest.fixture
def shore(tmp_path):
    """A photograph's file."""
    data = io.BytesIO()
    Drawing.effect_mandelbrot((1200, 800), (-2, -1, 1, 1), 60).convert("RGB").save(data, "JPEG")
    file = tmp_path / "krasts.jpg"
    file.write_bytes(data.getvalue())
    return file


def save(page, button):
    follow(page.get_by_role("button", name=button, exact=True))
    page.locator(".messagelist .success").wait_for()


def add_picture(page, file):
    """Upload to the library and describe in both languages."""
    page.goto("/admin/core/image/upload/")
    page.set_input_files("#files", file)
    follow(page.get_by_role("link", name="Aprakstīt attēlus"))
    page.fill("[name$=alt_lv]", "Upes krasts rudenī")
    page.fill("[name$=alt_en]", "River bank in autumn")
    save(page, "Saglabāt")


def choose(page, field, text):
    """Pick a row in a select with search."""
    page.locator(f"#id_{field} + .select2").click()
    page.locator(".select2-dropdown .select2-search__field").fill(text)
    page.locator(".select2-results__option[role=option]", has_text=text).first.click()


def write(page, label, text):
    editor = page.get_by_role("textbox", name=label)
    editor.click()
    page.keyboard.type(text)


def write_project(page):
    page.goto("/admin/projects/project/add/")
    page.fill("[name=title_lv]", FIRST)
    page.fill("[name=title_en]", "Rivers together")
    page.fill("[name=summary_lv]", "Kā kopt upes.")
    page.fill("[name=summary_en]", "How to keep rivers.")
    choose(page, "programme", "NVO")
    choose(page, "cover", "Upes krasts")
    write(page, "Mērķi latviešu valodā", "Tīras upes, žņāudzējčūskas un ūdensrozes.")
    write(page, "Mērķi angļu valodā", "Clean rivers.")


def preview(page, button):
    with page.context.expect_page() as opened:
        page.get_by_role("button", name=button, exact=True).click()
    tab = opened.value
    tab.wait_for_load_state()
    return tab


def state_of(page):
    return page.locator(".state").first.inner_text()


def status(visitor, address):
    return visitor.request.get(address).status


def test_whole_story_of_a_project(signed_in, page_for, shore):
    page, visitor = signed_in("redaktors"), page_for("/lv/")
    add_picture(page, shore)
    write_project(page)

    tab = preview(page, "Priekšskatīt angliski")
    assert tab.get_by_role("heading", name="Rivers together", level=1).count() == 1
    assert tab.get_by_role("img", name="River bank in autumn").count() == 1
    tab.close()

    save(page, "Saglabāt un turpināt labošanu")
    form = page.url
    address = page.get_by_role("link", name="Lapa latviešu valodā").get_attribute("href")
    assert (state_of(page), status(visitor, address)) == ("melnraksts", 404)
    seen_by_a_colleague(page, page_for, form)
    appears_on_monday(page, visitor, form, address)
    changes_wait_in_a_draft(page, visitor, form, address)
    returns_to_an_old_version(page, visitor, form, address)


def seen_by_a_colleague(page, page_for, form):
    """A link shows the draft to somebody without an account, until it is ended."""
    page.goto(form.replace("/change/", "/history/"))
    follow(page.get_by_role("button", name="Izveidot priekšskatījuma saiti").first)
    link = page.locator(".version-link input").first.input_value()
    colleague = page_for(link, width=390)
    assert colleague.get_by_role("heading", name=FIRST, level=1).count() == 1
    follow(page.get_by_role("button", name="Izbeigt priekšskatījuma saiti"))
    page.locator(".messagelist .success").wait_for()
    assert status(colleague, link) == 410


def appears_on_monday(page, visitor, form, address):
    """Scheduled for Monday at nine; then for a moment that has gone by."""
    today = datetime.now()
    monday = today + timedelta(days=7 - today.weekday())
    page.goto(form)
    page.fill("[name=published_at]", monday.strftime("%Y-%m-%dT09:00"))
    save(page, "Saglabāt un turpināt labošanu")
    assert (state_of(page), status(visitor, address)) == ("ieplānota", 404)

    page.fill("[name=published_at]", (today - timedelta(days=2)).strftime("%Y-%m-%dT09:00"))
    save(page, "Saglabāt un turpināt labošanu")
    assert state_of(page) == "publiska"
    visitor.goto(address)
    assert visitor.get_by_role("heading", name=FIRST, level=1).count() == 1


def changes_wait_in_a_draft(page, visitor, form, address):
    """Visitors see the old page until the draft is saved."""
    page.fill("[name=title_lv]", SECOND)
    save(page, "Paturēt kā melnrakstu")
    visitor.goto(address)
    assert visitor.get_by_role("heading", name=FIRST, exact=True, level=1).count() == 1

    page.goto(form)
    assert page.locator("[name=title_lv]").input_value() == SECOND
    save(page, "Saglabāt un turpināt labošanu")
    visitor.goto(address)
    assert visitor.get_by_role("heading", name=SECOND, exact=True, level=1).count() == 1


def returns_to_an_old_version(page, visitor, form, address):
    """The history names what changed; the version before comes back."""
    page.goto(form.replace("/change/", "/history/"))
    assert page.get_by_text(re.compile("Mainīts: Nosaukums latviešu valodā")).count() >= 1
    follow(page.get_by_role("link", name="Ielikt veidlapā").first)
    assert page.locator("[name=title_lv]").input_value() == FIRST
    save(page, "Saglabāt un turpināt labošanu")
    visitor.goto(address)
    assert visitor.get_by_role("heading", name=FIRST, exact=True, level=1).count() == 1
