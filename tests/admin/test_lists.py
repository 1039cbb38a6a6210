"""Lists of pages: states, filters, search, publishing in bulk, few questions to the database."""

import pytest
from django.urls import reverse
from django.utils import timezone

from projects.models import Project
from tests.factories import PartnershipFactory, ProjectFactory

pytestmark = pytest.mark.django_db
LIST = "admin:projects_project_changelist"


def test_actions_publish_and_take_down(editor_client):
    draft, public = ProjectFactory(published_at=None), ProjectFactory()

    for action, project in (("publish_now", draft), ("take_down", public)):
        data = {"action": action, "_selected_action": [project.pk]}
        editor_client.post(reverse(LIST), data)

    assert list(Project.objects.published()) == [draft]


def test_take_down_makes_a_scheduled_page_a_draft(editor_client):
    project = ProjectFactory(published_at=timezone.now() + timezone.timedelta(days=1))

    data = {"action": "take_down", "_selected_action": [project.pk]}
    editor_client.post(reverse(LIST), data)

    project.refresh_from_db()
    assert project.published_at is None


def test_list_is_narrowed_by_state_and_language(editor_client):
    ProjectFactory(title_lv="Melnraksts", title_en="", published_at=None)
    ProjectFactory(title_lv="Publisks")
    queries = ("?state=draft", "?state=public", "?english=no", "?english=yes")

    pages = [editor_client.get(reverse(LIST) + query) for query in queries]

    found = [[each.title_lv for each in page.context["cl"].result_list] for page in pages]
    assert found == [["Melnraksts"], ["Publisks"], ["Melnraksts"], ["Publisks"]]


@pytest.mark.parametrize("words", ["Viedie", "Smart"])
def test_list_is_searched_in_both_languages(editor_client, words):
    project = ProjectFactory(title_lv="Viedie ciemi", title_en="Smart villages")
    ProjectFactory()

    page = editor_client.get(reverse(LIST), {"q": words})

    assert list(page.context["cl"].result_list) == [project]


def test_list_asks_as_many_questions_for_many_rows(
    editor_client, django_assert_num_queries, django_assert_max_num_queries
):
    ProjectFactory(owner=PartnershipFactory())
    with django_assert_max_num_queries(20) as one:
        editor_client.get(reverse(LIST))
    for _each in range(3):
        ProjectFactory(owner=PartnershipFactory())

    with django_assert_num_queries(len(one)):
        editor_client.get(reverse(LIST))
