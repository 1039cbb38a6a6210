"""What staff see of mails that wait or were given up, and how one leaves after all."""

import os
import subprocess
import sys

import pytest

from tests.browser.conftest import ROOT, follow
from tests.browser.judging import judge

MAILS = """
from datetime import timedelta
from django.utils import timezone
from engage.models import Outbox
now = timezone.now()
mail = {"to": "zenta@example.lv", "text": "Sveika, Zenta!", "html": "<p>Sveika, Zenta!</p>"}
refused = {"failed_at": now, "attempts": 6, "last_error": "450 mailbox full"}
Outbox.objects.create(key="refused", subject="Vēstule Zentai", **mail, **refused)
Outbox.objects.create(key="early", subject="Jau rīt", not_before=now + timedelta(days=1), **mail)
"""


@pytest.fixture
def mails(site, folder):
    """One that the server refused too often, and one whose time has not come."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    subprocess.run(  # noqa: S603 (ours)
        [sys.executable, "manage.py", "shell", "--no-imports", "--command", MAILS],
        cwd=ROOT,
        env=environment | {"DATA_DIR": str(folder)},
        check=True,
    )


def test_mail_that_was_given_up_is_tried_again(signed_in, mails):
    page = signed_in("tikls", "/admin/engage/outbox/", bypass_csp=True)
    wrong = judge(page, one_of_many=True)
    waiting, given_up, _sent = page.locator(".mail-counts a").all()
    follow(waiting)
    assert "Jau rīt" in page.locator("#result_list .field-subject").all_inner_texts()
    follow(given_up)
    assert page.locator("#result_list .field-trouble").all_inner_texts() == ["450 mailbox full"]
    follow(page.get_by_role("link", name="Vēstule Zentai"))
    assert page.get_by_text("Sveika, Zenta!").is_visible()
    again = page.get_by_role("button", name="Mēģināt vēlreiz")
    left_open = page.context.new_page()
    left_open.goto(page.url)

    follow(again)
    assert page.locator(".messagelist .success").is_visible()
    assert given_up.inner_text() == "0"
    sent = page.locator("#result_list tr", has_text="Vēstule Zentai").get_by_text("nosūtīta")
    for _each in range(60):
        if sent.count():
            break
        page.wait_for_timeout(500)
        page.goto("/admin/engage/outbox/")

    follow(left_open.get_by_role("button", name="Mēģināt vēlreiz"))
    assert left_open.locator(".messagelist .warning").is_visible()
    assert wrong == {}
