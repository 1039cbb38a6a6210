"""The results of a project: counted from rows, linked to them, frozen for the funder."""

import io
import json
from datetime import timedelta

import openpyxl
import pytest
from django.db import DatabaseError, transaction
from django.db.models import ProtectedError
from django.utils import timezone, translation
from pypdf import PdfReader

from events import actions as events_actions
from events.models import Event, Registration
from projects import checks
from projects.actions import Incomplete, freeze
from projects.models import ProjectReport, ReportFile, Result
from projects.report.data import as_data, numbers
from projects.report.figures import groups
from tests.factories import (
    EventFactory,
    FundFactory,
    ItemFactory,
    ProgrammeFactory,
    ProjectFactory,
    RegistrationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def held(project, came=None, **fields):
    """An event of last week, closed when it is said how many came."""
    starts = timezone.now() - timedelta(days=7)
    event = EventFactory(project=project, starts_at=starts, **fields)
    return event if came is None else events_actions.close(event=event, attended_total=came)


@pytest.fixture
def project():
    """A project with events of three kinds, one of them abroad, two works and a typed figure."""
    programme = ProgrammeFactory(fund=FundFactory(name_lv="Fonds laukiem", name_en="Rural fund"))
    project = ProjectFactory(
        title_lv="Ciemi", title_en="Villages", number="19-00-A019.333-000005", programme=programme
    )
    held(project, 30, kind="forum")
    held(project, 12, kind="forum", title_lv="=HYPERLINK(1)")
    held(project, 8, kind="trip", country="FI", capacity=20, title_lv="Uz Somiju")
    held(project, kind="seminar")
    ItemFactory(project=project, kind="study")
    ItemFactory(project=project, kind="video")
    texts = {"label_lv": "līderi", "label_en": "leaders"}
    source = {"source_lv": "Saraksts", "source_en": "List"}
    Result.objects.create(project=project, value=20, sign="more", **texts, **source)
    return project


NUMBERS = {
    "events": 4,
    "events.seminar": 1,
    "events.forum": 2,
    "events.trip": 1,
    "people.visits": 50,
    "abroad.FI": 1,
    "works": 2,
    "works.study": 1,
    "works.video": 1,
}


def counted(project):
    return {each.key: each.value for group in groups(project) for each in group.figures}


def read_pdf(content):
    pdf = PdfReader(io.BytesIO(content))
    return pdf, " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_figures_are_counted_from_rows(project):
    assert counted(project) == NUMBERS


def test_only_what_visitors_see_and_what_took_place_is_counted(project):
    held(project, published_at=None)
    held(project, cancelled_at=timezone.now(), cancel_reason_lv="Slimība")
    EventFactory(project=project)
    held(ProjectFactory(), 5)
    ItemFactory(project=project, visibility="staff")
    ItemFactory(project=project, published_at=None)

    assert counted(project) == NUMBERS


def test_every_number_leads_to_just_as_many_rows(client, project):
    held(project, cancelled_at=timezone.now(), cancel_reason_lv="Slimība")
    figures = [each for group in groups(project) for each in group.figures]

    lists = [each for each in figures if "?" in each.address]
    found = {each.key: client.get(each.address).context["found"].number for each in lists}

    expected = {key: number for key, number in NUMBERS.items() if key != "people.visits"}
    assert found == expected
    table = next(group.tables[0] for group in groups(project) if group.key == "people")
    assert sum(row.cells[1] for row in table.rows) == NUMBERS["people.visits"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("lv", ["Projekta rezultāti", "dalībnieki visos pasākumos kopā", "Uz Somiju", "Saraksts"]),
        ("en", ["Results of the project", "participants, all events", "Finland", "Leaders"]),
    ],
)
def test_page_shows_numbers_and_typed_figures_with_their_source(client, project, language, words):
    with translation.override(language):
        address = project.url_in(language) + ("rezultati/" if language == "lv" else "results/")
        page = client.get(address)
        linked = [each.address for group in groups(project) for each in group.figures]

    assert page.status_code == 200
    text = page.text.replace("&amp;", "&")
    assert [each for each in (*words, *linked) if each not in text] == []
    assert f'href="{address}"' in client.get(project.url_in(language)).text


def test_page_of_a_project_without_figures_says_so(client):
    project = ProjectFactory()

    page = client.get(project.url_in("lv") + "rezultati/")

    assert "Pagaidām nekas nav saskaitīts" in page.text
    assert "rezultati/" not in client.get(project.url_in("lv")).text.replace("/en/", "")


