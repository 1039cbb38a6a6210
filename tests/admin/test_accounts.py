"""Site administrators keep accounts; editors do not reach them; nobody becomes a superuser."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import NoReverseMatch, reverse

from core.models import User
from core.roles import EDITOR, SITE_ADMINISTRATOR
from tests.admin.forms import sent
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LIST = "admin:core_user_changelist"
ADD = "admin:core_user_add"
CHANGE = "admin:core_user_change"
NEW_PASSWORD = "admin:auth_user_password_change"
PASSWORD = "zied-zeme-un-juura-7"


@pytest.fixture
def superuser():
    return User.objects.create_superuser("saknes", password=PASSWORD)


def new_account(*names, **changes):
    groups = [Group.objects.get(name=name).pk for name in names]
    data = {"username": "anna", "password1": PASSWORD, "password2": PASSWORD, "language": "en"}
    return {**data, "groups": groups, **changes}


def test_editor_reaches_no_account(editor_client, editor):
    addresses = [
        reverse(LIST),
        reverse(ADD),
        *(reverse(name, args=[editor.pk]) for name in (CHANGE, NEW_PASSWORD)),
    ]

    assert [editor_client.get(each).status_code for each in addresses] == [403] * 4


def test_administrator_creates_an_editor_who_can_sign_in(administrator_client, client):
    administrator_client.post(reverse(ADD), new_account(EDITOR))

    user = User.objects.get(username="anna")
    assert (user.is_staff, user.is_superuser, user.language) == (True, False, "en")
    client.logout()
    assert client.login(username="anna", password=PASSWORD)
    assert client.get(reverse("admin:index")).status_code == 200


def test_person_without_a_role_cannot_enter(administrator_client):
    administrator_client.post(reverse(ADD), new_account())

    assert not User.objects.get(username="anna").is_staff


def test_taking_the_role_away_closes_the_door(administrator_client):
    user = UserFactory(groups=[EDITOR])
    address = reverse(CHANGE, args=[user.pk])

    administrator_client.post(address, sent(administrator_client.get(address), groups=[]))

    user.refresh_from_db()
    assert not user.is_staff


def test_account_is_deactivated(administrator_client):
    user = UserFactory(groups=[EDITOR])
    address = reverse(CHANGE, args=[user.pk])

    administrator_client.post(address, sent(administrator_client.get(address), is_active=None))

    user.refresh_from_db()
    assert not user.is_active


def test_administrator_sets_a_new_password(administrator_client):
    user = UserFactory(groups=[EDITOR])

    data = {"password1": PASSWORD, "password2": PASSWORD}
    administrator_client.post(reverse(NEW_PASSWORD, args=[user.pk]), data)

    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_rights_beyond_the_roles_cannot_be_given(administrator_client):
    rights = {
        "is_superuser": "on",
        "is_staff": "on",
        "user_permissions": list(Permission.objects.values_list("pk", flat=True)),
    }

    administrator_client.post(reverse(ADD), new_account(EDITOR, **rights))
    user = User.objects.get(username="anna")
    address = reverse(CHANGE, args=[user.pk])
    administrator_client.post(address, sent(administrator_client.get(address), **rights))

    user.refresh_from_db()
    assert (user.is_superuser, user.user_permissions.count()) == (False, 0)


def test_groups_other_than_the_roles_cannot_be_given(administrator_client):
    other = Group.objects.create(name="Cita")

    response = administrator_client.post(reverse(ADD), new_account(groups=[other.pk]))

    assert list(response.context["adminform"].form.errors) == ["groups"]


def test_superusers_cannot_be_touched(administrator_client, superuser):
    names = (CHANGE, NEW_PASSWORD, "admin:core_user_delete", "admin:core_user_history")
    addresses = [reverse(name, args=[superuser.pk]) for name in names]
    data = {"password1": "cita-parole-12345", "password2": "cita-parole-12345"}

    listed = administrator_client.get(reverse(LIST)).context["cl"].result_list
    reached = [administrator_client.post(each, data).status_code == 200 for each in addresses]

    superuser.refresh_from_db()
    assert superuser not in listed
    assert not any(reached)
    assert superuser.check_password(PASSWORD)


def test_accounts_are_not_deleted(administrator_client):
    user = UserFactory(groups=[EDITOR])

    response = administrator_client.post(
        reverse("admin:core_user_delete", args=[user.pk]), {"post": "yes"}
    )

    assert response.status_code == 403
    assert User.objects.filter(pk=user.pk).exists()


def test_nobody_locks_themselves_out(administrator_client, administrator):
    address = reverse(CHANGE, args=[administrator.pk])

    data = sent(administrator_client.get(address), is_active=None, groups=[])
    administrator_client.post(address, data)

    administrator.refresh_from_db()
    names = [group.name for group in administrator.groups.all()]
    assert (administrator.is_active, names) == (True, [SITE_ADMINISTRATOR])


def test_groups_are_not_edited():
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_group_changelist")
