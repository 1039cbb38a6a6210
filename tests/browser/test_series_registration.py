"""A visitor without JavaScript takes the dates of a series with one form."""

from tests.browser.conftest import follow
from tests.browser.judging import judge

SERIES = "/lv/pasakumi/cikls/divas-tiksanas/"


def test_visitor_takes_several_dates_with_one_form(page_for, mailbox):
    page = page_for(SERIES, width=390, java_script_enabled=False)
    follow(page.get_by_role("link", name="Pieteikties vairākiem datumiem"))
    judged = page_for(page.url)
    wrong = judge(judged, one_of_many=True)
    dates = page.locator("[name=dates]")
    assert [each.is_checked() for each in dates.all()] == [True, True]

    page.fill("#id_name", "Zane Kalniņa")
    page.fill("#id_email", "zane.kalnina@example.lv")
    page.fill("#id_answer", "Par bērnu laukumu.")
    for each in dates.all():
        each.uncheck()
    follow(page.locator(".visitor-form .btn"))
    complaint = page.locator(".form-errors a")
    assert complaint.all_inner_texts() == ["Datumi"]
    assert page.locator(complaint.get_attribute("href")).count() == 1
    assert page.input_value("#id_name") == "Zane Kalniņa"
    assert page.input_value("#id_answer") == "Par bērnu laukumu."
    assert [each.is_checked() for each in dates.all()] == [False, False]

    for each in dates.all():
        each.check()
    page.wait_for_timeout(2000)  # nobody fills a form in less
    page.click(".visitor-form .btn")
    page.wait_for_url("**/nosutits/")
    page.goto(mailbox("Apstipriniet pieteikumus: 2", "/m/"))
    follow(page.get_by_role("button", name="Apstiprināt pieteikumu"))

    assert page.get_by_text("Jums ir vieta.").is_visible()
    others = page.locator("section", has_text="Pārējie datumi no šīs veidlapas")
    assert others.get_by_role("link").all_inner_texts() == ["Apkaimes darbnīca Jelgavā"]
    assert wrong == {}
