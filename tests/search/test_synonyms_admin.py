"""Staff teach the search: groups of synonyms, and the searches that found nothing."""

import importlib
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from core.roles import AUTHOR, EDITOR
from search.models import Miss, Synonyms
from search.shipped_synonyms import SHIPPED_SYNONYMS
from tests.admin.forms import errors
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db
ADD = "admin:search_synonyms_add"
MISSES = "admin:search_miss_changelist"
shipped = importlib.import_module("search.migrations.0002_shipped_synonyms")


@pytest.fixture(autouse=True)
def no_others():
    """The groups of a new site are gone, whether or not another test emptied the tables."""
    Synonyms.objects.all().delete()


def add(client, *lines):
    return client.post(reverse(ADD), {"words": "\r\n".join(lines)})


def test_expression_finds_what_its_synonym_names(client, editor_client):
    PostFactory(title_lv="Vēžveidīgie")
    search = reverse("search:search", query={"q": "krevetes"})
    before = client.get(search).context["results"].in_all

    add(editor_client, "krevetes", "vēžveidīgie")

    assert (before, client.get(search).context["results"].in_all) == (0, 1)


def test_lines_are_tidied(editor_client):
    add(editor_client, "  VRG ", "", "vietējā   rīcības grupa", "VRG")

    assert Synonyms.objects.get().words == "VRG\nvietējā rīcības grupa"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["VRG"], "divus"),
        (["VRG", "vrg"], "divus"),
        (["VRG", "x" * 81], "80"),
        (["LAG", "Sadarbība"], "sadarbība"),
    ],
)
def test_group_that_says_nothing_or_too_much_is_refused(editor_client, lines, told):
    Synonyms.objects.create(words="sadarbība\nkooperācija")

    refused = errors(add(editor_client, *lines))

    assert list(refused) == ["words"]
    assert Synonyms.objects.count() == 1


def test_group_itself_may_be_saved_again(editor_client):
    row = Synonyms.objects.create(words="sadarbība\nkooperācija")

    address = reverse("admin:search_synonyms_change", args=[row.pk])
    editor_client.post(address, {"words": "sadarbība\nkooperācija\ncooperation"})

    row.refresh_from_db()
    assert row.expressions == ["sadarbība", "kooperācija", "cooperation"]


def test_search_without_results_leads_to_the_form_for_synonyms(editor_client):
    miss = Miss.objects.create(day=timezone.localdate(), words="zirņi & pupas")

    page = editor_client.get(reverse(MISSES)).text
    form = editor_client.get(reverse(ADD, query={"words": f"{miss.words}\n"}))

    assert "?words=zir%C5%86i+%26+pupas%0A" in page
    assert form.context["adminform"].form["words"].value() == "zirņi & pupas\n"


@pytest.mark.parametrize("role", [AUTHOR, EDITOR])
def test_all_staff_see_what_found_nothing_but_not_all_mend_it(client, role):
    Miss.objects.create(day=timezone.localdate(), words="zirņi")
    client.force_login(UserFactory(groups=[role]))

    page = client.get(reverse(MISSES))

    assert "zirņi" in page.text
    assert reverse(ADD) not in page.text
    assert client.get(reverse(ADD)).status_code == 403


def test_list_is_narrowed_to_a_day(editor_client):
    today = timezone.localdate()
    for days in (0, 1):
        Miss.objects.create(day=today - timedelta(days=days), words=f"zirnis {days}")

    page = editor_client.get(reverse(MISSES, query={"day__gte": today.isoformat()}))

    assert [row.words for row in page.context["cl"].queryset] == ["zirnis 0"]


class Editor:
    """What a migration is given."""

    connection = connection


def test_new_site_begins_with_the_shipped_groups():
    shipped.load(apps, Editor)

    found = {tuple(row.expressions) for row in Synonyms.objects.all()}
    assert found == set(SHIPPED_SYNONYMS)


def test_groups_of_a_site_are_its_own():
    mine = Synonyms.objects.create(words="zirņi\npupas")

    shipped.load(apps, Editor)

    assert list(Synonyms.objects.all()) == [mine]


def test_shipped_groups_pass_the_check():
    shipped.load(apps, Editor)

    for row in Synonyms.objects.all():
        row.full_clean()
