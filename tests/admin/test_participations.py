"""A shared project: each partner edits its own part, the owner the rest."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from core.models import Version
from core.roles import AUTHOR, EDITOR
from projects.models import Participation
from tests.admin.forms import sent
from tests.factories import PartnershipFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


def staff_of(partnership, role=EDITOR):
    user = UserFactory(groups=[role])
    user.partnerships.add(partnership)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def owner():
    return PartnershipFactory(title_lv="Vadītāja")


@pytest.fixture
def partner():
    return PartnershipFactory(title_lv="Partnere")


@pytest.fixture
def part(owner, partner):
    """What the partner does in the owner's project."""
    project = ProjectFactory(owner=owner, partner=owner.organisation)
    return Participation.objects.create(project=project, organisation=partner.organisation)


def form_of(part):
    return reverse("admin:projects_participation_change", args=[part.pk])


def form_of_project(part):
    return reverse("admin:projects_project_change", args=[part.project.pk])


def prefix_of(form, part):
    """How the names of the partner's fields begin in the project's form."""
    formsets = [each.formset for each in form.context["inline_admin_formsets"]]
    return next(row.prefix for rows in formsets for row in rows.forms if row.instance == part)


def test_partner_is_led_from_the_project_to_its_part(part, partner):
    client = staff_of(partner)

    listed = client.get(reverse("admin:projects_project_changelist")).text
    page = client.get(form_of_project(part))

    assert form_of_project(part) in listed
    assert form_of(part) in page.text
    assert 'name="title_lv"' not in page.text
    assert 'name="_save"' not in page.text


def test_partner_writes_its_own_text_which_visitors_read(part, partner):
    client = staff_of(partner)

    client.post(
        form_of(part),
        sent(client.get(form_of(part)), text_lv="<p>Mūsu ciemos</p>", text_en="<p>Ours</p>"),
    )

    page = Client().get(part.project.url_in("lv")).text
    assert "<p>Mūsu ciemos</p>" in page
    assert "<p>Ours</p>" in Client().get(part.project.url_in("en")).text
    newest = Version.objects.of(type(part.project), part.project.pk).saved().first()
    assert newest.user.partnerships.get() == partner


def test_partner_cannot_change_the_project_or_its_role(part, partner):
    client, stranger = staff_of(partner), staff_of(PartnershipFactory())
    data = sent(client.get(form_of(part))) | {"role": "lead", "title_lv": "Pārņemts"}

    client.post(form_of(part), data)
    client.post(form_of_project(part), data)
    client.post(form_of_project(part), {**data, "_draft": "1"})
    stranger.post(form_of(part), {**data, "note_lv": "Svešs"})

    part.refresh_from_db()
    assert (part.role, part.note_lv, part.project.title_lv[:9]) == ("partner", "", "Virsrakst")
    assert not Version.objects.drafts().exists()


def test_owner_sees_but_does_not_change_what_the_partner_says(part, owner, partner):
    staff_of(partner)
    Participation.objects.filter(pk=part.pk).update(note_lv="Partneres vārdi")
    client = staff_of(owner)
    form = client.get(form_of_project(part))
    row = prefix_of(form, part)

    client.post(
        form_of_project(part),
        sent(form, title_lv="Jauns", **{f"{row}-note_lv": "Svešs", f"{row}-position": 5}),
    )

    part.refresh_from_db()
    part.project.refresh_from_db()
    assert part.project.title_lv == "Jauns"
    assert (part.note_lv, part.position) == ("Partneres vārdi", 5)


def test_owner_fills_in_for_a_partner_without_staff(part, owner):
    client = staff_of(owner)
    form = client.get(form_of_project(part))

    client.post(
        form_of_project(part), sent(form, **{f"{prefix_of(form, part)}-note_lv": "Piedalās"})
    )

    part.refresh_from_db()
    assert part.note_lv == "Piedalās"


def test_author_of_the_partner_prepares_a_draft_only(part, partner):
    client = staff_of(partner, AUTHOR)

    client.post(form_of(part), sent(client.get(form_of(part)), note_lv="Priekšlikums"))

    part.refresh_from_db()
    assert not part.note_lv
    assert Version.objects.drafts().get().data["form"]["note_lv"] == ["Priekšlikums"]


def test_open_form_of_the_project_is_warned_of_the_partners_change(part, owner, partner):
    client, theirs = staff_of(owner), staff_of(partner)
    stale = client.get(form_of_project(part))
    theirs.post(form_of(part), sent(theirs.get(form_of(part)), note_lv="Jaunums"))

    client.post(form_of_project(part), sent(stale, title_lv="Vecs"))

    part.project.refresh_from_db()
    assert part.project.title_lv != "Vecs"


def test_partners_are_a_line_each_and_the_wrong_one_stands_open(part, owner):
    client, page = staff_of(owner), form_of_project(part)
    form = client.get(page)
    wrong = {f"{prefix_of(form, part)}-position": "x"}

    refused = client.post(page, sent(form, **wrong))

    folded = r'<details class="inline-related[^>]*"( open)?>\s*<summary><h3[^>]*>(.*?)</h3>'
    first, second = (str(each) for each in part.project.participations.all())
    assert re.findall(folded, form.text) == [("", first), ("", second)]
    assert re.findall(folded, refused.text) == [("", first), (" open", second)]
