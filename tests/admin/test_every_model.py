"""Every model's list and forms answer in both languages, to those who may see them."""

import re

import pytest
from django.contrib import admin
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from core.models import AuditEntry, BrokenLink, Document, Fault, OldAddress, User
from directory.models import ContactMessage
from engage.models import Outbox
from moving.models import SavedPage
from pages.models import SiteProfile
from partnership.models import Office, Person
from projects.models import Fund, Participation, SiteAcknowledgement, Subscription, Theme
from search.models import Miss, Synonyms
from tests.factories import (
    AcknowledgementRuleFactory,
    CommunityEntryFactory,
    CommunityFactory,
    ContactMessageFactory,
    ContactPointFactory,
    EntryFactory,
    EventFactory,
    ForumFactory,
    GlossaryTermFactory,
    IdeaFactory,
    IdeathonFactory,
    ItemFactory,
    ListingFactory,
    OrganisationFactory,
    OrganisationProfileFactory,
    PageFactory,
    PartnershipFactory,
    PostFactory,
    ProgrammeFactory,
    ProjectFactory,
    SectorFactory,
    SeriesFactory,
    SolutionFactory,
    TerritoryFactory,
)

pytestmark = pytest.mark.django_db
CONTENT = [model for model in admin.site._registry if model not in (User, AuditEntry)]


@pytest.fixture
def rows(picture):
    """One row of every model that editors edit."""
    organisation = OrganisationFactory()
    project = ProjectFactory(cover=picture)
    return {
        type(row): row
        for row in (
            *(picture, organisation, project, project.programme, project.programme.fund),
            *(PartnershipFactory(), PostFactory(), PageFactory(), ProgrammeFactory()),
            *(EventFactory(), SeriesFactory(), ItemFactory()),
            project.participations.get(),
            Document.objects.create(
                title_lv="Pētījums", file=ContentFile(b"Sveiki.", name="petijums.txt")
            ),
            *(GlossaryTermFactory(), TerritoryFactory(), AcknowledgementRuleFactory()),
            Person.objects.create(organisation=organisation, name="Jānis Bērziņš"),
            Office.objects.create(organisation=organisation, address_lv="Pils iela 1"),
            Theme.objects.create(name_lv="Vide"),
            SiteAcknowledgement.objects.create(statement_lv="Atbalsta ELFLA."),
            SiteProfile.objects.create(name_lv="Partnerība"),
            OldAddress.objects.create(path="/vecs", target="/lv/projekti/"),
            Subscription.objects.create(url="https://x.example/data/projects.json"),
            BrokenLink.objects.create(url="/x", label="pages.page", object_id=1, reason="missing"),
            Fault.objects.create(label="pages.page", object_id=1, code="translation"),
            Synonyms.objects.create(words="zirņi\npupas"),
            Miss.objects.create(day=timezone.localdate(), words="zirņi"),
            SavedPage.objects.create(name="x.txt", title="Lapa", language="lv", text="Lapa"),
            Outbox.objects.create(key="x", to="x@example.org", subject="Vēstule"),
            *(CommunityFactory(), CommunityEntryFactory(), OrganisationProfileFactory()),
            *(EntryFactory(), ListingFactory(), SectorFactory(), ContactPointFactory()),
            *(ContactMessageFactory(), ForumFactory(), IdeaFactory()),
            *(IdeathonFactory(), SolutionFactory()),
        )
    }


def statuses(client, model, row):
    """{page: status}; the one row of the site profile has a form, but no list and no adding."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    return {
        "list": client.get(reverse(f"{name}_changelist")).status_code,
        "add": client.get(reverse(f"{name}_add")).status_code,
        "change": client.get(reverse(f"{name}_change", args=[row.pk])).status_code,
    }


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_page_of_content_answers_an_editor(client, editor, rows, language):
    editor.language = language
    editor.save()
    client.force_login(editor)

    found = {model: statuses(client, model, rows[model]) for model in CONTENT}

    usual = {"list": 200, "add": 200, "change": 200}
    one_row = {"list": 302, "add": 403, "change": 200}
    looked_at = {"list": 200, "add": 403, "change": 200}
    only_looked_at = (BrokenLink, ContactMessage, Fault, Miss, Outbox, Participation, SavedPage)
    special = dict.fromkeys(only_looked_at, looked_at)
    special[SiteProfile] = one_row
    assert found == {model: special.get(model, usual) for model in CONTENT}


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_page_of_accounts_answers_a_site_administrator(client, administrator, language):
    administrator.language = language
    administrator.save()
    client.force_login(administrator)

    found = statuses(client, User, administrator)

    assert found == {"list": 200, "add": 200, "change": 200}


def test_first_page_groups_all_models(administrator_client):
    """But the parts of projects: the way to one leads through its project."""
    page = administrator_client.get(reverse("admin:index")).content.decode()

    shown = set(admin.site._registry) - {Participation}
    names = [f"{model._meta.app_label}/{model._meta.model_name}/" for model in shown]
    assert [name for name in names if f'href="/admin/{name}"' not in page] == []


def test_forms_stand_both_languages_side_by_side(editor_client):
    fund = Fund.objects.create(name_lv="Fonds", short_name_lv="F")

    page = editor_client.get(reverse("admin:projects_fund_change", args=[fund.pk]))

    fieldset = next(iter(page.context["adminform"]))
    lines = [[field.field.name for field in line] for line in fieldset][:2]
    assert lines == [["name_lv", "name_en"], ["short_name_lv", "short_name_en"]]


def test_scripts_and_styles_carry_the_nonce_of_the_policy(editor_client):
    page = editor_client.get(reverse("admin:projects_project_add"))

    text = page.content.decode()
    nonce = page.wsgi_request.csp_nonce
    assert f'<style data-tiptap-style nonce="{nonce}">' in text
    importmap = re.search(r"<script[^>]*importmap[^>]*>", text)[0]
    assert f'nonce="{nonce}"' in importmap
    assert " style=" not in text
