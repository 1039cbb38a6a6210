"""The forum of the page: 163 ideas in five themes, the same on page, paper, workbook and data."""

import io
import json

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from ideas.models import Forum, Idea
from projects.models import Project

pytestmark = pytest.mark.django_db
PROJECT_NUMBER = "2021.LV/NVOF/MAC/039"


@pytest.fixture
def forum():
    return Forum.objects.get(slug_lv="ideju-skrejcels")


def take(forum, form):
    return Client().get(reverse("ideas:summary_file", args=[forum.slug, form])).content


def test_summary_is_the_same_in_every_form(forum):
    page = Client().get(reverse("ideas:summary", args=[forum.slug]))
    table = [[row.name, *row.by, row.total] for row in page.context["summary"].table]
    totals = page.context["summary"].totals
    book = openpyxl.load_workbook(io.BytesIO(take(forum, "xlsx")))
    rows = [list(row) for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
    data = json.loads(take(forum, "json"))
    pdf = PdfReader(io.BytesIO(take(forum, "pdf")))
    paper = " ".join(" ".join(sheet.extract_text().split()) for sheet in pdf.pages)

    assert [row[-1] for row in table] == [38, 35, 32, 32, 26]
    assert rows == [*table, ["Visas tēmas", *totals.by, 163]]
    assert [list(row.values()) for row in data["table"]] == table
    assert [sheet.max_row - 1 for sheet in book.worksheets[1:]] == [38, 35, 32, 32, 26]
    assert len(data["ideas"]) == 163
    for row in rows:
        assert " ".join(map(str, row)) in paper
    assert len(set(Idea.objects.filter(theme__forum=forum).values_list("title_lv"))) == 163


def test_paper_is_tagged_in_latvian_and_says_who_paid(forum):
    pdf = PdfReader(io.BytesIO(take(forum, "pdf")))
    first = " ".join(pdf.pages[0].extract_text().split())

    assert pdf.root_object["/MarkInfo"]["/Marked"]
    assert pdf.root_object["/Lang"] == "lv"
    assert pdf.metadata.title == "Ideju skrejceļš"
    assert PROJECT_NUMBER in first
    assert "Sabiedrības integrācijas fonds" in first


def test_forum_is_handed_to_three_municipalities_and_stands_on_the_project(forum):
    project = Project.objects.get(number=PROJECT_NUMBER)
    page = Client().get(project.get_absolute_url()).text

    assert sorted(each.organisation.name for each in forum.handovers.all()) == [
        "Mārupes novada pašvaldība",
        "Olaines novada pašvaldība",
        "Ķekavas novada pašvaldība",
    ]
    assert "Savāktas 163 idejas." in page
    assert forum.get_absolute_url() in page
