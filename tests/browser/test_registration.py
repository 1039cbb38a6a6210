"""A visitor without JavaScript, from the form by the mailbox to a place and back."""

from tests.browser.conftest import follow
from tests.browser.judging import judge


def test_visitor_registers_confirms_and_cancels(page_for, mailbox):
    page = page_for("/lv/pasakumi/", width=390, java_script_enabled=False)
    judged = page_for("/lv/privatums/")
    wrong = [judge(judged)]
    follow(page.locator(".event", has_text="Var pieteikties").locator("h3 a").first)
    title = page.locator("h1").text_content()
    follow(page.get_by_role("link", name="Pieteikties"))
    judged.goto(page.url)
    wrong.append(judge(judged))

    page.fill("#id_name", "Anna Ozola")
    page.fill("#id_email", "nav-adreses")
    follow(page.locator(".visitor-form .btn"))
    assert page.locator("#id_email_error").is_visible()
    assert page.input_value("#id_name") == "Anna Ozola"
    page.fill("#id_email", "anna.ozola@example.lv")
    page.wait_for_timeout(2000)  # nobody fills a form in less
    page.click(".visitor-form .btn")
    page.wait_for_url("**/nosutits/")
    judged.goto(page.url)
    wrong.append(judge(judged))

    link = mailbox(f"Apstipriniet pieteikumu: {title}", "/m/")
    page.goto(link)
    judged.goto(link)
    wrong.append(judge(judged))
    follow(page.get_by_role("button", name="Apstiprināt pieteikumu"))
    assert page.get_by_text("Jums ir vieta.").is_visible()
    judged.goto(page.url)
    judged.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
    wrong.append(judge(judged))
    page.get_by_text("Nevaru ierasties").click()
    follow(page.get_by_role("button", name="Atsaukt manu pieteikumu"))
    assert page.get_by_text("Šis pieteikums ir atsaukts.").is_visible()

    assert wrong == [{}] * 5
