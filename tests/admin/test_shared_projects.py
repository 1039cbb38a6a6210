"""The administration of projects that another site keeps: theirs stays, ours may change."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.models import Version
from projects.models import Participation, Project, Subscription
from tests.admin.forms import sent
from tests.factories import ProjectFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    keeper = Subscription.objects.create(
        url="https://neighbour.example/data/projects.json", name="Kaimiņi"
    )
    project = ProjectFactory(
        title_lv="Ciemi",
        subscription=keeper,
        origin_url="https://neighbour.example/id/projects/1/",
    )
    project.results.create(label_lv="dalībnieki", value=140)
    return project


def form_of(project):
    return reverse("admin:projects_project_change", args=[project.pk])


def test_form_names_the_keeper_and_changes_only_what_is_local(editor_client, project):
    page = editor_client.get(form_of(project))
    assert "Kaimiņi" in page.text
    assert project.origin_url in page.text

    data = sent(page)
    names = ("slug_lv", "local_text_lv")
    data |= dict(zip(names, ("mans", "<p>No mums</p>"), strict=True))
    data |= {"title_lv": "Viltots", "status": "cancelled", "results-TOTAL_FORMS": "2"}
    data |= {"results-0-label_lv": "Viltots", "results-0-DELETE": "on"}
    data |= {"results-1-label_lv": "Viltots", "results-1-value": "1", "results-1-sign": "exact"}
    answer = editor_client.post(form_of(project), data)

    assert answer.status_code == 302
    project.refresh_from_db()
    assert (project.title_lv, project.status) == ("Ciemi", "preparation")
    assert (project.slug_lv, project.local_text_lv) == ("mans", "<p>No mums</p>")
    assert [each.label_lv for each in project.results.all()] == ["dalībnieki"]
    newest = Version.objects.of(Project, project.pk).saved().order_by("-pk").first()
    assert newest.data["form"]["title_lv"] == ["Ciemi"]


def test_part_of_a_partner_takes_its_text_only(editor_client, project):
    part = project.participations.get()
    address = reverse("admin:projects_participation_change", args=[part.pk])
    data = sent(editor_client.get(address)) | {"text_lv": "<p>Mēs</p>", "note_lv": "Viltots"}

    editor_client.post(address, data)

    part = Participation.objects.get()
    assert (part.text_lv, part.note_lv or "") == ("<p>Mēs</p>", "")


def test_import_leaves_the_origin_s_cells(editor_client, project):
    table = f"slug_lv;title_lv\n{project.slug_lv};Viltots\n".encode()
    page = editor_client.post(
        reverse("admin:projects_project_import"), {"file": SimpleUploadedFile("x.csv", table)}
    )

    assert "Kaimiņi" in page.text
    project.refresh_from_db()
    assert project.title_lv == "Ciemi"


def test_take_over_now_says_what_went_wrong(editor_client, project):
    keeper = project.subscription
    Subscription.objects.update(url="http://127.0.0.1:1/data/projects.json")
    address = reverse("admin:projects_subscription_take_over", args=[keeper.pk])

    assert editor_client.get(address).status_code == 404
    page = editor_client.post(address, follow=True)

    keeper.refresh_from_db()
    assert keeper.problem
    assert keeper.problem in page.text
    assert [each.level_tag for each in page.context["messages"]] == ["error"]
    listed = editor_client.get(reverse("admin:projects_subscription_changelist"))
    assert keeper.problem in listed.text


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000/", "x", "javascript:alert(1)", ""])
def test_wrong_address_is_refused_in_the_form(editor_client, address, settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    page = editor_client.post(
        reverse("admin:projects_subscription_add"), {"url": address, "name": "Mans vārds"}
    )

    assert page.status_code == 200
    assert "Mans vārds" in page.text
    assert not Subscription.objects.exists()


def test_address_of_a_site_becomes_that_of_its_list(editor_client):
    address = reverse("admin:projects_subscription_add")
    editor_client.post(address, {"url": "https://neighbour.example/", "is_active": "on"})

    assert Subscription.objects.get().url == "https://neighbour.example/data/projects.json"
