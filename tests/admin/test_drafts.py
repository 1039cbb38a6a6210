"""Drafts of changes, restored versions, deleted rows, and colleagues who edit the same row."""

import pytest
from django.test import Client
from django.urls import reverse

from core.models import Presence, Version
from core.roles import AUTHOR, EDITOR
from projects.models import Project, Result
from tests.admin.forms import sent
from tests.factories import PartnershipFactory, ProjectFactory, ThemeFactory, UserFactory

pytestmark = pytest.mark.django_db
ADD = "admin:projects_project_add"


def url(page, *args):
    return reverse(f"admin:projects_project_{page}", args=args)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def project():
    owner = PartnershipFactory()
    project = ProjectFactory(title_lv="Sākums", title_en="Beginning", owner=owner)
    Result.objects.create(project=project, label_lv="Dalībnieki", value=10)
    return project


@pytest.fixture
def change(project):
    return url("change", project.pk)


@pytest.fixture
def colleague(project):
    user = UserFactory(first_name="Ilze", last_name="Kalniņa", groups=[EDITOR])
    user.partnerships.add(project.owner)
    return signed_in(user)


@pytest.fixture
def author(project):
    user = UserFactory(first_name="Aija", last_name="Autore", groups=[AUTHOR])
    user.partnerships.add(project.owner)
    return signed_in(user)


def save(client, address, **changes):
    """Open the form and save it with changes, as one does."""
    return client.post(address, sent(client.get(address), **changes))


def test_draft_of_a_public_page_changes_nothing_for_visitors(editor_client, project, change):
    save(editor_client, change, title_lv="Jauns nosaukums", _draft="1")

    assert "Sākums</h1>" in Client().get(project.url_in("lv")).text
    form = editor_client.get(change)
    assert form.context["adminform"].form["title_lv"].value() == "Jauns nosaukums"
    saved = editor_client.get(change + "?saved")
    assert saved.context["adminform"].form["title_lv"].value() == "Sākums"


def test_draft_becomes_public_with_all_its_parts_when_it_is_saved(editor_client, project, change):
    form = sent(editor_client.get(change), title_lv="Gatavs", _draft="1")
    form |= {
        "results-TOTAL_FORMS": 2,
        "results-0-label_lv": "Klausītāji",
        "results-1-label_lv": "Semināri",
        "results-1-value": "3",
        "results-1-sign": "exact",
        "results-1-position": "1",
    }
    editor_client.post(change, form)
    assert [each.label_lv for each in project.results.all()] == ["Dalībnieki"]

    save(editor_client, change)

    project.refresh_from_db()
    assert project.title_lv == "Gatavs"
    assert [each.label_lv for each in project.results.all()] == ["Klausītāji", "Semināri"]
    assert not Version.objects.drafts().exists()


def test_incomplete_draft_is_kept_as_it_was_typed(editor_client, project, change):
    save(editor_client, change, title_lv="Bez programmas", programme="", _draft="1")

    form = editor_client.get(change).context["adminform"].form
    assert (form["title_lv"].value(), form["programme"].value()) == ("Bez programmas", "")


def test_two_tabs_with_new_pages_keep_a_draft_each(editor_client):
    kept = ["", ""]
    for words in ("sākums", "turpinājums"):
        for tab in (0, 1):
            data = {"title_lv": f"{tab} {words}", "kept_draft": kept[tab], "_draft": "1"}
            data = {**sent(editor_client.get(reverse(ADD))), **data, "from_version": ""}
            answer = editor_client.post(reverse(ADD), data, headers={"X-Autosave": "1"})
            kept[tab] = str(answer.json()["draft"])

    names = Version.objects.order_by("pk").values_list("name", "kind")
    assert list(names) == [("0 turpinājums", "aside"), ("1 turpinājums", "draft")]


def test_bytes_that_the_database_cannot_store_do_not_lose_the_draft(editor_client, change):
    save(editor_client, change, title_lv="Jauns\0 nosaukums", _draft="1")

    form = editor_client.get(change).context["adminform"].form
    assert form["title_lv"].value() == "Jauns nosaukums"


def test_draft_saves_itself_also_for_a_new_page(editor_client):
    form = sent(editor_client.get(reverse(ADD)), title_lv="Iesākts", _draft="1")

    answer = editor_client.post(reverse(ADD), form, headers={"X-Autosave": "1"})

    assert Version.objects.get(pk=answer.json()["draft"]).object_id == 0
    again = editor_client.get(reverse(ADD)).context["adminform"].form
    assert again["title_lv"].value() == "Iesākts"
    assert not Project.objects.exists()


def test_new_page_takes_its_draft_along(editor_client, project):
    data = sent(editor_client.get(reverse(ADD)), title_lv="Iesākts", programme=project.programme.pk)
    draft = {**data, "_draft": "1"}
    kept = editor_client.post(reverse(ADD), draft, headers={"X-Autosave": "1"}).json()

    editor_client.post(reverse(ADD), {**data, "kept_draft": kept["draft"]})

    assert Project.objects.filter(title_lv="Iesākts").exists()
    assert not Version.objects.drafts().exists()


