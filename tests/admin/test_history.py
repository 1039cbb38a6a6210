"""Who changed what and when; comparing, restoring, bringing back what was deleted."""

import pytest
from django.test import Client
from django.urls import reverse

from core.editorial.compare import parts
from core.models import Version
from projects.models import Participation, Project, Result
from tests.admin.forms import sent
from tests.factories import OrganisationFactory, ProjectFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def url(page, *args):
    return reverse(f"admin:projects_project_{page}", args=args)


@pytest.fixture
def project():
    project = ProjectFactory(title_lv="Pirmais", title_en="First")
    project.themes.add(ThemeFactory(name_lv="Vide", name_en="Environment"))
    Result.objects.create(project=project, label_lv="Dalībnieki", value=10)
    return project


@pytest.fixture
def changed(editor_client, project):
    """The project after one change of its title, a figure and its partners."""
    address = url("change", project.pk)
    data = sent(editor_client.get(address), title_lv="Otrais", themes=None)
    data |= {"results-0-value": "140", "participations-0-DELETE": "on"}
    editor_client.post(address, data)
    project.refresh_from_db()
    return project


def versions(row):
    return list(Version.objects.of(type(row), row.pk).saved())


def test_first_change_keeps_also_how_the_row_was(changed):
    newest, first = versions(changed)

    assert first.data["form"]["title_lv"] == ["Pirmais"]
    assert newest.data["form"]["title_lv"] == ["Otrais"]
    assert newest.data["form"]["title_en"] == ["First"]


def test_history_names_who_and_which_fields(editor_client, changed):
    page = editor_client.get(url("history", changed.pk)).text

    assert "Nosaukums latviešu valodā, Tēmas" in page
    assert str(versions(changed)[0].user) in page


def test_comparison_shows_words_names_and_parts(editor_client, changed):
    newest, first = versions(changed)

    page = editor_client.get(url("compare", changed.pk) + f"?a={first.pk}&b={newest.pk}").text

    assert "<del>Pirmais</del><ins>Otrais</ins>" in page
    assert "<del>Vide</del>" in page
    assert "Dalībnieki" in page
    assert "<del>10" in page or "10<" in page


def test_restored_version_brings_back_its_parts(editor_client, changed):
    first = versions(changed)[-1]
    assert (changed.participations.count(), changed.themes.count()) == (0, 0)
    address = url("change", changed.pk)

    form = editor_client.get(address + f"?version={first.pk}")
    editor_client.post(address, sent(form))

    changed.refresh_from_db()
    assert changed.title_lv == "Pirmais"
    assert changed.results.get().value == 10
    assert changed.participations.count() == 1
    assert [theme.name_lv for theme in changed.themes.all()] == ["Vide"]
    assert len(versions(changed)) == 3


def test_part_added_since_goes_when_an_older_version_is_restored(editor_client, changed):
    first = versions(changed)[-1]
    Participation.objects.create(project=changed, organisation=OrganisationFactory())
    address = url("change", changed.pk)

    form = editor_client.get(address + f"?version={first.pk}")
    editor_client.post(address, sent(form))

    assert changed.participations.count() == 1
    assert changed.participations.get().organisation_id == int(
        first.data["inlines"]["participations"][0]["organisation"][0]
    )


def test_restored_text_passes_the_sanitiser_again(editor_client, changed):
    first = versions(changed)[-1]
    first.data["form"]["body_lv"] = ["<p>Jā<script>alert(1)</script></p>"]
    first.save()
    address = url("change", changed.pk)

    form = editor_client.get(address + f"?version={first.pk}")
    editor_client.post(address, sent(form))

    changed.refresh_from_db()
    assert changed.body_lv == "<p>Jā</p>"


def test_old_version_outlives_changes_of_the_model(editor_client, changed):
    first = versions(changed)[-1]
    first.data["form"]["a_field_that_is_gone"] = ["x"]
    del first.data["form"]["summary_lv"], first.data["inlines"]["results"]
    first.save()
    Project.objects.filter(pk=changed.pk).update(summary_lv="Šodienas")
    address = url("change", changed.pk)

    editor_client.post(address, sent(editor_client.get(address + f"?version={first.pk}")))

    changed.refresh_from_db()
    assert (changed.title_lv, changed.summary_lv) == ("Pirmais", "Šodienas")
    assert changed.results.get().value == 140


def test_version_of_another_row_is_not_restored(editor_client, changed):
    other = ProjectFactory()

    answer = editor_client.get(url("change", other.pk) + f"?version={versions(changed)[0].pk}")

    assert answer.status_code == 404


def test_deleted_row_comes_back_with_its_parts_and_history(editor_client, changed):
    key, before = changed.pk, len(versions(changed))
    editor_client.post(url("delete", key), {"post": "yes"})
    assert not Project.objects.exists()

    listed = editor_client.get(url("deleted")).text
    deleted = Version.objects.deleted().get()
    assert f"?version={deleted.pk}" in listed
    address = url("add") + f"?version={deleted.pk}"
    editor_client.post(address, sent(editor_client.get(address), _publish_anyway="1"))

    back = Project.objects.get(pk=key)
    assert (back.title_lv, back.slug_lv) == ("Otrais", changed.slug_lv)
    assert back.results.get().value == 140
    assert len(versions(back)) == before + 2
    assert not Version.objects.deleted().exists()


def test_rows_deleted_in_bulk_come_back_too(editor_client, project):
    data = {"action": "delete_selected", "_selected_action": [project.pk], "post": "yes"}
    editor_client.post(url("changelist"), data)

    assert Version.objects.deleted().get().name == "Pirmais"


def test_deleted_account_keeps_its_name_in_the_history(editor, changed):
    newest = versions(changed)[0]
    newest.user.delete()
    client = Client()
    client.force_login(editor)

    newest.refresh_from_db()
    assert newest.user is None
    assert newest.user_name in client.get(url("history", changed.pk)).text


def test_bulk_publishing_is_in_the_history(editor_client, project):
    data = {"action": "take_down", "_selected_action": [project.pk]}
    editor_client.post(url("changelist"), data)

    assert versions(project)[0].comment


def test_comparison_of_long_texts_stays_quick():
    before = " ".join(f"vārds{number}" for number in range(20_000))

    found = parts(before + "\nbeigas", "\nbeigas " + before)

    assert "".join(text for kind, text in found if kind != "new") == before + "\nbeigas"
