"""The publication check in the form, before publishing, in bulk, and in the list of faults."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.faults import Fault
from core.models import Version
from core.roles import AUTHOR, EDITOR, NETWORK_EDITOR
from projects.models import Project
from tests.admin.forms import sent
from tests.factories import PageFactory, PartnershipFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db
BAD = '<p>Video <a href="/x">ŠEIT</a></p>'


def url(page, *args, model="pages_page"):
    return reverse(f"admin:{model}_{page}", args=args)


def signed_in(role, *partnerships):
    user = UserFactory(groups=[role])
    user.partnerships.add(*partnerships)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def own():
    return PartnershipFactory()


@pytest.fixture
def draft(own):
    return PageFactory(title_lv="Par mums", owner=own, published_at=None)


def typed(client, row, **changes):
    return sent(client.get(url("change", row.pk)), **changes)


def codes(response):
    return [each["code"] for each in response.context["report"].findings]


def test_panel_names_what_the_saved_page_lacks_and_leads_to_the_field(editor_client, draft):
    type(draft).objects.update(body_lv=BAD, body_en="<p>A</p>")

    page = editor_client.get(url("change", draft.pk))

    assert codes(page) == ["link-words"]
    assert 'id="publication-check"' in page.text
    assert "ŠEIT" in page.text.partition("publication-body")[2].partition("</details>")[0]
    assert 'href="#id_body_lv"' in page.text


def test_check_of_the_typed_form_saves_nothing(editor_client, draft):
    data = typed(editor_client, draft, body_lv=BAD, title_lv="Cits")

    panel = editor_client.post(url("check") + f"?object_id={draft.pk}", data)

    draft.refresh_from_db()
    assert codes(panel) == ["link-words", "translation"]
    assert (draft.title_lv, draft.body_lv) == ("Par mums", "")
    assert not Version.objects.exists()


def test_check_works_for_a_new_page_and_says_what_cannot_be_read(editor_client):
    data = sent(editor_client.get(url("add")), title_lv="", body_lv=BAD)
    nothing = editor_client.post(url("check"), data).context["report"]
    checked = editor_client.post(url("check"), {**data, "title_lv": "Jauna"})

    assert nothing.problems
    assert "link-words" in codes(checked)
    assert not type(PageFactory.build()).objects.exists()


def test_check_without_script_shows_the_form_again_with_all_that_was_typed(editor_client, draft):
    data = typed(editor_client, draft, body_lv=BAD, title_lv="Cits", _check="1", kept_draft="7")

    page = editor_client.post(url("change", draft.pk), data)

    form = page.context["adminform"].form
    assert (form["title_lv"].value(), form["body_lv"].value()) == ("Cits", BAD)
    assert codes(page) == ["link-words", "translation"]
    assert 'name="kept_draft" value="7"' in page.text
    assert 'class="errornote"' not in page.text
    draft.refresh_from_db()
    assert draft.title_lv == "Par mums"


@pytest.mark.parametrize(
    ("changes", "when"),
    [({"_publish": "1"}, "now"), ({"published_at": "2040-01-01T10:00"}, "then")],
)
def test_page_that_breaks_a_rule_is_not_published_and_nothing_is_lost(
    editor_client, draft, changes, when
):
    data = typed(editor_client, draft, body_lv=BAD, title_lv="Cits", **changes)

    page = editor_client.post(url("change", draft.pk), data)

    draft.refresh_from_db()
    assert (draft.published_at, draft.title_lv) == (None, "Par mums")
    form = page.context["adminform"].form
    assert (form["title_lv"].value(), form["body_lv"].value()) == ("Cits", BAD)
    assert codes(page) == ["link-words", "translation"]
    panel = page.text.partition('class="stopped" role="alert"')[2]
    assert "Nekas vēl nav publicēts" in panel.partition("</p>")[0]
    assert f'name="_publish_anyway" value="{when}"' in panel
    assert 'name="_draft"' in page.text


def test_published_all_the_same_is_written_into_the_history(editor_client, draft):
    data = typed(editor_client, draft, body_lv=BAD, _publish_anyway="now")

    editor_client.post(url("change", draft.pk), data)

    draft.refresh_from_db()
    assert draft.is_published
    assert "1" in Version.objects.filter(object_id=draft.pk).first().comment
    assert list(Fault.objects.values_list("code", flat=True)) == ["link-words", "translation"]


def test_scheduled_all_the_same_keeps_its_moment(editor_client, draft):
    moment = "2040-01-01T10:00"
    data = typed(editor_client, draft, body_lv=BAD, published_at=moment, _publish_anyway="then")

    editor_client.post(url("change", draft.pk), data)

    draft.refresh_from_db()
    assert (draft.published_at.year, draft.is_published) == (2040, False)
    assert not Fault.objects.exists()


def test_stopped_page_can_be_kept_as_a_draft(editor_client, draft):
    data = typed(editor_client, draft, body_lv=BAD, _draft="1")

    editor_client.post(url("change", draft.pk), data)

    assert Version.objects.drafts().get().data["form"]["body_lv"] == [BAD]
    again = editor_client.get(url("change", draft.pk))
    assert codes(again) == ["link-words", "translation"]


def test_advice_stops_nothing(editor_client, draft):
    text = "<p>Šogad sākam.</p>"
    data = typed(editor_client, draft, body_lv=text, body_en="<p>A</p>", _publish="1")

    editor_client.post(url("change", draft.pk), data)

    draft.refresh_from_db()
    assert draft.is_published
    assert [each.code for each in Fault.objects.all()] == ["relative-date"]


def test_public_page_is_saved_at_once_and_its_faults_are_refreshed(editor_client, draft):
    draft.published_at = draft.created_at
    draft.save()
    editor_client.post(url("change", draft.pk), typed(editor_client, draft, body_lv=BAD))
    before = [each.code for each in Fault.objects.all()]

    text = {"body_lv": "<p>A</p>", "body_en": "<p>A</p>"}
    editor_client.post(url("change", draft.pk), typed(editor_client, draft, **text))

    assert (before, Fault.objects.count()) == (["link-words", "translation"], 0)


def test_faults_go_with_the_page(editor_client, draft):
    Fault.objects.create(label="pages.page", object_id=draft.pk, code="translation")

    editor_client.post(url("delete", draft.pk), {"post": "yes"})

    assert not Fault.objects.exists()


def test_authors_check_but_do_not_publish(own, draft):
    author = signed_in(AUTHOR, own)
    data = typed(author, draft, body_lv=BAD)

    panel = author.post(url("check") + f"?object_id={draft.pk}", data)
    author.post(url("change", draft.pk), {**data, "_publish_anyway": "now"})

    draft.refresh_from_db()
    assert codes(panel) == ["link-words", "translation"]
    assert draft.published_at is None
    history = Version.objects.filter(object_id=draft.pk, label=draft.label)
    assert not any("1" in each.comment for each in history)


def test_foreign_pages_are_not_checked(draft):
    stranger = signed_in(EDITOR, PartnershipFactory())

    answer = stranger.post(url("check") + f"?object_id={draft.pk}", {"title_lv": "X"})

    assert answer.status_code in (403, 404)


def test_bulk_publishing_says_how_many_fall_short(editor_client, draft):
    type(draft).objects.update(body_lv=BAD, body_en="<p>A</p>")
    data = {"action": "publish_now", "_selected_action": [draft.pk]}

    page = editor_client.post(url("changelist"), data, follow=True)

    messages = [str(each) for each in page.context["messages"]]
    assert len(messages) == 2
    assert "/admin/core/fault/?weight__exact=rule" in messages[1]
    editor_client.post(url("changelist"), {**data, "action": "take_down"})
    assert not Fault.objects.exists()


def test_list_shows_ones_own_faults_by_page_with_the_score(own):
    other = PartnershipFactory()
    project = ProjectFactory(title_lv="Mans", owner=own)
    for owner, name, key in ((own, "Mans", project.pk), (other, "Svešs", 9)):
        for code in ("aims-missing", "cost-missing"):
            Fault.objects.create(
                label="projects.project", object_id=key, name=name, owner=owner, code=code
            )

    page = signed_in(AUTHOR, own).get(reverse("admin:core_fault_changelist"))
    every = signed_in(NETWORK_EDITOR).get(reverse("admin:core_fault_changelist") + "?code=x")

    entries = page.context["fault_pages"]
    scores = Project.quality_of([project.pk])
    assert [(each["name"], len(each["rows"]), each["score"]) for each in entries] == [
        ("Mans", 2, scores[project.pk])
    ]
    assert "Svešs" not in page.text
    assert every.context["fault_pages"] == []


def test_list_of_projects_is_sorted_by_score(editor_client):
    poor, good = ProjectFactory(), ProjectFactory(total_cost=5, aims_lv="A", number="1")

    column = ["title", "state", "has_english", "status", "programme", "quality_score"]
    page = editor_client.get(url("changelist", model="projects_project") + f"?o=-{len(column)}")

    assert list(page.context["cl"].result_list) == [good, poor]


def test_only_the_list_of_projects_asks_for_the_score(editor_client):
    project, asked = ProjectFactory(), {}

    for page, args in (("changelist", ()), ("change", (project.pk,))):
        with CaptureQueriesContext(connection) as queries:
            editor_client.get(url(page, *args, model="projects_project"))
        asked[page] = any("quality_score" in each["sql"] for each in queries)

    assert asked == {"changelist": True, "change": False}


def test_after_saving_one_is_told_who_sees_the_page_and_led_to_it(editor_client, draft):
    address = url("change", draft.pk)

    told = []
    for button in ("_save", "_publish", "_take_down", "_publish"):
        data = typed(editor_client, draft, **{button: "1"})
        page = editor_client.post(address, data, follow=True)
        told.append(str(list(page.context["messages"])[-1]))

    ends = ["apmeklētāji to neredz.", "Apmeklētāji to redz.", "to neredz.", "Apmeklētāji to redz."]
    shown = f'<a href="{draft.url_in("lv")}">Parādīt lapu</a>'
    for message, end in zip(told, ends, strict=True):
        assert message.endswith(f"{end} {shown}")
    draft.refresh_from_db()
    assert (draft.is_published, draft.unpublish_at) == (True, None)


def test_form_with_a_draft_says_what_the_page_is_now(editor_client, draft):
    address = url("change", draft.pk)
    draft.published_at = draft.created_at
    draft.save()
    editor_client.post(address, typed(editor_client, draft, slug_lv="cita", _draft="1"))
    type(draft).objects.update(unpublish_at=draft.updated_at)

    page = editor_client.get(address)

    assert page.context["restored"] is not None
    assert (page.context["state"], page.context["may_publish"]) == ("ended", True)
    assert page.context["pages"][0][1] == draft.url_in("lv")


def test_button_to_take_down_is_for_public_pages_of_those_who_publish(editor_client, draft, own):
    author, address = signed_in(AUTHOR, own), url("change", draft.pk)

    offered = [b'name="_take_down"' in editor_client.get(address).content]
    draft.published_at = draft.created_at
    draft.save()
    for client in (editor_client, author):
        offered.append(b'name="_take_down"' in client.get(address).content)
    author.post(address, typed(author, draft, _take_down="1"))

    draft.refresh_from_db()
    assert (offered, draft.is_published) == ([False, True, False], True)
