"""Signing in with a real browser: passkeys, and accessibility of every page of an account."""

import pytest

from tests.browser.conftest import DEMO_ACCOUNTS, fill_in, follow
from tests.browser.judging import judge

DOORS = ["login", "reset", "reset/sent", "reset/a-b", "inactive"]
OWN = [
    *("account", "account/password", "account/app", "account/keys/add", "account/sessions"),
    *("account/logout", "account/confirm", "core/user", "core/user/add", "core/auditentry"),
]


@pytest.fixture
def key_page(browser, site):
    """A page of a browser whose computer holds passkeys; WebAuthn wants a name for a host."""
    complaints = []
    context = browser.new_context(base_url=site.replace("127.0.0.1", "localhost"))
    page = context.new_page()
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    options |= {"hasUserVerification": True, "isUserVerified": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield page
    context.close()
    assert complaints == []


def test_passkey_is_added_and_opens_the_administration(key_page):
    key_page.goto("/admin/")
    fill_in(key_page, DEMO_ACCOUNTS["autors"])
    key_page.goto("/admin/account/keys/add/")
    key_page.fill("[name=name]", "Biroja dators")
    key_page.check("[name=passwordless]")
    key_page.click("#mfa_webauthn_add")
    key_page.wait_for_url("**/admin/account/codes/")
    key_page.goto("/admin/account/")
    assert key_page.locator(".account-keys strong").all_inner_texts() == ["Biroja dators"]

    follow(key_page.locator("#logout-form button"))
    key_page.click("#passkey_login")
    key_page.locator("#user-tools").wait_for()

    assert key_page.url.endswith("/admin/")


def test_passkey_is_the_second_factor_after_a_password(key_page):
    account = DEMO_ACCOUNTS["redaktors"]
    key_page.goto("/admin/")
    fill_in(key_page, account)
    key_page.goto("/admin/account/keys/add/")
    key_page.click("#mfa_webauthn_add")
    key_page.wait_for_url("**/admin/account/codes/")
    follow(key_page.locator("#logout-form button"))

    key_page.fill("[name=login]", account["username"])
    key_page.fill("[name=password]", account["password"])
    follow(key_page.locator("input[type=submit]"))
    key_page.click("#mfa_webauthn_authenticate")
    key_page.locator("#user-tools").wait_for()

    assert key_page.url.endswith("/admin/")
    remove_key(key_page)  # the tests that follow sign in without one


def remove_key(page):
    page.goto("/admin/account/")
    follow(page.locator("a[href*='/remove/']").first)
    follow(page.locator("form.account-form [type=submit]").first)
    assert page.locator(".account-keys").count() == 0


def test_unused_passkey_is_told_on_the_page(page_for):
    page = page_for("/admin/account/login/")  # an address of numbers, where there are no passkeys

    page.click("#passkey_login")
    page.locator("[data-key-error]").wait_for()

    assert page.url.endswith("/admin/account/login/")


def test_pages_of_an_account_are_accessible(page_for, signed_in):
    found = {}
    visitor = page_for("/admin/account/login/", bypass_csp=True)
    person = signed_in("administrators", bypass_csp=True)

    for page, paths in ((visitor, [f"account/{each}" for each in DOORS]), (person, OWN)):
        for path in paths:
            page.goto(f"/admin/{path}/")
            if wrong := judge(page, one_of_many=True):
                found[path] = wrong

    assert found == {}
