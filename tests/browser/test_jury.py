"""A juror on a phone without JavaScript: from the mail to the scores, and off a sheet again."""

from tests.browser.conftest import follow
from tests.browser.judging import judge


def link_for(staff, mailbox):
    """Publish the solution that waits, put a juror into the jury, and mail the link."""
    staff.locator(".line", has_text="Zupas vakars pagalmā").locator("[name=chosen]").check()
    follow(staff.get_by_role("button", name="Publicēt atzīmēto"))
    staff.goto("/admin/ideas/ideathon/?q=izmēģiniet")
    follow(staff.locator("#result_list tbody th a"))
    follow(staff.get_by_role("link", name="Žūrija"))
    staff.fill("[name=name]", "Ilze Žīgure")
    staff.fill("[name=email]", "ilze.zigure@example.lv")
    follow(staff.get_by_role("button", name="Pievienot", exact=True))
    follow(staff.get_by_role("button", name="Nosūtīt saites tiem, kam to vēl nav"))
    return mailbox("Jūsu vērtēšanas lapa: Ideatons Jelgavā: izmēģiniet", "/z/")


def test_juror_scores_by_thumb_and_steps_back(page_for, signed_in, mailbox):
    link = link_for(signed_in("tikls", "/admin/desk/"), mailbox)
    page = page_for(link, width=390, java_script_enabled=False)
    points = page.locator(".points")

    points.first.get_by_role("radio", name="4").check()
    follow(page.get_by_role("button", name="Saglabāt"))
    assert page.get_by_text("Dažiem kritērijiem vēl nav punktu.").is_visible()
    assert page.get_by_text("Novērtēti: 0 no 1").is_visible()
    assert page.locator(".points :checked").evaluate_all("all => all.map(each => each.value)") == [
        "4"
    ]
    points.last.get_by_role("radio", name="0").check()
    follow(page.get_by_role("button", name="Saglabāt"))
    assert page.get_by_text("Novērtēti: 1 no 1").is_visible()
    wrong = judge(page_for(link), one_of_many=True)

    page.get_by_text("Man ir saistība ar šo komandu").click()
    follow(page.get_by_role("button", name="Es to nevērtēju"))

    assert page.get_by_text("Vēl nav risinājumu, ko vērtēt.").is_visible()
    assert wrong == {}
