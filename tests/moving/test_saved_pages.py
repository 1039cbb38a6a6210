"""Saved pages: what is recognised and where, and that nothing becomes a project by itself."""

import io
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from core.models import Version
from core.roles import AUTHOR, EDITOR
from moving.models import SavedPage
from projects.models import Project
from tests.factories import (
    FundFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    ProjectFactory,
    TerritoryFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
PAGES = Path(__file__).parent / "pages"
COAST, NEIGHBOURS = "sakums.txt", "nosledzies.html"


class World:
    """What the site knows of the names in the pages."""

    def __init__(self):
        self.host = PartnershipFactory(is_host=True, organisation__name_lv="Krasta partnerība")
        self.payer = OrganisationFactory(name_lv="Zemes ministrija", kind="authority")
        self.lead = OrganisationFactory(name_lv="Lauku rajona partnerība")
        fund = FundFactory(name_lv="Eiropas Jūrlietu un zivsaimniecības fonds")
        self.programme = ProgrammeFactory(
            fund=fund, number_pattern=r"^\d{2}-\d{2}-F043\.\d{4}-\d{6}$"
        )
        self.ngo_fund = ProgrammeFactory(hashtag="#KaimiņuFonds2021")
        self.places = [
            TerritoryFactory(name_lv=name)
            for name in ("Mārupes novads", "Ozolnieku novads", "Engures pagasts")
        ]


@pytest.fixture
def world():
    return World()


def read(folder=PAGES, **options):
    said = io.StringIO()
    call_command("import_pages", str(folder), stdout=said, **options)
    return said.getvalue().partition("\n")[2]


def recognised(name, without=("furniture",)):
    """[(kind, value, the words in the text)] of a page."""
    page = SavedPage.objects.get(name=name)
    return [
        (kind, value, page.text[start:end])
        for kind, value, start, end in page.found
        if kind not in without
    ]


def test_facts_are_recognised_where_they_stand(world):
    read()

    host, lead = world.host.organisation.pk, world.lead.pk
    number, places = "19-00-F043.0443-000077", [each.pk for each in world.places]
    assert recognised(COAST) == [
        ("status", "running", "Sākam"),
        ("kind", "transnational", "starptautisku"),
        ("title", "Krasta ciemi", "Krasta ciemi"),
        ("date", ["2020-02-03", "day"], "03.02.2020"),
        ("partner", host, "Krasta partnerība"),
        ("lead", lead, "Lauku rajona partnerība"),
        ("number", number, number),
        ("programme", world.programme.pk, number),
        ("unknown_body", "Nordkust", "Nordkust"),
        ("territory", places[0], "Mārupes"),
        ("territory", places[1], "Ozolnieku"),
        ("territory", places[2], "Engures"),
        ("figure", {"label": "vebināri", "value": "12", "sign": "exact"}, "12 vebināri"),
        (
            "figure",
            {"label": "dalībnieki", "value": "140", "sign": "more"},
            "vairāk nekā 140 dalībnieki",
        ),
        ("relative", "šī gada oktobrī", "šī gada oktobrī"),
        ("start", ["2020-03-01", "day"], "2020. gada 1. marta"),
        ("end", ["2021-09-30", "day"], "2021. gada 30. septembrim"),
        ("total", "50000.00", "50 000.00EUR"),
        ("rate", "90", "90%"),
        ("fund", world.programme.fund_id, "Eiropas Jūrlietu un zivsaimniecības fonds"),
        ("programme", world.programme.pk, "Eiropas Jūrlietu un zivsaimniecības fonds"),
        ("partner", world.payer.pk, "Zemes ministrija"),
        ("partner", host, "Krasta partnerība"),
        ("site_number", "23-00-U31523.0-000003", "23-00-U31523.0-000003"),
    ]


def test_page_of_html_is_read_without_its_furniture(world):
    read()

    page = SavedPage.objects.get(name=NEIGHBOURS)
    assert (page.title, page.language) == ("Noslēdzies projekts „Kaimiņi & draugi”", "lv")
    assert page.text == (
        "Noslēdzies projekts „Kaimiņi & draugi”\n"
        "Projekts „Kaimiņi & draugi” noslēdzies.\n"
        "Tika apkopotas vairāk kā 163 idejas\n"
        "Projekta pieteikums Nr.2021.LV/NVOF/MAC/039 #KaimiņuFonds2021\n"
        "© 2022 biedrība „Krasta partnerība”"
    )
    assert ("programme", world.ngo_fund.pk, "#KaimiņuFonds2021") in recognised(NEIGHBOURS)


def test_second_run_changes_nothing_and_nothing_becomes_a_project(world):
    read()
    before = list(SavedPage.objects.values())

    report = read()

    assert report.startswith("Pages: 2 unchanged\n")
    assert list(SavedPage.objects.values()) == before
    assert Project.objects.count() == 0


def test_dry_run_writes_nothing(world):
    report = read(dry_run=True)

    assert report.startswith("Pages: 2 new\n")
    assert SavedPage.objects.count() == 0


def test_what_was_decided_is_left_alone(world, tmp_path):
    shutil.copytree(PAGES, tmp_path / "pages")
    read(tmp_path / "pages")
    SavedPage.objects.filter(name=COAST).update(state="aside")
    (tmp_path / "pages" / COAST).write_text("Pavisam cits teksts par krastu")
    (tmp_path / "pages" / "copy.html").write_bytes((PAGES / NEIGHBOURS).read_bytes())
    before = SavedPage.objects.filter(name=COAST).values().get()

    report = read(tmp_path / "pages")

    assert SavedPage.objects.filter(name=COAST).values().get() == before
    assert "left alone (1):\n  sakums.txt" in report
    assert SavedPage.objects.count() == 2


def test_page_saved_again_is_no_foot_of_the_site(world, tmp_path):
    read()
    before = recognised(COAST, without=())
    shutil.copytree(PAGES, tmp_path / "pages")
    text = (PAGES / COAST).read_text()
    (tmp_path / "pages" / "vecs.txt").write_text(text, encoding="cp1257")
    (tmp_path / "pages" / "velreiz.txt").write_text(f"{text}\nSkatīts 1085 reizes")

    report = read(tmp_path / "pages")

    assert recognised(COAST, without=()) == before
    assert "the first is kept (1):\n  vecs.txt – in sakums.txt" in report


def test_files_that_cannot_be_taken_are_told_and_stop_nothing(world, tmp_path):
    (tmp_path / "liels.txt").write_bytes(b"a" * (2 * 1024 * 1024 + 1))
    (tmp_path / "tukšs.txt").write_text("")
    (tmp_path / os.fsdecode(b"kr\xe2sts.txt")).write_text("Sākam projektu krastā")

    report = read(tmp_path)

    assert "more than 5,000 (1):\n  liels.txt\n" in f"{report}\n"
    assert list(SavedPage.objects.values_list("name", "title")) == [
        ("kr\ufffdsts.txt", "Sākam projektu krastā")
    ]


def test_folder_that_is_not_there_is_refused():
    with pytest.raises(CommandError, match="no folder"):
        read("/nowhere")


def editor_of(world, role=EDITOR):
    user = UserFactory(groups=[role])
    user.partnerships.add(world.host)
    return user


def sent(client, page, **changes):
    """What a browser would send of the form of `page`, unchanged but for `changes`."""
    answer = client.get(reverse("admin:moving_savedpage_change", args=[page.pk]))
    form = answer.context["form"]
    data = {field.name: field.value() for field in form}
    return {name: value for name, value in (data | changes).items() if value is not None}


@pytest.mark.parametrize("role", [AUTHOR, EDITOR])
def test_draft_project_is_made_of_what_staff_confirm(client, world, role):
    read()
    page, user = SavedPage.objects.get(name=COAST), editor_of(world, role)
    client.force_login(user)

    data = sent(client, page, figures=["1"])
    answer = client.post(reverse("admin:moving_savedpage_confirm", args=[page.pk]), data)

    project = Project.objects.get()
    assert answer.headers["Location"] == f"/admin/projects/project/{project.pk}/change/"
    assert (project.published_at, project.owner, project.title_lv) == (
        *(None, world.host, "Krasta ciemi"),
    )
    assert (project.number, project.programme) == ("19-00-F043.0443-000077", world.programme)
    assert (project.kind, project.status) == ("transnational", "running")
    assert (project.start_on, project.end_on) == (date(2020, 3, 1), date(2021, 9, 30))
    assert (project.total_cost, project.cofinancing_rate) == (50_000, 90)
    assert [(each.organisation, each.role) for each in project.participations.all()] == [
        (world.lead, "lead"),
        (world.host.organisation, "partner"),
    ]
    assert set(project.territories.all()) == set(world.places)
    assert [str(each) for each in project.results.all()] == ["dalībnieki: 140"]
    assert project.body_lv.startswith("<p>03.02.2020</p><p>Biedrība „Krasta partnerība” kopā")
    assert "©" not in project.body_lv
    assert Version.objects.get(label="projects.project").user == user
    page.refresh_from_db()
    assert (page.state, page.project) == ("confirmed", project)


def test_sent_twice_makes_one_project(client, world):
    read()
    page = SavedPage.objects.get(name=COAST)
    client.force_login(editor_of(world))
    data = sent(client, page)

    for _time in range(2):
        client.post(reverse("admin:moving_savedpage_confirm", args=[page.pk]), data)

    assert Project.objects.count() == 1


def test_number_that_another_project_has_is_refused_and_nothing_is_lost(client, world):
    read()
    page = SavedPage.objects.get(name=COAST)
    ProjectFactory(programme=world.programme, number="19-00-F043.0443-000077")
    client.force_login(editor_of(world))

    data = sent(client, page, title_lv="Mans virsraksts")
    answer = client.post(reverse("admin:moving_savedpage_confirm", args=[page.pk]), data)

    assert answer.context["form"].errors.keys() == {"__all__"}
    assert 'value="Mans virsraksts"' in answer.content.decode()
    assert Project.objects.count() == 1


def test_page_without_a_known_programme_is_not_stored_until_one_is_chosen(client, world):
    world.ngo_fund.delete()
    read()
    page = SavedPage.objects.get(name=NEIGHBOURS)
    client.force_login(editor_of(world))

    answer = client.post(
        reverse("admin:moving_savedpage_confirm", args=[page.pk]), sent(client, page)
    )

    assert answer.context["form"].errors.keys() == {"programme"}
    assert Project.objects.count() == 0


def test_text_is_shown_with_its_marks_and_nothing_active(client, world):
    read()
    page = SavedPage.objects.get(name=COAST)
    SavedPage.objects.filter(pk=page.pk).update(text=page.text + "<script>alert(1)</script>")
    client.force_login(editor_of(world))

    html = client.get(reverse("admin:moving_savedpage_change", args=[page.pk])).content.decode()

    assert "<mark>50 000.00EUR<small" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_page_is_set_aside_and_brought_back_by_post_alone(client, world):
    read()
    page = SavedPage.objects.get(name=COAST)
    client.force_login(editor_of(world))
    address = reverse("admin:moving_savedpage_aside", args=[page.pk])

    seen = [client.get(address).status_code]
    for data in ({}, {"back": "1"}):
        client.post(address, data)
        page.refresh_from_db()
        seen.append(page.state)

    assert seen == [404, "aside", "waiting"]
