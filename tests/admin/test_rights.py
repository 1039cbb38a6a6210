"""Role × row × action: every cell over HTTP, judged by what happened in the database."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.admin import record
from core.models import Version
from core.roles import AUTHOR, EDITOR, NETWORK_EDITOR, SITE_ADMINISTRATOR
from partnership.models import Organisation
from projects.models import Participation, Project, Theme
from tests.admin.forms import sent
from tests.factories import (
    PageFactory,
    PartnershipFactory,
    PostFactory,
    ProjectFactory,
    ThemeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

# Where a row of each kind is offered as a choice: app, model and field.
WAYS = {
    Project: ("projects", "projectrelation", "other"),
    Organisation: ("projects", "participation", "organisation"),
    Theme: ("projects", "project", "themes"),
}
SEE = "list form history compare"
EDIT = f"{SEE} draft preview share presence autocomplete"
WRITE = f"{EDIT} change delete bulk-delete"
PUBLISH = f"{WRITE} publish bulk-publish bulk-take-down"
# A partnership with pages of its own is not deleted, nor is the organisation behind one.
KEEP = f"{EDIT} change publish bulk-publish bulk-take-down"
# What a person with this role, who works for one partnership, can do with these rows.
TABLE = {
    (AUTHOR, "own draft"): WRITE,
    (AUTHOR, "own public"): EDIT,
    (AUTHOR, "foreign draft"): "",
    (AUTHOR, "foreign public"): "autocomplete",
    (AUTHOR, "shared draft"): "list form autocomplete",
    (AUTHOR, "ownerless draft"): "",
    (AUTHOR, "own post"): WRITE,
    (AUTHOR, "foreign post"): "",
    (AUTHOR, "own page"): WRITE,
    (AUTHOR, "own partnership"): "list form history compare",
    (AUTHOR, "foreign partnership"): "autocomplete",
    (AUTHOR, "own organisation"): "list form history compare autocomplete",
    (AUTHOR, "foreign organisation"): "list form autocomplete",
    (AUTHOR, "theme"): "list form autocomplete",
    (EDITOR, "own draft"): PUBLISH,
    (EDITOR, "own public"): PUBLISH,
    (EDITOR, "foreign draft"): "",
    (EDITOR, "foreign public"): "autocomplete",
    (EDITOR, "shared draft"): "list form autocomplete",
    (EDITOR, "ownerless draft"): "",
    (EDITOR, "own post"): PUBLISH,
    (EDITOR, "foreign post"): "",
    (EDITOR, "own page"): PUBLISH,
    (EDITOR, "own partnership"): KEEP,
    (EDITOR, "foreign partnership"): "autocomplete",
    (EDITOR, "own organisation"): f"{SEE} draft presence autocomplete change",
    (EDITOR, "foreign organisation"): "list form autocomplete",
    (EDITOR, "theme"): "list form autocomplete",
    (NETWORK_EDITOR, "own draft"): PUBLISH,
    (NETWORK_EDITOR, "own public"): PUBLISH,
    (NETWORK_EDITOR, "foreign draft"): PUBLISH,
    (NETWORK_EDITOR, "foreign public"): PUBLISH,
    (NETWORK_EDITOR, "shared draft"): PUBLISH,
    (NETWORK_EDITOR, "ownerless draft"): PUBLISH,
    (NETWORK_EDITOR, "own post"): PUBLISH,
    (NETWORK_EDITOR, "foreign post"): PUBLISH,
    (NETWORK_EDITOR, "own page"): PUBLISH,
    (NETWORK_EDITOR, "own partnership"): KEEP,
    (NETWORK_EDITOR, "foreign partnership"): KEEP,
    (NETWORK_EDITOR, "own organisation"): f"{SEE} draft presence autocomplete change",
    (NETWORK_EDITOR, "foreign organisation"): f"{SEE} draft presence autocomplete change",
    (NETWORK_EDITOR, "theme"): f"{SEE} draft presence autocomplete change delete bulk-delete",
    (SITE_ADMINISTRATOR, "own draft"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "own public"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "foreign draft"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "foreign public"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "shared draft"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "ownerless draft"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "own post"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "foreign post"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "own page"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "own partnership"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "foreign partnership"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "own organisation"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "foreign organisation"): f"{SEE} autocomplete",
    (SITE_ADMINISTRATOR, "theme"): f"{SEE} draft presence autocomplete change delete bulk-delete",
}
ACTIONS = PUBLISH.split()
ROWS = list(dict.fromkeys(row for _role, row in TABLE))


@pytest.fixture
def world():
    """{name of a row in the table: row}, and the partnership for which the person works."""
    own, foreign = PartnershipFactory(title_lv="Sava"), PartnershipFactory(title_lv="Cita")
    draft = {"published_at": None}
    shared = ProjectFactory(owner=foreign, **draft)
    Participation.objects.create(project=shared, organisation=own.organisation)
    return {
        "own draft": ProjectFactory(owner=own, **draft),
        "own public": ProjectFactory(owner=own),
        "foreign draft": ProjectFactory(owner=foreign, **draft),
        "foreign public": ProjectFactory(owner=foreign),
        "shared draft": shared,
        "ownerless draft": ProjectFactory(**draft),
        "own post": PostFactory(owner=own, **draft),
        "foreign post": PostFactory(owner=foreign, **draft),
        "own page": PageFactory(owner=own, **draft),
        "own partnership": own,
        "foreign partnership": foreign,
        "own organisation": own.organisation,
        "foreign organisation": foreign.organisation,
        "theme": ThemeFactory(),
    }


@pytest.fixture
def person(client, world):
    """Signs the client in as somebody with one role who works for one partnership."""

    def sign_in(role):
        user = UserFactory(groups=[role])
        user.partnerships.add(world["own partnership"])
        Authenticator.objects.create(user=user, type="totp", data={})
        client.force_login(user)
        return client

    return sign_in


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def address(row, page, *args):
    opts = row._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def stored(row):
    return type(row)._base_manager.filter(pk=row.pk).first()


def name_field(row):
    return "title_lv" if hasattr(row, "title_lv") else "name_lv"


class Doings:
    """Each action as a request straight to its address, and whether it had its effect."""

    def __init__(self, client, row, form):
        self.client, self.row, self.form = client, row, form

    def post(self, page, data, *args, query=""):
        return self.client.post(address(self.row, page, *args) + query, data)

    def get(self, page, query=""):
        return self.client.get(address(self.row, page, self.row.pk) + query)

    def bulk(self, action):
        data = {"action": action, "_selected_action": [self.row.pk], "post": "yes"}
        return self.post("changelist", data)

    def list(self):
        page = self.client.get(address(self.row, "changelist"))
        change = address(self.row, "change", self.row.pk)
        return page.status_code == 200 and change in page.text

    def form_(self):
        return self.get("change").status_code == 200

    def history(self):
        return self.get("history").status_code == 200

    def compare(self):
        return self.get("compare").status_code == 200

    def change(self):
        data = sent(self.form, **{name_field(self.row): "Pārrakstīts"})
        self.post("change", data, self.row.pk)
        return getattr(stored(self.row), name_field(self.row)) == "Pārrakstīts"

    def draft(self):
        data = sent(self.form, **{name_field(self.row): "Melnraksts", "_draft": "1"})
        self.post("change", data, self.row.pk)
        drafts = Version.objects.of(type(self.row), self.row.pk).drafts()
        return any(each.data["form"][name_field(self.row)] == ["Melnraksts"] for each in drafts)

    def publish(self):
        type(self.row).objects.filter(pk=self.row.pk).update(published_at=None)
        self.post("change", sent(self.form, published_at=None, _publish="1"), self.row.pk)
        return stored(self.row).is_published

    def delete(self):
        self.post("delete", {"post": "yes"}, self.row.pk)
        return stored(self.row) is None

    def bulk_delete(self):
        self.bulk("delete_selected")
        return stored(self.row) is None

    def bulk_publish(self):
        type(self.row).objects.filter(pk=self.row.pk).update(published_at=None)
        self.bulk("publish_now")
        return stored(self.row).is_published

    def bulk_take_down(self):
        type(self.row).objects.filter(pk=self.row.pk).update(published_at=timezone.now())
        self.bulk("take_down")
        return not stored(self.row).is_published

    def preview(self):
        query = f"?object_id={self.row.pk}&language=lv"
        data = sent(self.form, title_lv="Priekšskatīts")
        return "Priekšskatīts</h1>" in self.post("preview", data, query=query).text

    def share(self):
        version = Version.objects.of(type(self.row), self.row.pk).saved().get()
        self.post("share", {"version": version.pk})
        version.refresh_from_db()
        return version.shared_at is not None

    def presence(self):
        answer = self.post("presence", {"object_id": self.row.pk})
        return answer.status_code == 200 and answer.json()["others"] == []

    def autocomplete(self):
        way = WAYS[type(self.row)]
        query = {"app_label": way[0], "model_name": way[1], "field_name": way[2], "term": ""}
        answer = self.client.get(reverse("admin:autocomplete"), query)
        found = json.loads(answer.text)["results"] if answer.status_code == 200 else []
        return str(self.row.pk) in [each["id"] for each in found]


def is_possible(action, row):
    """Whether the action makes sense for rows of this kind at all."""
    has_page = hasattr(row, "published_at")
    if action in ("publish", "bulk-publish", "bulk-take-down", "preview", "share"):
        return has_page
    if action == "autocomplete":
        return type(row) in WAYS
    return True


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("role", [AUTHOR, EDITOR, NETWORK_EDITOR, SITE_ADMINISTRATOR])
def test_role_does_with_a_row_what_the_table_says(world, person, editor, role, name):
    row = world[name]
    record(None, row)
    form = signed_in(editor).get(address(row, "change", row.pk))
    client = person(role)

    done = set()
    for action in filter(lambda each: is_possible(each, row), ACTIONS):
        savepoint = transaction.savepoint()
        method = "form_" if action == "form" else action.replace("-", "_")
        if getattr(Doings(client, row, form), method)():
            done.add(action)
        transaction.savepoint_rollback(savepoint)

    assert done == {each for each in TABLE[role, name].split() if is_possible(each, row)}
