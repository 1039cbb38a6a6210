"""What a visitor without JavaScript sends in, by the mailbox, over the desk, to the public list."""

from tests.browser.conftest import follow


def test_organisation_is_suggested_confirmed_and_published_in_bulk(page_for, mailbox, signed_in):
    page = page_for("/lv/uznemumi/pievienoties/", width=390, java_script_enabled=False)
    page.fill("#id_title", "Kalna dravas")
    page.select_option("#id_kind", index=1)
    page.select_option("#id_country", "LV")
    page.fill("#id_summary", "Medus un vasks no kalna.")
    page.check("#id_languages_0")
    page.select_option("#id_text_language", "lv")
    page.fill("#id_name", "Ilze Kalna")
    page.fill("#id_email", "ilze.kalna@example.lv")
    page.wait_for_timeout(2000)  # nobody fills a form in less
    page.click(".visitor-form .btn")
    page.wait_for_url("**/nosutits/")

    page.goto(mailbox("Apstipriniet savu organizāciju katalogā", "/mans/"))
    follow(page.get_by_role("button", name="Apstiprināt"))
    page.get_by_text("Kāds no mums to drīz izlasīs").wait_for()

    desk = signed_in("tikls")
    desk.goto("/admin/desk/")
    desk.locator(".line", has_text="Kalna dravas").locator("[name=chosen]").check()
    follow(desk.get_by_role("button", name="Publicēt atzīmēto"))
    desk.get_by_text("Pieņemts 1 lēmums.").wait_for()
    page.goto("/lv/uznemumi/?q=dravas")
    page.get_by_role("link", name="Kalna dravas").first.wait_for()
