"""The page as the form would make it, before anybody sees it; links for colleagues."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.admin import record
from core.admin.previews import SALT
from core.models import Version
from projects.models import Project
from tests.admin.forms import sent
from tests.factories import PartnershipFactory, ProgrammeFactory, ProjectFactory, content_factories

pytestmark = pytest.mark.django_db


def url(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def preview(client, row, language="lv", **changes):
    form = client.get(url(type(row), "change", row.pk))
    address = url(type(row), "preview") + f"?object_id={row.pk}&language={language}"
    return client.post(address, sent(form, **changes))


@pytest.mark.parametrize("model", content_factories(), ids=lambda model: model._meta.label)
def test_every_kind_of_page_is_previewed_in_both_languages(editor_client, model):
    row = content_factories()[model](title_lv="Glabāts", title_en="Stored")

    for language, title in (("lv", "Nesaglabāts"), ("en", "Unsaved")):
        page = preview(editor_client, row, language, title_lv="Nesaglabāts", title_en="Unsaved")
        assert f"{title}</h1>" in page.text
        assert f'<html lang="{language}">' in page.text
        assert "preview-bar" in page.text
        assert page.headers["Cache-Control"] == "private, no-store"

    row.refresh_from_db()
    assert row.title_lv == "Glabāts"


def test_preview_of_a_new_project_shows_its_parts_and_stores_nothing(editor_client):
    form = editor_client.get(url(Project, "add"))
    data = sent(form, title_lv="Jauns projekts", programme=ProgrammeFactory().pk) | {
        "results-TOTAL_FORMS": 1,
        "results-0-label_lv": "Dalībnieki",
        "results-0-value": "140",
        "results-0-sign": "more",
        "results-0-position": 0,
    }

    page = editor_client.post(url(Project, "preview") + "?language=lv", data)

    assert "Jauns projekts</h1>" in page.text
    assert "140" in page.text
    assert not Project.objects.exists()


def test_incomplete_form_is_previewed_as_far_as_it_goes(editor_client):
    project = ProjectFactory(title_lv="Glabāts")

    page = preview(editor_client, project, title_lv="Redzams", total_cost="daudz")

    assert "Redzams</h1>" in page.text
    assert "preview-bar" in page.text
    assert re.search(r"<li>[^<]*EUR", page.text)


def test_form_that_makes_no_page_says_what_is_missing(editor_client):
    page = editor_client.post(url(Project, "preview") + "?language=lv", {"title_lv": "Jauns"})

    assert page.status_code == 200
    assert "Programma" in page.text


def test_preview_passes_the_sanitiser(editor_client):
    project = ProjectFactory()

    page = preview(editor_client, project, aims_lv="<p>Jā<script>alert(1)</script></p>")

    assert "alert(1)" not in page.text


@pytest.fixture
def shared(editor_client):
    """A draft of changes with its link: (project, version, address)."""
    project = ProjectFactory(title_lv="Publiskais", owner=PartnershipFactory())
    form = editor_client.get(url(Project, "change", project.pk))
    editor_client.post(
        url(Project, "change", project.pk), sent(form, title_lv="Melnraksts", _draft="1")
    )
    version = Version.objects.drafts().get()
    editor_client.post(url(Project, "share"), {"version": version.pk})
    page = editor_client.get(url(Project, "history", project.pk)).text
    return project, version, re.search(r"http://testserver(/preview/[^\"]+)", page)[1]


def test_link_shows_the_draft_to_anybody_who_has_it(shared):
    project, _version, address = shared

    page = Client().get(address)

    assert "Melnraksts</h1>" in page.text
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.cookies == {}
    assert "Publiskais</h1>" in Client().get(project.url_in("lv")).text
    assert '<html lang="en">' in Client().get(address + "?language=en").text


def test_link_ends_by_itself(shared):
    _project, version, address = shared
    since = timezone.now() - timedelta(days=15)
    Version.objects.filter(pk=version.pk).update(shared_at=since)
    late = signing.dumps([version.pk, since.isoformat()], salt=SALT)

    assert Client().get(address).status_code == 410
    assert Client().get(reverse("shared_preview", args=[late])).status_code == 410


def test_link_ends_when_its_author_ends_it(editor_client, shared):
    _project, version, address = shared

    editor_client.post(url(Project, "share") + "?_end=1", {"version": version.pk})

    page = Client().get(address)
    assert page.status_code == 410
    assert "Melnraksts" not in page.text


def test_link_ends_with_the_account_and_the_rights_of_its_author(shared):
    _project, version, address = shared
    version.user.groups.clear()
    assert Client().get(address).status_code == 410

    version.user.is_active = False
    version.user.save()
    assert Client().get(address).status_code == 410


@pytest.mark.parametrize("change", [lambda token: token[:-1] + "x", lambda token: "x" * 40])
def test_forged_link_opens_nothing(shared, change):
    token = shared[2].removeprefix("/preview/").rstrip("/")

    assert Client().get(f"/preview/{change(token)}/").status_code == 410


def test_link_to_one_version_opens_no_other(editor_client, shared):
    project, version, _address = shared
    other = record(version.user, project)

    forged = signing.dumps([other.pk, version.shared_at and "2026-01-01"], salt=SALT)

    assert Client().get(reverse("shared_preview", args=[forged])).status_code == 410