def test_results_of_a_draft_are_for_staff_alone(client, project):
    report = freeze(project=project)
    type(project).objects.filter(pk=project.pk).update(published_at=None)
    addresses = [project.url_in("lv") + "rezultati/", *(f.address for f in report.files.all())]

    assert [client.get(address).status_code for address in addresses] == [404] * 6
    client.force_login(UserFactory(groups=["Network editor"]))
    assert [client.get(address).status_code for address in addresses] == [200] * 6


def test_frozen_report_has_the_acknowledgement_and_the_same_numbers_in_every_form(project):
    report = freeze(project=project)
    files = {file.name: bytes(file.content) for file in report.files.all()}

    assert list(files) == ["lv.pdf", "lv.xlsx", "en.pdf", "en.xlsx", "data.json"]
    assert numbers(json.loads(files["data.json"])) == numbers(report.data)
    for language, fund in (("lv", "Fonds laukiem"), ("en", "Rural fund")):
        told = report.data["languages"][language]
        figures = [figure for group in told["groups"] for figure in group["figures"]]
        assert {figure["key"]: figure["value"] for figure in figures} == NUMBERS
        pdf, text = read_pdf(files[f"{language}.pdf"])
        sheets = openpyxl.load_workbook(io.BytesIO(files[f"{language}.xlsx"])).worksheets
        cells = [[cell.value for cell in row] for sheet in sheets for row in sheet.iter_rows()]
        for figure in figures:
            assert f"{figure['label']} {figure['value']}" in text
            assert [figure["label"], figure["value"], figure["address"]] in [c[1:4] for c in cells]
        flat = [cell for row in cells for cell in row]
        for words in (fund, "19-00-A019.333-000005", *[each["source"] for each in told["typed"]]):
            assert words in text
            assert words in flat
        root = pdf.trailer["/Root"]
        assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == (language, True)
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_titles_stay_text_in_the_workbook(project):
    files = freeze(project=project).files

    book = openpyxl.load_workbook(io.BytesIO(bytes(files.get(name="lv.xlsx").content)))

    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=HYPERLINK(1)"] == ["s"]


def test_figures_stay_when_personal_data_goes(client, project):
    event = Event.objects.filter(kind="seminar").get()
    for email in ("anna@example.lv", "janis@example.lv"):
        RegistrationFactory(
            event=event,
            email=email,
            state="confirmed",
            confirmed_at=timezone.now(),
            attended=True,
        )
    before, page = as_data(project), client.get(project.url_in("lv") + "rezultati/")

    Registration.objects.anonymise(timezone.now())
    after, later = as_data(project), client.get(project.url_in("lv") + "rezultati/")

    assert before["languages"] == after["languages"]
    assert numbers(after)["people.visits"] == 52
    assert numbers(after)["people.different"] == 2
    main = [page.text.partition("<main")[2].partition("</main>")[0] for page in (page, later)]
    assert main[0] == main[1]


def test_frozen_report_is_neither_changed_nor_deleted(project):
    report = freeze(project=project)
    held(project, 9, kind="forum")
    rows, files = ProjectReport.objects.filter(pk=report.pk), ReportFile.objects.all()

    for wrong in (
        lambda: rows.update(data={}),
        lambda: files.update(content=b""),
        lambda: files.filter(name="data.json").delete(),
        lambda: rows.get().save(),
    ):
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            wrong()
    with pytest.raises(ProtectedError):
        project.delete()
    assert numbers(rows.get().data) == NUMBERS | {numbers_key(project): 20}
    assert counted(project)["events.forum"] == 3


def numbers_key(project):
    return f"typed.{project.results.get().pk}"


def test_typed_figure_without_source_or_language_is_not_handed_in(project):
    complete = project.results.get()
    for lacks in ("source_lv", "source_en", "label_en"):
        Result.objects.filter(pk=complete.pk).update(
            **{"label_en": "leaders", "source_lv": "S", "source_en": "L", lacks: ""}
        )
        fresh = type(project).objects.get(pk=project.pk)
        with pytest.raises(Incomplete) as refused:
            freeze(project=fresh)
        assert refused.value.rows == [complete]
    assert not ProjectReport.objects.exists()


def test_file_keeps_its_address_and_is_sent_once(client, project):
    file = freeze(project=project).files.get(name="lv.pdf")
    address = file.address

    project.title_lv, project.slug_lv = "Jauns", "jauns"
    project.save()
    answer = client.get(address)

    assert answer.content == bytes(file.content)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.get(address.replace("lv.pdf", "lv.exe")).status_code == 404
    page = client.get("/lv/projekti/jauns/rezultati/").text
    assert address in page


def test_check_names_figures_that_are_not_there():
    class Hasty:
        project_figures = "events.project_figures.nothing"

    assert [error.id for error in checks.mistakes_of(Hasty)] == ["projects.E001"]
    assert list(checks.mistakes_of(Event)) == []
