"""Pictures in a real browser: several at once, each with its own message, and the focal point."""

import pytest

from tests import uploads
from tests.browser.test_pages import SIDEWAYS, violations


def sent(name, content):
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_pictures_are_added_described_and_pointed_at(signed_in, dark):
    page = signed_in("tikls", dark=dark, bypass_csp=True)  # axe writes styles of its own
    wrong = []

    def judge():
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            wrong.extend([*violations(page), *["sideways"] * (page.evaluate(SIDEWAYS) > 0)])

    page.goto("/admin/core/image/upload/")
    files = [sent("labs.jpg", uploads.picture()), sent("slikts.jpg", uploads.HTML)]
    page.set_input_files("#files", [*files, sent("otrs.jpg", uploads.picture(size=(600, 400)))])
    onwards = page.locator(".sent-on")
    onwards.wait_for()
    assert page.locator(".sent li").evaluate_all("all => all.map(each => each.className)") == [
        "good",
        "bad",
        "good",
    ]
    judge()

    onwards.click()
    page.locator(".picture-form").first.wait_for()
    picker = page.locator(".focus-picture").last
    box = picker.bounding_box()
    picker.click(position={"x": box["width"] * 0.2, "y": box["height"] * 0.7})
    picker.press("ArrowRight")
    picker.press("ArrowUp")
    focus = [page.input_value(f"[name=form-1-focus_{axis}]") for axis in "xy"]
    assert focus == ["30", "60"]
    judge()

    page.fill("[name=form-1-alt_lv]", "Ezers")
    page.fill("[name=form-1-alt_en]", "Lake")
    page.locator(".submit-row [type=submit]").click()
    page.locator(".messagelist .success").wait_for()
    page.locator(".waiting").wait_for()
    page.get_by_role("link", name="Ezers").first.click()
    page.locator(".focus-picture:enabled").wait_for()
    assert [page.input_value(f"[name=focus_{axis}]") for axis in "xy"] == focus
    assert wrong == []


def test_pictures_are_added_without_javascript(signed_in):
    page = signed_in("tikls", java_script_enabled=False)

    page.goto("/admin/core/image/upload/")
    files = [sent("labs.jpg", uploads.picture()), sent("slikts.jpg", uploads.HTML)]
    page.set_input_files("#files", files)
    page.locator(".submit-row [type=submit]").click()

    assert page.locator(".picture-form h2").all_inner_texts() == ["labs.jpg"]
    assert "slikts.jpg" in page.locator(".messagelist .error").inner_text()
