"""What the pages of the administration say, and that each has a way back."""

import pytest
from django.urls import reverse

from core.models import Document
from tests.factories import OrganisationFactory, ProjectFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def page(client, address):
    return client.get(address).content.decode()


def url(name, *args):
    return reverse(f"admin:{name}", args=args)


def test_row_without_versions_has_a_history(editor_client):
    address = url("projects_project_history", ProjectFactory().pk)

    response = editor_client.get(address)

    assert (response.status_code, response.context["versions"]) == (200, [])


def test_list_is_headed_by_what_it_holds(editor_client):
    shown = page(editor_client, url("projects_project_changelist"))

    assert "<h1>Projekti</h1>" in shown
    assert 'href="/admin/projects/"' not in shown


@pytest.mark.parametrize("bulk", [False, True])
def test_deleting_names_no_links_between_tables(editor_client, bulk):
    project = ProjectFactory()
    project.themes.add(ThemeFactory())
    project.results.create(label_lv="Dalībnieki", value=1)
    data = {"action": "delete_selected", "_selected_action": [project.pk]}

    if bulk:
        response = editor_client.post(url("projects_project_changelist"), data)
    else:
        response = editor_client.get(url("projects_project_delete", project.pk))

    shown = response.content.decode()
    assert "Dalībnieki" in shown
    assert "Project-theme" not in shown
    assert "Project_themes" not in shown


def test_refused_deletion_leads_back(editor_client):
    body = OrganisationFactory()
    ProjectFactory().participations.create(organisation=body)
    shown = page(editor_client, url("partnership_organisation_delete", body.pk))

    back = url("partnership_organisation_change", body.pk)
    assert f'class="button" href="{back}"' in shown


@pytest.mark.parametrize(("address", "status"), [("/admin/nav/", 404), ("/admin/core/user/", 403)])
def test_failures_lead_staff_back_to_the_administration(editor_client, address, status):
    response = editor_client.get(address)

    assert response.status_code == status
    assert 'href="/admin/"' in response.content.decode()


def test_public_failure_does_not_speak_of_the_administration(client):
    assert 'href="/admin/"' not in page(client, "/lv/nav/")


def test_buttons_of_a_form_stand_in_the_order_of_use(editor_client):
    shown = page(editor_client, url("projects_project_change", ProjectFactory().pk))

    row = shown[shown.index('class="submit-row"') :]
    order = [row.index(each) for each in ("_save", "_continue", "_draft", "preview-", "deletelink")]
    assert order == sorted(order)


def test_long_form_lists_its_sections(editor_client):
    shown = page(editor_client, url("projects_project_change", ProjectFactory().pk))

    assert 'href="#participations-heading"' in shown
    assert 'id="participations-heading"' in shown


def test_documents_are_filtered_by_kind(editor_client):
    for extension in ("pdf", "csv"):
        Document.objects.bulk_create([Document(title=extension, extension=extension)])

    specs = editor_client.get(url("core_document_changelist")).context["cl"].filter_specs

    assert str(specs[0].title) == "veids"


def test_fields_of_a_point_say_how_it_is_written(editor_client):
    shown = page(editor_client, url("events_event_add"))

    assert shown.count("Rīgai, piemēram, platums ir 56,95 un garums – 24,11.") == 2