def test_second_new_page_leaves_the_draft_of_the_first(editor_client, project):
    first = sent(editor_client.get(reverse(ADD)), title_lv="Pirmais", _draft="1")
    editor_client.post(reverse(ADD), first)

    empty = editor_client.get(reverse(ADD) + "?saved")
    assert not empty.context["adminform"].form["title_lv"].value()
    second = sent(empty, title_lv="Otrais", programme=project.programme.pk)
    kept = editor_client.post(
        reverse(ADD), {**second, "_draft": "1"}, headers={"X-Autosave": "1"}
    ).json()
    editor_client.post(reverse(ADD), {**second, "kept_draft": kept["draft"]})

    aside = Version.objects.unfinished().get()
    assert Project.objects.filter(title_lv="Otrais").exists()
    form = editor_client.get(reverse(ADD) + f"?version={aside.pk}").context["adminform"].form
    assert form["title_lv"].value() == "Pirmais"


def test_draft_is_not_lost_when_the_saved_page_is_edited(editor_client, project, change):
    save(editor_client, change, title_lv="Melnraksts", _draft="1")
    saved = editor_client.get(change + "?saved")

    kept = editor_client.post(
        change, sent(saved, title_lv="Cits", _draft="1"), headers={"X-Autosave": "1"}
    ).json()
    editor_client.post(change, sent(saved, title_lv="Cits", kept_draft=kept["draft"]))

    project.refresh_from_db()
    assert project.title_lv == "Cits"
    assert Version.objects.unfinished().get().data["form"]["title_lv"] == ["Melnraksts"]


def test_drafts_of_two_people_do_not_meet(editor_client, colleague, change):
    save(editor_client, change, title_lv="Pirmais", _draft="1")
    save(colleague, change, title_lv="Otrais", _draft="1")

    mine, theirs = editor_client.get(change), colleague.get(change)
    titles = [page.context["adminform"].form["title_lv"].value() for page in (mine, theirs)]
    assert titles == ["Pirmais", "Otrais"]
    assert "Ilze Kalniņa" in mine.text


def test_draft_is_thrown_away_by_its_author_only(editor_client, colleague, author, project, change):
    save(author, change, title_lv="Priekšlikums", _draft="1")
    draft = Version.objects.drafts().get()
    stranger = UserFactory(groups=[EDITOR])
    stranger.partnerships.add(PartnershipFactory())

    signed_in(stranger).post(url("discard"), {"draft": draft.pk})
    assert Version.objects.drafts().exists()
    author.post(url("discard"), {"draft": draft.pk})
    assert not Version.objects.drafts().exists()


def test_author_prepares_and_editor_publishes(author, colleague, project, change):
    save(author, change, title_lv="Autores vārdi")  # the plain save, too, keeps only a draft
    project.refresh_from_db()
    assert project.title_lv == "Sākums"
    draft = Version.objects.drafts().get()

    form = colleague.get(change + f"?version={draft.pk}")
    kept = colleague.post(change, sent(form, _draft="1"), headers={"X-Autosave": "1"}).json()
    colleague.post(change, sent(form, kept_draft=kept["draft"]))

    project.refresh_from_db()
    assert project.title_lv == "Autores vārdi"
    assert not Version.objects.drafts().exists()
    assert project.is_published


def test_author_cannot_publish_by_typing_the_fields(author, project, change):
    Project.objects.update(published_at=None)

    save(author, change, published_at="2026-01-01T10:00", _publish="1")

    project.refresh_from_db()
    assert project.published_at is None


def test_stale_form_is_refused_and_keeps_what_was_typed(editor_client, colleague, project, change):
    mine = editor_client.get(change)
    save(colleague, change, title_lv="Kolēģes")

    refused = editor_client.post(change, sent(mine, title_lv="Mans"))

    project.refresh_from_db()
    assert project.title_lv == "Kolēģes"
    assert "Ilze Kalniņa" in refused.text
    assert refused.context["adminform"].form["title_lv"].value() == "Mans"
    again = editor_client.post(change, sent(refused, title_lv="Mans"))
    assert again.status_code == 200  # nor does trying twice overwrite

    editor_client.post(change, sent(refused, title_lv="Mans", _draft="1"))
    draft = Version.objects.drafts().get()
    compared = editor_client.get(url("compare", project.pk) + f"?b={draft.pk}").text
    assert "<del>Kolēģes</del><ins>Mans</ins>" in compared


def test_form_without_its_token_does_not_overwrite(editor_client, colleague, project, change):
    save(colleague, change, title_lv="Kolēģes")

    data = sent(editor_client.get(change), title_lv="Mans")
    del data["seen_version"]
    editor_client.post(change, data)

    project.refresh_from_db()
    assert project.title_lv == "Kolēģes"


def test_terms_are_protected_too(editor_client):
    theme = ThemeFactory()
    address = reverse("admin:projects_theme_change", args=[theme.pk])
    stale = editor_client.get(address)
    save(editor_client, address, name_lv="Pirmais")

    editor_client.post(address, sent(stale, name_lv="Otrais"))

    theme.refresh_from_db()
    assert theme.name_lv == "Pirmais"


def test_others_with_the_form_open_are_told(editor_client, colleague, project):
    colleague.post(url("presence"), {"object_id": project.pk})

    told = editor_client.post(url("presence"), {"object_id": project.pk}).json()

    assert told == {"others": ["Ilze Kalniņa"], "version": 0}
    assert Presence.objects.count() == 2
