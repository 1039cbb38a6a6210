"""The demonstration's results are the figures of the five pages, on the page and in the report."""

import io
import json

import openpyxl
import pytest
from django.utils import timezone
from pypdf import PdfReader

from engage.visitors import visitor_models
from projects.models import Project
from projects.report.data import as_data, numbers
from projects.report.figures import groups

from .test_facts import COAST, KOPA, MOLDOVA, NEIGHBOURS, SMART

pytestmark = pytest.mark.django_db


def project(slug):
    return Project.objects.get(slug_lv=slug)


def counted(slug):
    return {each.key: each.value for group in groups(project(slug)) for each in group.figures}


def of(slug, *kinds):
    """The figures of some kinds."""
    return {key: value for key, value in counted(slug).items() if key.split(".")[0] in kinds}


def test_neighbours_had_their_events_and_more_than_140_participants():
    assert of(NEIGHBOURS, "events", "people") == {
        "events": 6,
        "events.seminar": 1,
        "events.forum": 3,
        "events.trip": 1,
        "events.other": 1,
        "people.visits": 141,
    }


def test_neighbours_gathered_163_ideas_in_five_themes_and_handed_them_to_three_municipalities():
    assert of(NEIGHBOURS, "ideas", "handovers") == {
        "ideas": 163,
        "ideas.themes": 5,
        "ideas.residents": 56,
        "ideas.ngo": 101,
        "ideas.municipality": 75,
        "handovers": 3,
    }


def test_three_businesses_of_moldova_have_brand_books():
    found = of(MOLDOVA, "entries")

    assert found["entries.brand_books"] == 3
    assert found["entries"] == found["entries.LV"] + found["entries.MD"]


def test_moldova_had_twelve_webinars_two_master_classes_and_two_tours():
    assert of(MOLDOVA, "events", "works") == {
        "events": 16,
        "events.webinar": 12,
        "events.training": 1,
        "events.master-class": 2,
        "events.other": 1,
        "works": 8,
        "works.presentation": 1,
        "works.video": 2,
        "works.tour": 2,
        "works.recording": 2,
        "works.brand_book": 1,
    }


def test_kopa_has_32_communities_in_17_municipalities():
    assert of(KOPA, "communities", "municipalities") == {"communities": 32, "municipalities": 17}


def test_one_solution_of_the_coast_won_an_award():
    found = of(COAST, "ideathon", "awards")

    assert found["awards"] == 1
    assert found["ideathon.solutions"] > 1


def test_trips_are_told_by_country_with_their_twenty_places():
    abroad = next(group for group in groups(project(SMART)) if group.key == "abroad")

    assert of(SMART, "abroad") == {"abroad.GR": 1, "abroad.GB": 1, "abroad.FI": 1}
    assert [(row.cells[3], row.cells[1]) for row in abroad.tables[0].rows] == [
        ("Apvienotā Karaliste", 20),
        ("Grieķija", 20),
        ("Somija", 20),
    ]
    assert of(COAST, "abroad") == {"abroad.IS": 1, "abroad.SE": 1}


def test_every_number_of_every_project_leads_to_just_as_many_rows(client):
    different = {}
    for slug in (NEIGHBOURS, MOLDOVA, KOPA, SMART, COAST):
        for figure in (each for group in groups(project(slug)) for each in group.figures):
            if "?" in figure.address:
                number = client.get(figure.address).context["found"].number
                if number != figure.value:
                    different[slug, figure.key] = (figure.value, number)

    assert different == {}


def test_report_of_the_neighbours_names_who_paid_and_tells_the_same_everywhere(client):
    report = project(NEIGHBOURS).reports.get()
    files = {file.name: client.get(file.address).content for file in report.files.all()}
    page = client.get(project(NEIGHBOURS).url_in("lv") + "rezultati/").text
    pdf = PdfReader(io.BytesIO(files["lv.pdf"]))
    paper = " ".join(" ".join(each.extract_text() for each in pdf.pages).split())
    sheets = openpyxl.load_workbook(io.BytesIO(files["lv.xlsx"])).worksheets
    cells = [cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row]
    told = report.data["languages"]["lv"]

    figures = [each for group in told["groups"] for each in group["figures"]]
    assert {each["key"]: each["value"] for each in figures} == counted(NEIGHBOURS)
    assert numbers(json.loads(files["data.json"])) == numbers(report.data)
    for each in figures:
        assert f"{each['label']} {each['value']}" in paper
        assert cells[cells.index(each["label"]) + 1] == each["value"]
        assert f"<span>{each['label']}</span> <b>{each['value']}</b>" in page
    funder = "Sabiedrības integrācijas fonds no Kultūras ministrijas piešķirtajiem Latvijas valsts"
    for words in (funder, "2021.LV/NVOF/MAC/039", "#NVOFonds2021"):
        assert words in paper
        assert words in " ".join(map(str, cells))
        assert words in page
    assert (pdf.trailer["/Root"]["/Lang"], pdf.trailer["/Root"]["/MarkInfo"]["/Marked"].value) == (
        *("lv", True),
    )


def test_figures_of_every_project_stay_when_all_names_are_gone():
    slugs = (NEIGHBOURS, MOLDOVA, KOPA, SMART, COAST)
    before = {slug: as_data(project(slug))["languages"] for slug in slugs}

    for model in visitor_models():
        model.objects.anonymise(timezone.now())

    assert {slug: as_data(project(slug))["languages"] for slug in slugs} == before
