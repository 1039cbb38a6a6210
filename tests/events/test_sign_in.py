"""The list that people sign: what the funder asks for, for paper and for screen readers."""

import io
import re

import pytest
from pypdf import PdfReader

from core.models import AuditEntry
from events.desk import sign_in
from events.models import Event
from projects.models import AcknowledgementRule
from tests.factories import EventFactory, FundFactory, ProgrammeFactory, ProjectFactory

from .registering import coming, open_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def paid(own):
    """An event of a project whose fund has a rule."""
    fund = FundFactory(name_lv="Fonds laukiem", name_en="Fund for the country", kind="eu")
    rule = AcknowledgementRule.objects.create(
        name_lv="Noteikums",
        statement_lv="Līdzfinansē Eiropas Savienība",
        statement_en="Co-funded by the European Union",
        names_fund=True,
    )
    rule.funds.add(fund)
    project = ProjectFactory(
        title_lv="Ciemi", number="19-00-A019.333-000005", programme=ProgrammeFactory(fund=fund)
    )
    return open_event(owner=own, title_lv="Apkaimes darbnīca", title_en="Workshop", project=project)


def read(data):
    pdf = PdfReader(io.BytesIO(data))
    return pdf, " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def numbers_of(pdf):
    """The numbers of the rows: an hour or a day may look the same, but begins no line."""
    lines = "\n".join(page.extract_text() for page in pdf.pages)
    return [int(each) for each in re.findall(r"^(\d+)(?: Anna Ozola)?$", lines, re.M)]


def test_sheet_holds_the_acknowledgement_of_the_funder(staff, paid, url):
    """Acceptance check 14."""
    coming(paid, name="Žanis Āboliņš", organisation="Biedrība „Ķekava”")

    _pdf, text = read(staff.post(url("sheet", paid), {"language": "lv"}).content)

    for words in (
        *("Līdzfinansē Eiropas Savienība", "Fonds laukiem", "19-00-A019.333-000005"),
        *("Apkaimes darbnīca", "Žanis Āboliņš", "Biedrība „Ķekava”", "Paraksts"),
    ):
        assert words in text
    assert AuditEntry.objects.get(kind="export").told.endswith(": dalībnieku saraksts")


def test_sheet_is_tagged_and_says_its_language(paid):
    coming(paid, name="Žanis Āboliņš")

    for language, words in (
        ("lv", "Dalībnieku saraksts"),
        ("en", "Co-funded by the European Union"),
    ):
        pdf, text = read(sign_in.sheet(paid, language))
        root = pdf.trailer["/Root"]
        assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == (language, True)
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
        assert words in text


def test_sheet_has_fifteen_empty_rows_and_its_head_on_every_page(paid):
    coming(paid, 30)

    pdf, _text = read(sign_in.sheet(paid, "lv"))

    assert len(pdf.pages) > 1
    assert [page.extract_text().count("Paraksts") for page in pdf.pages] == [1] * len(pdf.pages)
    assert numbers_of(pdf) == list(range(1, 30 + 15 + 1))


@pytest.mark.parametrize("text", ['#read("/etc/passwd")', "😀", "a" * 150, "*_$\\ [#]"])
def test_no_name_becomes_code(paid, text):
    coming(paid, name=text, organisation=text)
    Event.objects.filter(pk=paid.pk).update(title_lv=text)
    paid.refresh_from_db()

    _pdf, found = read(sign_in.sheet(paid, "lv"))

    assert "root:" not in found


def test_sheet_without_a_project_and_of_nobody(own):
    event = EventFactory(owner=own, title_lv="Seminārs")

    pdf, text = read(sign_in.sheet(event, "lv"))

    assert "Seminārs" in text
    assert numbers_of(pdf) == list(range(1, 15 + 1))


def test_sheet_is_kept_nowhere(paid, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    coming(paid, name="Žanis")

    sign_in.sheet(paid, "lv")

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["lock"]
