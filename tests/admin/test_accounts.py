"""Site administrators invite people and keep accounts; nobody becomes or touches a superuser."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from core.accounts.invitations import LinkTokens
from core.models import AuditEntry, User
from core.roles import AUTHOR, EDITOR, NETWORK_EDITOR, ROLES, SITE_ADMINISTRATOR
from tests.admin.forms import errors, sent
from tests.admin.signing import PASSWORD, is_in, sign_in
from tests.factories import PartnershipFactory, UserFactory

pytestmark = pytest.mark.django_db
LIST = "admin:core_user_changelist"
ADD = "admin:core_user_add"
CHANGE = "admin:core_user_change"
NEW_PASSWORD = "admin:auth_user_password_change"
STEPS = ["admin:core_user_invite", "admin:core_user_end-sessions"]
STEPS += ["admin:core_user_remove-second-factor"]


@pytest.fixture
def superuser():
    return User.objects.create_superuser("saknes", password=PASSWORD)


@pytest.fixture
def partnership():
    return PartnershipFactory(title_lv="Zied zeme", is_host=True)


def new_account(*names, **changes):
    data = {
        "first_name": "Anna",
        "last_name": "Bērziņa",
        "email": "anna@example.lv",
        "language": "en",
        "groups": [Group.objects.get(name=name).pk for name in names],
    }
    return {**data, **changes}


def save(client, user, **changes):
    """Open the account's form and send it with `changes`."""
    address = reverse(CHANGE, args=[user.pk])
    return client.post(address, sent(client.get(address), **changes))


def follow_link(client, password=PASSWORD):
    """Open the link of the last mail and set the password."""
    link = re.search(r"https?://\S+/reset/\S+", mail.outbox[-1].body).group()
    page = client.get(urlsplit(link).path, follow=True)
    if not page.redirect_chain:
        return page
    return client.post(page.redirect_chain[-1][0], {"password1": password, "password2": password})


def logged(kind):
    return [(each.subject_name, each.told) for each in AuditEntry.objects.filter(kind=kind)]


def test_editor_reaches_no_account(editor_client, editor):
    addresses = [
        reverse(LIST),
        reverse(ADD),
        *(reverse(name, args=[editor.pk]) for name in (CHANGE, NEW_PASSWORD, *STEPS)),
    ]

    assert [editor_client.get(each).status_code for each in addresses] == [403] * 7
    assert [editor_client.post(each).status_code for each in addresses] == [403] * 7


def test_invited_person_sets_a_password_and_signs_in(administrator_client, client, settings):
    settings.SITE_URL = "https://www.example.lv"

    administrator_client.post(reverse(ADD), new_account(NETWORK_EDITOR), follow=True)
    user = User.objects.get(email="anna@example.lv")
    before = sign_in(Client(), "anna@example.lv").status_code
    visitor = Client()
    follow_link(visitor)

    assert (user.username, user.is_staff, user.is_superuser) == ("anna.berzina", True, False)
    assert mail.outbox[0].to == ["anna@example.lv"]
    assert "https://www.example.lv/admin/account/reset/" in mail.outbox[0].body
    assert before == 200
    sign_in(visitor, "anna@example.lv")
    assert is_in(visitor)


def test_invitation_is_in_the_language_of_the_person(administrator_client):
    for number, language in enumerate(("lv", "en")):
        data = new_account(NETWORK_EDITOR, language=language, email=f"anna{number}@example.lv")
        administrator_client.post(reverse(ADD), data)

    latvian, english = (each.body for each in mail.outbox)
    assert "Good day, Anna!" in english
    assert "Labdien, Anna!" in latvian


def test_invitation_works_for_two_weeks_and_once(administrator_client, monkeypatch):
    administrator_client.post(reverse(ADD), new_account(NETWORK_EDITOR))
    user, made_at = User.objects.get(username="anna.berzina"), LinkTokens()._now()

    def wait(days):
        monkeypatch.setattr(LinkTokens, "_now", lambda self: made_at + timedelta(days=days))

    wait(15)
    assert follow_link(Client()).context["token_fail"]
    wait(13)
    follow_link(Client())
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert follow_link(Client()).context["token_fail"]


