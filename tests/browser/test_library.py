"""Pictures in a real browser: several at once, each with its own message, and the focal point."""

from tests import uploads
from tests.browser.conftest import follow
from tests.browser.judging import judge


def sent(name, content):
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


def choose_files(page):
    """Choose two pictures and a disguised page; gives how each one ended."""
    page.goto("/admin/core/image/upload/")
    files = [sent("labs.jpg", uploads.picture()), sent("slikts.jpg", uploads.HTML)]
    page.set_input_files("#files", [*files, sent("otrs.jpg", uploads.picture(size=(600, 400)))])
    page.locator(".sent-on").wait_for()
    return page.locator(".sent li").evaluate_all("all => all.map(each => each.className)")


def test_both_pages_of_several_pictures_are_accessible(signed_in):
    page = signed_in("tikls", bypass_csp=True)  # axe writes styles of its own

    assert choose_files(page) == ["good", "bad", "good"]
    assert judge(page) == {}
    page.locator(".sent-on").click()
    page.locator(".focus-picture:enabled").first.wait_for()
    assert judge(page) == {}


def test_picture_is_described_and_pointed_at(signed_in):
    page = signed_in("tikls")
    choose_files(page)
    follow(page.locator(".sent-on"))

    picker = page.locator(".focus-picture").last
    box = picker.bounding_box()
    picker.click(position={"x": box["width"] * 0.2, "y": box["height"] * 0.7})
    picker.press("ArrowRight")
    picker.press("ArrowUp")
    page.fill("[name=form-1-alt_lv]", "Ezers")
    page.fill("[name=form-1-alt_en]", "Lake")
    page.locator(".submit-row [type=submit]").click()
    page.locator(".waiting").wait_for()
    follow(page.get_by_role("link", name="Ezers").first)

    assert [page.input_value(f"[name=focus_{axis}]") for axis in "xy"] == ["30", "60"]


def test_pictures_are_added_without_javascript(signed_in):
    page = signed_in("tikls", java_script_enabled=False)

    page.goto("/admin/core/image/upload/")
    files = [sent("labs.jpg", uploads.picture()), sent("slikts.jpg", uploads.HTML)]
    page.set_input_files("#files", files)
    follow(page.locator(".submit-row [type=submit]"))

    assert page.locator(".picture-form h2").all_inner_texts() == ["labs.jpg"]
    assert "slikts.jpg" in page.locator(".messagelist .error").inner_text()
