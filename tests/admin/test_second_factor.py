"""The second factor: who must have one, that nothing answers without it, codes, lost phones."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from core.accounts.second_factor import OPEN
from core.models import AuditEntry, User
from core.roles import EDITOR, SITE_ADMINISTRATOR
from tests.admin.signing import PASSWORD, code_of, is_in, sign_in
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db
SET_UP = "mfa_index"


def person(*groups, **fields):
    user = UserFactory(email="ilze@example.lv", groups=groups, **fields)
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def ilze():
    """A site administrator who has no second factor yet."""
    return person(SITE_ADMINISTRATOR, username="ilze")


@pytest.fixture
def secret(ilze):
    """Of the authenticator app that Ilze has set up."""
    secret = generate_totp_secret()
    TOTP.activate(ilze, secret)
    return secret


def staff_addresses():
    """(name, address) of everything under /admin/, with 1 for every part that varies."""
    (top,) = (each for each in get_resolver().url_patterns if str(each.pattern) == "admin/account/")
    (rest,) = (each for each in get_resolver().url_patterns if str(each.pattern) == "admin/")
    for resolver, space in ((top, ""), (rest, "admin:")):
        yield from leaves(resolver, "/", space)


def leaves(resolver, start, space):
    start += re.sub(r"<[^>]*>", "1", str(resolver.pattern))
    if not isinstance(resolver, URLResolver):
        yield f"{space}{resolver.name}", address_from(start)
        return
    for each in resolver.url_patterns:
        yield from leaves(each, start, space)


def address_from(text):
    """Regular expressions as addresses that they match."""
    text = text.replace("(?P1[0-9A-Za-z]+)", "1").replace("(?P1.+)", "2").replace("(?P1.*)$", "x/")
    return re.sub(r"\(\?P1[^)]*\)", "core", text).replace("^", "").replace("$", "")


def set_up(client, capture):
    """Set up an app as a person does; gives its secret."""
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    with capture(execute=True):
        client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    return secret


def give_code(client, code):
    return client.post(reverse("mfa_authenticate"), {"code": code})


@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_of_the_staff_answers_before_the_set_up(client, ilze, method):
    client.force_login(ilze)
    found = dict(staff_addresses())

    answers = {
        name: getattr(client, method)(address)
        for name, address in found.items()
        if name not in OPEN
    }

    assert len(answers) > 60
    wrong = {
        name: (found[name], answer.status_code)
        for name, answer in answers.items()
        if getattr(answer, "url", "") != reverse(SET_UP)
    }
    assert wrong == {}


def test_other_staff_addresses_see_a_visitor(client, ilze):
    draft = PostFactory(published_at=None)
    client.force_login(ilze)

    response = client.get(draft.get_absolute_url())

    assert response.status_code == 404
    assert client.get("/lv/").wsgi_request.user.is_anonymous


@pytest.mark.parametrize(
    ("groups", "superuser", "setting", "expected"),
    [
        ([SITE_ADMINISTRATOR], False, "administrators", True),
        ([SITE_ADMINISTRATOR, EDITOR], False, "administrators", True),
        ([], True, "administrators", True),
        ([EDITOR], False, "administrators", False),
        ([EDITOR], False, "everyone", True),
    ],
)
def test_who_must_have_one(client, settings, groups, superuser, setting, expected):
    settings.REQUIRE_SECOND_FACTOR = setting
    client.force_login(person(*groups, is_superuser=superuser))

    response = client.get(reverse("admin:index"))

    assert (response.status_code == 302) is expected


def test_recovery_codes_alone_are_no_second_factor(client, ilze):
    Authenticator.objects.create(
        user=ilze, type="recovery_codes", data={"seed": "", "used_mask": 0}
    )
    client.force_login(ilze)

    assert client.get(reverse("admin:index")).url == reverse(SET_UP)


def test_visitors_sessions_are_not_looked_at(client):
    response = client.get("/lv/")

    assert "Cookie" not in response.headers.get("Vary", "")


def test_person_sets_up_an_app_and_goes_on(client, ilze, django_capture_on_commit_callbacks):
    sign_in(client, "ilze")
    before = is_in(client)

    secret = set_up(client, django_capture_on_commit_callbacks)

    assert (before, is_in(client)) == (False, True)
    assert len(client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]) == 10
    stored = Authenticator.objects.get(user=ilze, type="totp").data["secret"]
    assert secret not in stored
    kinds = AuditEntry.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["signed-in", "second-factor", "second-factor"]


def test_wrong_code_sets_nothing_up(client, ilze):
    sign_in(client, "ilze")
    client.get(reverse("mfa_activate_totp"))

    response = client.post(reverse("mfa_activate_totp"), {"code": "000000"})

    assert response.context["form"].errors
    assert not Authenticator.objects.exists()


def test_password_alone_opens_nothing_once_there_is_one(client, ilze, secret):
    response = sign_in(client, "ilze")

    assert response.url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    assert not is_in(client)


def test_code_opens_the_administration(client, ilze, secret):
    sign_in(client, "ilze")

    give_code(client, code_of(secret))

    assert is_in(client)
    assert AuditEntry.objects.get(kind="signed-in").told == "parole, otrais faktors"


def test_code_works_once_for_as_long_as_it_is_accepted(ilze, secret):
    code = code_of(secret)
    first, second = Client(), Client()
    for each in (first, second):
        sign_in(each, "ilze")
    give_code(first, code)
    cache.delete(f"allauth.mfa.totp.used?user={ilze.pk}&code={code}")  # half a minute later

    give_code(second, f"{code[:3]} {code[3:]}")

    assert (is_in(first), is_in(second)) == (True, False)


def test_wrong_codes_lock(client, ilze, secret):
    sign_in(client, "ilze")
    for _try in range(5):
        give_code(client, "000000")

    give_code(client, code_of(secret))

    assert not is_in(client)
    assert AuditEntry.objects.filter(kind="refused").count() == 5


def test_recovery_code_works_once(ilze, django_capture_on_commit_callbacks):
    first, second, third = Client(), Client(), Client()
    sign_in(first, "ilze")
    set_up(first, django_capture_on_commit_callbacks)
    code = first.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]

    for each in (second, third):
        sign_in(each, "ilze")
        give_code(each, code)

    assert (is_in(second), is_in(third)) == (True, False)


def test_new_password_by_mail_keeps_the_second_factor(client, ilze, secret):
    ilze.set_password("cita-gara-parole-9")
    ilze.save()

    sign_in(client, "ilze", "cita-gara-parole-9")

    assert not is_in(client)


def test_removing_the_last_one_leads_back_to_the_set_up(
    client, ilze, django_capture_on_commit_callbacks
):
    sign_in(client, "ilze")
    set_up(client, django_capture_on_commit_callbacks)

    client.post(reverse("mfa_deactivate_totp"))

    assert client.get(reverse("admin:index")).url == reverse(SET_UP)
    assert AuditEntry.objects.filter(kind="second-factor").count() == 4


def test_change_of_the_factors_needs_a_fresh_sign_in(client, ilze):
    sign_in(client, "ilze")
    session = client.session
    session["account_authentication_methods"][0]["at"] -= 600
    session.save()

    before = client.get(reverse("mfa_activate_totp")).url
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    assert before.startswith(reverse("account_reauthenticate"))
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_other_key_of_the_site_fits_no_code_and_breaks_nothing(client, ilze, secret, settings):
    settings.SECRET_KEY = "cita-atslega" * 5
    sign_in(client, "ilze")

    response = give_code(client, code_of(secret))

    assert response.status_code == 200
    assert not is_in(client)


def test_superuser_without_one_reaches_nothing(client):
    client.force_login(User.objects.create_superuser("saknes", password=PASSWORD))

    assert client.get(reverse("admin:core_user_changelist")).url == reverse(SET_UP)


def test_administrator_removes_a_lost_one(administrator_client, ilze, secret):
    there = Client()
    sign_in(there, "ilze")
    give_code(there, code_of(secret))
    address = reverse("admin:core_user_remove-second-factor", args=[ilze.pk])

    question = administrator_client.get(address)
    before = Authenticator.objects.filter(user=ilze).count()
    administrator_client.post(address)

    assert (question.status_code, before) == (200, 1)
    assert not Authenticator.objects.filter(user=ilze).exists()
    assert (is_in(there), ilze.usersession_set.count()) == (False, 0)
    assert AuditEntry.objects.filter(kind="second-factor", subject_name="ilze (ilze)").exists()


def test_nobody_removes_the_own_one_there(administrator_client, administrator):
    address = reverse("admin:core_user_remove-second-factor", args=[administrator.pk])

    assert administrator_client.post(address).status_code == 404
    assert Authenticator.objects.filter(user=administrator).exists()


def test_last_administrator_gets_in_again_from_the_server(client, ilze, secret):
    call_command("remove_second_factor", "ilze@example.lv", verbosity=0)
    sign_in(client, "ilze")

    assert client.get(reverse("admin:index")).url == reverse(SET_UP)
    with pytest.raises(CommandError, match="no account"):
        call_command("remove_second_factor", "nav-tada")
