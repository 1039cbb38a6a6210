"""The report in the administration: today beside the last one, and freezing."""

import html
import re

import pytest
from django.urls import reverse

from core.models import Version
from core.roles import AUTHOR, EDITOR
from projects.models import ProjectReport, Result
from tests.factories import ItemFactory, PartnershipFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    return ProjectFactory(owner=PartnershipFactory(), title_lv="Ciemi")


def sign_in(client, project, role):
    user = UserFactory(groups=[role])
    user.partnerships.add(project.owner)
    client.force_login(user)


def page_of(name, project):
    return reverse(f"admin:projects_project_{name}", args=[project.pk])


def figures(client, project):
    """Cells of the tables of the page."""
    page = html.unescape(client.get(page_of("report", project)).text)
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">(.*?)</th>(.*?)</tr>", page)
    return [(label, *re.findall(r"<td>(.*?)</td>", cells)) for label, cells in rows]


def test_today_stands_beside_the_last_report_with_the_difference(client, project):
    sign_in(client, project, EDITOR)
    gone = ItemFactory(project=project, kind="video")
    typed = {"label_lv": "līderi", "label_en": "leaders", "source_lv": "S", "source_en": "L"}
    Result.objects.create(project=project, value=20, **typed)

    assert figures(client, project) == [("darbs bibliotēkā", "1"), ("video", "1"), ("līderi", "20")]
    client.post(page_of("freeze", project))
    gone.delete()
    ItemFactory(project=project, kind="study")
    ItemFactory(project=project, kind="study")

    assert figures(client, project) == [
        ("darbi bibliotēkā", "2", "1", "+1"),
        ("pētījumi", "2", "–", ""),
        ("līderi", "20", "20", ""),
        ("video", "0", "1", "-1"),
    ]


def test_freezing_twice_makes_one_report_and_a_line_in_the_history(client, project):
    sign_in(client, project, EDITOR)

    answer, again = (client.post(page_of("freeze", project), follow=True) for _time in "12")

    assert "Pārskats ir iesaldēts" in answer.text
    assert "nosūtīta divreiz" in again.text
    report = ProjectReport.objects.get()
    assert report.files.count() == 5
    assert Version.objects.filter(object_id=project.pk).order_by("pk").last().comment
    assert client.get(page_of("freeze", project)).status_code == 404


def test_typed_figure_without_a_source_is_named_instead_of_a_button(client, project):
    sign_in(client, project, EDITOR)
    Result.objects.create(project=project, label_lv="līderi", value=20)

    page = client.get(page_of("report", project)).text
    answer = client.post(page_of("freeze", project), follow=True)

    assert "līderi: 20" in page
    assert "Iesaldēt pārskatu" not in page
    assert "no kurienes" in answer.text
    assert not ProjectReport.objects.exists()


def test_author_sees_the_figures_and_freezes_nothing(client, project):
    sign_in(client, project, AUTHOR)

    assert client.post(page_of("freeze", project)).status_code == 403
    assert "Iesaldēt" not in client.get(page_of("report", project)).text
    assert not ProjectReport.objects.exists()
