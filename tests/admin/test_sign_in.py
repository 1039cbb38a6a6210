"""Signing in: who comes in, how often one may try, links by mail, sessions, and the log of it."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from core.accounts.invitations import LinkTokens
from core.models import AuditEntry, User
from core.roles import EDITOR
from tests.admin.signing import PASSWORD, is_in, sign_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
OTHER = "192.0.2.7"
NEW = "cita-gara-parole-9"
Kind = AuditEntry.Kind


@pytest.fixture
def anna():
    user = UserFactory(username="anna", email="anna@example.lv", language="en", groups=[EDITOR])
    user.set_password(PASSWORD)
    user.save()
    return user


def plain(response, *typed):
    """What a page says, without its token and what was typed into it."""
    text = re.sub(r'value="[^"]{40,}"|nonce="[^"]*"', "", response.text)
    for each in typed:
        text = text.replace(each, "")
    return text


def entries():
    return list(
        AuditEntry.objects.order_by("pk").values_list("kind", "actor__username", "subject_name")
    )


def ask_for_a_link(client, email="anna@example.lv", **headers):
    client.post(reverse("account_reset_password"), {"email": email}, headers=headers)
    return re.search(r"https?://\S+/reset/\S+", mail.outbox[-1].body).group()


def set_password(client, link, password=NEW):
    """Follow the link and set the password; the answer to the form."""
    page = client.get(urlsplit(link).path, follow=True)
    if not page.redirect_chain:
        return page
    return client.post(page.redirect_chain[-1][0], {"password1": password, "password2": password})


@pytest.mark.parametrize("name", ["anna", "ANNA", "anna@example.lv", "Anna@Example.lv"])
def test_name_and_email_open_the_administration(client, anna, name):
    response = sign_in(client, name)

    assert response.url == reverse("admin:index")
    assert is_in(client)


def test_admin_login_leads_to_the_sign_in_page(client):
    response = client.get(reverse("admin:projects_project_changelist"), follow=True)

    assert response.redirect_chain[-1][0].startswith(reverse("account_login"))
    assert response.status_code == 200


def test_session_is_another_one_after_signing_in(client, anna):
    session = client.session  # one that somebody else may have planted
    session["seen"] = True
    session.save()
    before = client.cookies["sessionid"].value

    sign_in(client, "anna")

    assert client.cookies["sessionid"].value != before
    assert not Session.objects.filter(session_key=before).exists()


def test_unknown_names_get_the_same_answer(anna):
    names = ["anna", "anna@example.lv", "nav-tada", "nav@example.lv"]

    answers = {plain(sign_in(Client(), name, "nepareiza"), name) for name in names}

    assert len(answers) == 1


def test_sixth_try_is_locked_even_with_the_right_password(client, anna):
    for _try in range(5):
        sign_in(client, "anna", "nepareiza")

    assert sign_in(client, "anna").status_code == 200
    assert not is_in(client)
    assert sign_in(client, "anna", address=OTHER).status_code == 302


def test_unknown_names_lock_in_the_same_way(anna):
    answers = set()
    for name in ("anna", "nav-tada"):
        for _try in range(6):
            response = sign_in(Client(), name, "nepareiza")
        answers.add(plain(response, name))

    assert len(answers) == 1


def test_name_and_email_are_counted_together(client, anna):
    for name in ("anna", "anna@example.lv", "ANNA", "Anna@example.lv", "anna"):
        sign_in(client, name, "nepareiza")

    assert sign_in(client, "anna@example.lv").status_code == 200


def test_forged_headers_do_not_open_the_lock(client, anna):
    for number in range(5):
        sign_in(client, "anna", "nepareiza", x_forwarded_for=f"192.0.2.{number}")

    locked = [
        sign_in(client, "anna", **{name: "192.0.2.99"}).status_code
        for name in ("x_forwarded_for", "x_real_ip", "client_ip", "forwarded")
    ]
    assert locked == [200] * 4


def test_behind_a_proxy_its_own_word_counts(client, anna, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(5):
        sign_in(client, "anna", "nepareiza", x_forwarded_for=f"10.0.0.{number}, {OTHER}")

    assert sign_in(client, "anna", x_forwarded_for=f"10.0.0.9, {OTHER}").status_code == 200
    assert sign_in(client, "anna", x_forwarded_for=f"{OTHER}, 10.0.0.1").status_code == 302


def test_tries_from_many_addresses_lock_the_name(client, anna):
    for number in range(30):
        sign_in(client, "anna", "nepareiza", address=f"192.0.2.{number // 5}")

    assert sign_in(client, "anna", address="198.51.100.1").status_code == 200


def test_right_passwords_are_not_counted(anna):
    codes = [sign_in(Client(), "anna").status_code for _time in range(8)]

    assert codes == [302] * 8


def test_new_password_by_mail_ends_the_lock(client, anna):
    for _try in range(5):
        sign_in(client, "anna", "nepareiza")

    set_password(client, ask_for_a_link(client))

    assert sign_in(client, "anna", NEW).status_code == 302


@pytest.mark.parametrize("header", ["host", "x_forwarded_host"])
def test_link_never_carries_the_host_of_the_request(client, anna, settings, header):
    settings.SITE_URL = "https://www.example.lv"

    link = ask_for_a_link(client, **{header: "localhost:9999"})

    assert link.startswith("https://www.example.lv/admin/account/reset/")
    assert "localhost" not in mail.outbox[0].subject + mail.outbox[0].body


def test_unknown_host_is_refused(client, anna):
    response = client.post(
        reverse("account_reset_password"), {"email": anna.email}, headers={"host": "evil.example"}
    )

    assert (response.status_code, mail.outbox) == (400, [])


def test_unknown_address_gets_the_same_answer_and_no_link(anna):
    address = reverse("account_reset_password")
    answers = [Client().post(address, {"email": f"{n}@example.lv"}) for n in ("anna", "nav")]

    assert [each.url for each in answers] == [reverse("account_reset_password_done")] * 2
    assert [each.to for each in mail.outbox] == [["anna@example.lv"], ["nav@example.lv"]]
    assert "/admin/" not in mail.outbox[1].body


def test_failing_mail_changes_nothing_in_the_answer(client, anna, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    response = client.post(reverse("account_reset_password"), {"email": anna.email})

    assert response.url == reverse("account_reset_password_done")
    assert "could not be sent" in caplog.text


def test_link_works_once(client, anna):
    link = ask_for_a_link(client)

    set_password(client, link)
    again = set_password(Client(), link, "vel-viena-parole-3")

    anna.refresh_from_db()
    assert anna.check_password(NEW)
    assert again.context["token_fail"]


def test_person_is_told_of_a_changed_password(client, anna):
    sign_in(Client(), "anna")
    User.objects.update(language="lv")
    set_password(client, ask_for_a_link(client))

    told = mail.outbox[-1]
    assert told.to == ["anna@example.lv"]
    assert "parole nomainīta" in told.body
    assert NEW not in told.body


def test_link_for_a_forgotten_password_works_for_a_day(client, anna, monkeypatch):
    made_at = LinkTokens()._now()
    link = ask_for_a_link(client)

    monkeypatch.setattr(LinkTokens, "_now", lambda self: made_at + timedelta(hours=25))

    assert set_password(client, link).context["token_fail"]


def test_weak_passwords_are_refused(client, anna):
    link = ask_for_a_link(client)

    for weak in ("short-1", "password123456", "anna@example.lv"):
        assert set_password(Client(), link, weak).context["form"].errors

    anna.refresh_from_db()
    assert anna.check_password(PASSWORD)


def test_new_password_ends_the_other_sessions(anna):
    here, there = Client(), Client()
    sign_in(here, "anna")
    sign_in(there, "anna")

    data = {"oldpassword": PASSWORD, "password1": NEW}
    here.post(reverse("account_change_password"), {**data, "password2": data["password1"]})

    assert (is_in(here), is_in(there)) == (True, False)


def test_closed_accounts_do_not_come_in(client, anna):
    anna.is_active = False
    anna.save()

    response = sign_in(client, "anna")

    assert response.url == reverse("account_inactive")
    assert not is_in(client)


def test_people_without_a_role_do_not_come_in(client, anna):
    anna.is_staff = False
    anna.save()

    response = sign_in(client, "anna")

    assert response.url == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("name", ["signup", "email", "password/set", "login/code"])
def test_nobody_makes_an_account_or_changes_an_address(client, name):
    assert client.get(f"/admin/account/{name}/").status_code in (302, 404)
    assert client.post(f"/admin/account/{name}/", {}).status_code in (302, 404)
    assert client.get(f"/admin/account/{name}/", follow=True).status_code in (200, 404)


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "http://localhost/"]
)
def test_signing_in_never_leads_elsewhere(client, anna, elsewhere):
    data = {"login": "anna", "password": PASSWORD, "next": elsewhere}
    response = client.post(reverse("account_login"), data)

    assert response.url == reverse("admin:index")


def test_signing_out_needs_a_button_and_ends_the_session(client, anna):
    sign_in(client, "anna")
    cookie = client.cookies["sessionid"].value

    client.get(reverse("account_logout"))
    before = is_in(client)
    client.post(reverse("account_logout"))
    client.cookies["sessionid"] = cookie

    assert (before, is_in(client)) == (True, False)


def test_sessions_are_listed_and_ended(anna):
    here, there = Client(), Client()
    sign_in(here, "anna", user_agent="Firefox at the office")
    sign_in(there, "anna", user_agent="Phone")

    page = here.get(reverse("usersessions_list"))
    here.post(reverse("usersessions_list"))

    assert [each.user_agent for each in page.context["sessions"]] == [
        "Firefox at the office",
        "Phone",
    ]
    assert (is_in(here), is_in(there)) == (True, False)
    assert entries()[-1] == (Kind.SESSION, "anna", "anna (anna)")


def test_log_tells_who_signed_in_and_out(client, anna):
    sign_in(client, "anna")
    client.post(reverse("account_logout"))

    assert entries() == [
        (Kind.SIGNED_IN, "anna", "anna (anna)"),
        (Kind.SIGNED_OUT, "anna", "anna (anna)"),
    ]


def test_log_cuts_names_that_may_be_passwords(client, anna):
    sign_in(client, "anna", "nepareiza")
    sign_in(client, PASSWORD, "anna")

    assert entries() == [(Kind.REFUSED, None, "anna (anna)"), (Kind.REFUSED, None, "zie…")]
    assert not AuditEntry.objects.filter(detail__contains="nepareiza").exists()


def test_log_tells_of_locks_and_closed_accounts(client, anna):
    for _try in range(6):
        sign_in(client, "anna", "nepareiza")
    anna.is_active = False
    anna.save()
    sign_in(client, "anna", address=OTHER)

    assert len(set(AuditEntry.objects.values_list("detail", flat=True))) == 3
    assert [kind for kind, _actor, _subject in entries()] == [Kind.REFUSED] * 8


def test_log_tells_of_new_passwords(client, anna):
    set_password(client, ask_for_a_link(client))
    sign_in(client, "anna", NEW)
    data = {"oldpassword": NEW, "password1": PASSWORD, "password2": PASSWORD}
    client.post(reverse("account_change_password"), data)

    assert entries() == [
        (Kind.PASSWORD, "anna", "anna (anna)"),
        (Kind.SIGNED_IN, "anna", "anna (anna)"),
        (Kind.PASSWORD, "anna", "anna (anna)"),
    ]


def test_log_is_read_by_administrators_and_changed_by_nobody(
    administrator_client, admin_user, editor
):
    entry = AuditEntry.objects.create(kind=Kind.SIGNED_IN, subject_name="Anna")
    address = "/admin/core/auditentry/"
    superuser, other = Client(), Client()
    superuser.force_login(admin_user)
    other.force_login(editor)
    AuditEntry.objects.create(kind=Kind.EXPORT, detail="%(event)s", about={"event": "Darbnīca"})

    for words in ("Anna", "darbnīca"):
        assert administrator_client.get(address, {"q": words}).context["cl"].result_count == 1
    assert other.get(address).status_code == 403
    for each in (administrator_client, superuser):
        assert each.get(f"{address}add/").status_code == 403
        assert each.post(f"{address}{entry.pk}/change/", {"detail": "x"}).status_code == 403
        assert each.post(f"{address}{entry.pk}/delete/", {"post": "yes"}).status_code == 403
        data = {"action": "delete_selected", "_selected_action": entry.pk, "post": "yes"}
        each.post(address, data)
    assert AuditEntry.objects.filter(pk=entry.pk, detail="").exists()


def test_one_session_is_ended_by_its_owner_only(anna):
    here, there, foreign = Client(), Client(), Client()
    sign_in(here, "anna")
    sign_in(there, "anna")
    foreign.force_login(UserFactory())
    other = anna.usersession_set.order_by("pk").last()
    address = reverse("end_session", args=[other.pk])

    assert (foreign.post(address).status_code, here.get(address).status_code) == (404, 405)
    here.post(address)

    assert (is_in(here), is_in(there)) == (True, False)
    assert AuditEntry.objects.filter(kind="session").count() == 1


def test_old_entries_and_dead_sessions_are_pruned(anna, client):
    sign_in(client, "anna")
    old = AuditEntry.objects.create(
        kind=Kind.SIGNED_IN, happened_at=datetime(2020, 1, 1, tzinfo=UTC)
    )
    Session.objects.update(expire_date=datetime(2020, 1, 1, tzinfo=UTC))

    call_command("prune", verbosity=0)

    assert not AuditEntry.objects.filter(pk=old.pk).exists()
    assert AuditEntry.objects.count() == 1
    assert (Session.objects.count(), anna.usersession_set.count()) == (0, 0)
