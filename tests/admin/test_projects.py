"""Editors write projects: both languages, partners, publishing, warnings."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import Measure, Participation, Project
from tests.admin.forms import errors, sent
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    ProjectFactory,
)

pytestmark = pytest.mark.django_db
ADD = "admin:projects_project_add"


@pytest.fixture
def form(editor_client):
    """The empty form of a new project."""
    return editor_client.get(reverse(ADD))


def written(form, **changes):
    """A project as an editor fills it in."""
    return sent(
        form,
        **{
            "title_lv": "Viedie ciemi",
            "title_en": "Smart villages",
            "programme": ProgrammeFactory().pk,
            **changes,
        },
    )


def partner(organisation):
    return {
        "participations-TOTAL_FORMS": 1,
        "participations-0-organisation": organisation.pk,
        "participations-0-role": "lead",
        "participations-0-position": 0,
        "participations-0-note_lv": "Vada projektu",
        "participations-0-note_en": "Leads the project",
    }


def change_form(client, project):
    return client.get(reverse("admin:projects_project_change", args=[project.pk]))


def told(response):
    return [str(message) for message in response.context["messages"]]


def test_project_is_written_in_both_languages_with_its_partner(editor_client, form):
    organisation = OrganisationFactory()
    data = written(form, aims_lv="<p>Mērķis</p>", aims_en="<p>Aim</p>", **partner(organisation))

    response = editor_client.post(reverse(ADD), data)

    project = Project.objects.get()
    texts = [project.title_lv, project.title_en, project.aims_lv, project.aims_en]
    assert response.status_code == 302
    assert texts == ["Viedie ciemi", "Smart villages", "<p>Mērķis</p>", "<p>Aim</p>"]
    assert [project.slug_lv, project.slug_en] == ["viedie-ciemi", "smart-villages"]
    assert list(
        project.participations.values_list("organisation", "role", "note_lv", "note_en")
    ) == [(organisation.pk, "lead", "Vada projektu", "Leads the project")]


def test_project_is_public_only_when_it_has_a_moment_of_publication(editor_client, form):
    editor_client.post(reverse(ADD), written(form))
    project = Project.objects.get()
    before = Client().get(project.url_in("lv")).status_code

    again = change_form(editor_client, project)
    address = reverse("admin:projects_project_change", args=[project.pk])
    public = sent(again, published_at="2026-01-01T10:00", _publish_anyway="then")
    editor_client.post(address, public)

    assert (before, Client().get(project.url_in("lv")).status_code) == (404, 200)


def test_save_and_publish_publishes_now(editor_client, form):
    own = ProgrammeFactory(fund__kind="own").pk
    editor_client.post(reverse(ADD), written(form, programme=own, _publish="1"))

    assert Project.objects.get().is_published


def test_new_project_is_a_draft_of_the_sites_own_partnership(editor_client):
    host = PartnershipFactory(is_host=True)

    form = editor_client.get(reverse(ADD)).context["adminform"].form

    assert form["owner"].value() == host.pk
    assert form["published_at"].value() is None


def test_script_in_formatted_text_is_removed(editor_client, form):
    attack = '<p onclick="x()">Labi<script>alert(1)</script><a href="javascript:x()">te</a></p>'

    editor_client.post(reverse(ADD), written(form, body_lv=attack, body_en=attack))

    project = Project.objects.get()
    clean = "<p>Labite</p>"
    assert [project.body_lv, project.body_en] == [clean, clean]


def test_measure_of_another_programme_is_refused_and_nothing_typed_is_lost(editor_client, form):
    measure = Measure.objects.create(programme=ProgrammeFactory(), name_lv="Sadarbība")

    response = editor_client.post(reverse(ADD), written(form, measure=measure.pk))

    assert list(errors(response)) == ["measure"]
    assert response.context["adminform"].form["title_en"].value() == "Smart villages"
    assert not Project.objects.exists()


def test_what_is_unusual_is_told_in_one_line_but_saved(editor_client, form):
    programme = ProgrammeFactory(number_pattern=r"\d{2}-A019")
    data = written(form, title_en="", number="19/1", programme=programme.pk)

    response = editor_client.post(reverse(ADD), data, follow=True)

    assert len(told(response)) == 2
    assert Project.objects.get().number == "19/1"


@pytest.mark.parametrize("field", ["title_lv", "programme"])
def test_what_is_needed_is_asked_for(editor_client, form, field):
    response = editor_client.post(reverse(ADD), written(form, **{field: ""}))

    assert list(errors(response)) == [field]


def test_long_form_leads_to_what_is_wrong(editor_client, form):
    data = written(form, title_lv="", **partner(OrganisationFactory()))
    data["participations-0-organisation"] = ""

    page = editor_client.post(reverse(ADD), data).text

    start = '<ul class="wrong-fields" tabindex="-1" autofocus>'
    listed = page.partition(start)[2].partition("</ul>")[0]
    assert re.findall(r'href="#(.*?)">(.*?)<', listed) == [
        ("id_title_lv", "Nosaukums latviešu valodā"),
        ("id_participations-0-organisation", "Organizācija"),
    ]


def test_texts_left_empty_are_stored_alike(editor_client, form):
    editor_client.post(reverse(ADD), written(form))

    project = Project.objects.get()
    assert [project.summary_lv, project.summary_en, project.aims_en] == ["", "", ""]


def test_organisation_can_take_part_only_once(editor_client):
    project = ProjectFactory()
    organisation = Participation.objects.get().organisation
    data = sent(change_form(editor_client, project))
    twice = {name.replace("-0-", "-1-"): value for name, value in partner(organisation).items()}
    twice |= {"participations-TOTAL_FORMS": 2, "participations-1-role": "partner"}

    address = reverse("admin:projects_project_change", args=[project.pk])
    response = editor_client.post(address, {**data, **twice})

    assert response.status_code == 200
    assert project.participations.count() == 1


def two_partners(project):
    """The lead partner first, as the form lists them."""
    Participation.objects.filter(project=project).update(role="lead")
    Participation.objects.create(project=project, organisation=OrganisationFactory(), position=1)
    return list(project.participations.all())


def test_two_partners_change_places_in_one_save(editor_client):
    project = ProjectFactory()
    first, second = two_partners(project)
    page = change_form(editor_client, project)
    roles = {"participations-0-role": "partner", "participations-1-role": "lead"}

    response = editor_client.post(page.request["PATH_INFO"], sent(page, **roles))

    assert response.status_code == 302, errors(response)
    assert Participation.objects.get(pk=first.pk).role == "partner"
    assert Participation.objects.get(pk=second.pk).role == "lead"


def test_two_lead_partners_are_refused(editor_client):
    project = ProjectFactory()
    two_partners(project)
    page = change_form(editor_client, project)

    response = editor_client.post(
        page.request["PATH_INFO"], sent(page, **{"participations-1-role": "lead"})
    )

    assert response.status_code == 200
    assert "Projektam ir viens vadošais partneris." in response.text
    assert project.participations.filter(role="lead").count() == 1