def test_invitation_is_sent_again(administrator_client):
    administrator_client.post(reverse(ADD), new_account(NETWORK_EDITOR))
    user = User.objects.get(username="anna.berzina")

    shown = (
        administrator_client.get(reverse(LIST), {"state": "scheduled"}).context["cl"].result_list
    )
    administrator_client.post(reverse(STEPS[0], args=[user.pk]))
    follow_link(Client())

    assert list(shown) == [user]
    assert len(mail.outbox) == 2
    assert [subject for subject, _detail in logged("invited")] == [f"{user} (anna.berzina)"] * 2
    assert administrator_client.post(reverse(STEPS[0], args=[user.pk])).status_code == 404


def test_account_stays_when_the_mail_cannot_be_sent(administrator_client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    page = administrator_client.post(reverse(ADD), new_account(NETWORK_EDITOR), follow=True)

    assert User.objects.filter(email="anna@example.lv").exists()
    assert "error" in [message.level_tag for message in page.context["messages"]]
    assert logged("invited") == []


def test_second_person_of_the_same_name_gets_another_one(administrator_client):
    for email in ("anna@example.lv", "berzina@example.lv"):
        administrator_client.post(reverse(ADD), new_account(NETWORK_EDITOR, email=email))

    names = User.objects.filter(username__startswith="anna").order_by("pk")
    assert [user.username for user in names] == ["anna.berzina", "anna.berzina2"]


@pytest.mark.parametrize("email", ["", "nav pasts", "ANNA@example.lv"])
def test_invitation_needs_an_address_that_nobody_has(administrator_client, email):
    UserFactory(email="anna@example.lv")

    page = administrator_client.post(reverse(ADD), new_account(NETWORK_EDITOR, email=email))

    assert list(errors(page)) == ["email"]
    assert mail.outbox == []


@pytest.mark.parametrize("role", [AUTHOR, EDITOR])
def test_author_and_editor_need_a_partnership(administrator_client, partnership, role):
    refused = administrator_client.post(reverse(ADD), new_account(role))
    administrator_client.post(reverse(ADD), new_account(role, partnerships=[partnership.pk]))

    assert list(errors(refused)) == ["partnerships"]
    user = User.objects.get(email="anna@example.lv")
    assert list(user.partnerships.all()) == [partnership]


def test_the_site_s_own_partnership_is_preset(administrator_client, partnership):
    PartnershipFactory()

    form = administrator_client.get(reverse(ADD)).context["adminform"].form

    assert form["partnerships"].value() == [partnership.pk]


def test_every_role_is_explained(administrator_client):
    field = administrator_client.get(reverse(ADD)).context["adminform"].form.fields["groups"]

    assert [group.name for group in field.queryset] == list(ROLES)
    assert all(": " in label for _value, label in field.choices)


def test_person_without_a_role_gets_no_invitation(administrator_client):
    administrator_client.post(reverse(ADD), new_account())

    assert not User.objects.get(email="anna@example.lv").is_staff
    assert mail.outbox == []


def test_taking_the_role_away_closes_the_door(administrator_client, partnership):
    user = UserFactory(groups=[NETWORK_EDITOR])

    save(administrator_client, user, groups=[])

    user.refresh_from_db()
    assert not user.is_staff


def test_deactivating_ends_every_session_at_once(administrator_client):
    user, there = UserFactory(username="anna", groups=[NETWORK_EDITOR]), Client()
    user.set_password(PASSWORD)
    user.save()
    sign_in(there, "anna")
    before = is_in(there)

    save(administrator_client, user, is_active=None)

    user.refresh_from_db()
    assert (before, user.is_active, is_in(there)) == (True, False, False)
    assert user.usersession_set.count() == 0
    assert [subject for subject, _detail in logged("session")] == ["anna (anna)"]


def test_administrator_ends_the_sessions_of_a_person(administrator_client):
    user, there = UserFactory(username="anna", groups=[NETWORK_EDITOR]), Client()
    user.set_password(PASSWORD)
    user.save()
    sign_in(there, "anna")
    address = reverse(STEPS[1], args=[user.pk])

    question = administrator_client.get(address)
    before = is_in(there)
    administrator_client.post(address)

    assert (question.status_code, before, is_in(there)) == (200, True, False)
    assert [subject for subject, _detail in logged("session")] == ["anna (anna)"]


def test_change_of_rights_is_written_down(administrator_client, partnership):
    user = UserFactory(username="anna", groups=[NETWORK_EDITOR])
    editor = Group.objects.get(name=EDITOR).pk

    save(administrator_client, user, groups=[editor], partnerships=[partnership.pk])
    save(administrator_client, user, first_name="Anna")

    assert len(logged("rights")) == 1
    (_subject, detail) = logged("rights")[0]
    assert detail == "Tīkla redaktors → Redaktors; Zied zeme"
    with translation.override("en"):
        assert logged("rights")[0][1] == "Network editor → Editor; Zied zeme"


def test_administrator_sets_a_new_password(administrator_client):
    user = UserFactory(username="anna", groups=[NETWORK_EDITOR])

    data = {"password1": PASSWORD, "password2": PASSWORD}
    administrator_client.post(reverse(NEW_PASSWORD, args=[user.pk]), data)

    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert [subject for subject, _detail in logged("password")] == ["anna (anna)"]


def test_rights_beyond_the_roles_cannot_be_given(administrator_client):
    rights = {
        "is_superuser": "on",
        "is_staff": "on",
        "user_permissions": list(Permission.objects.values_list("pk", flat=True)),
        "password": "md5$x$y",
        "username": "saknes",
    }

    administrator_client.post(reverse(ADD), new_account(NETWORK_EDITOR, **rights))
    user = User.objects.get(email="anna@example.lv")
    save(administrator_client, user, **rights)

    user.refresh_from_db()
    assert (user.is_superuser, user.user_permissions.count()) == (False, 0)
    assert not user.has_usable_password()


def test_groups_other_than_the_roles_cannot_be_given(administrator_client):
    other = Group.objects.create(name="Cita")

    response = administrator_client.post(reverse(ADD), new_account(groups=[other.pk]))

    assert list(errors(response)) == ["groups"]


def test_superusers_cannot_be_touched(administrator_client, superuser):
    names = (CHANGE, NEW_PASSWORD, "admin:core_user_delete", "admin:core_user_history", *STEPS)
    addresses = [reverse(name, args=[superuser.pk]) for name in names]
    data = {"password1": "cita-parole-12345", "password2": "cita-parole-12345"}

    listed = administrator_client.get(reverse(LIST)).context["cl"].result_list
    reached = [administrator_client.post(each, data).status_code == 200 for each in addresses]

    superuser.refresh_from_db()
    assert superuser not in listed
    assert not any(reached)
    assert superuser.check_password(PASSWORD)


def test_accounts_are_not_deleted(administrator_client, admin_client):
    user = UserFactory(groups=[NETWORK_EDITOR])
    address = reverse("admin:core_user_delete", args=[user.pk])

    answers = [
        each.post(address, {"post": "yes"}).status_code
        for each in (administrator_client, admin_client)
    ]

    assert answers == [403, 403]
    assert User.objects.filter(pk=user.pk).exists()


def test_nobody_locks_themselves_out(administrator_client, administrator):
    save(administrator_client, administrator, is_active=None, groups=[])

    administrator.refresh_from_db()
    names = [group.name for group in administrator.groups.all()]
    assert (administrator.is_active, names) == (True, [SITE_ADMINISTRATOR])


def test_nobody_gives_themselves_more(administrator_client, administrator):
    everything = list(Group.objects.values_list("pk", flat=True))

    save(administrator_client, administrator, groups=everything, is_superuser="on")

    administrator.refresh_from_db()
    names = [group.name for group in administrator.groups.all()]
    assert (administrator.is_superuser, names) == (False, [SITE_ADMINISTRATOR])


def test_tables_of_the_sign_in_library_are_not_listed(admin_client):
    names = ["account/emailaddress", "mfa/authenticator", "usersessions/usersession"]

    assert [admin_client.get(f"/admin/{name}/").status_code for name in names] == [404] * 3


def test_groups_are_not_edited():
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_group_changelist")


def test_everybody_chooses_the_language_of_the_administration(administrator, administrator_client):
    address = reverse("account_language")

    refused = [
        administrator_client.get(address).status_code,
        administrator_client.post(address, {"language": "de"}).status_code,
        Client().post(address, {"language": "en"}).status_code,
    ]
    page = administrator_client.post(address, {"language": "en"}, follow=True)

    assert refused == [405, 400, 302]
    assert "<h1>Account and security</h1>" in page.text
    assert 'value="en" lang="en" aria-current="true">English' in page.text
    administrator.refresh_from_db()
    assert administrator.language == "en"
