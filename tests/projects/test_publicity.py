"""Emblem, poster, plaque, logo strip and texts: as the rules want them, whatever editors type."""

import io
import math
import os
import re
import subprocess
import sys
import time
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from PIL import Image as Picture
from pypdf import PdfReader

from projects.models import AcknowledgementRule, ProgrammeLogo
from projects.publicity import fonts, logos, sheets, typesetting
from projects.publicity.duties import duties
from projects.publicity.emblem import emblem
from projects.publicity.snippets import snippets
from tests.factories import FundFactory, ProgrammeFactory, ProjectFactory

MILLIMETRE = 72 / 25.4
STATEMENT = {"lv": "Līdzfinansē Eiropas Savienība", "en": "Co-funded by the European Union"}
NASTY = {
    "code": '#read("/etc/passwd") #eval("1+1") $x$ @label <a> #image("data.json")',
    "marks": "\\ \" ' ` * _ = - // /* ] [ } { #{ sys.inputs }",
    "control": "a\x01b\x1b\u202ec\u200fd\ue000e\ufffef",
    "long": "garšvārds " * 24,
    "one word": "a" * 250,
    "letters": "Молдова Ķīļi 😀 שלום",
    "nothing": "😀",
}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def project(db):
    """A co-funded project with a rule of its own."""
    fund = FundFactory(name_lv="Fonds laukiem", name_en="Fund for the country", kind="eu")
    rule = AcknowledgementRule.objects.create(
        name_lv="Noteikums",
        statement_lv=STATEMENT["lv"],
        statement_en=STATEMENT["en"],
        names_fund=True,
        poster_share=45,
        poster_above=10_000,
        plaque_above=50_000,
        billboard_above=500_000,
    )
    rule.funds.add(fund)
    return ProjectFactory(
        title_lv="Šķūņa atjaunošana Ķegumā",
        title_en="Renewing the barn",
        summary_lv="Mērķis ir atjaunot šķūni.",
        summary_en="The aim is to renew the barn.",
        number="19-00-A019.333-000005",
        total_cost=Decimal(60_000),
        cofinancing_rate=Decimal(90),
        programme=ProgrammeFactory(fund=fund),
    )


def pdf_of(project, template="poster", languages="lv-en"):
    return PdfReader(sheets.sheet(project, template, languages))


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def stars(svg):
    """[[(x, y) of the five points]] of the gold path."""
    gold = re.search(r'fill="#FFCC00" d="([^"]+)"', svg)[1]
    return [
        [tuple(map(float, point.split())) for point in star.strip("M").split("L")]
        for star in gold.rstrip("z").split("z")
    ]


def test_emblem_has_the_geometry_of_annex_ix():
    root = ElementTree.fromstring(emblem())  # noqa: S314 (our own)
    found = stars(emblem())

    assert root.get("viewBox") == "0 0 810 540"
    assert [each.get("fill") for each in root] == ["#003399", "#FFCC00"]
    assert len(found) == 12
    for hour, points in enumerate(found):
        x = sum(point[0] for point in points) / 5
        y = sum(point[1] for point in points) / 5
        angle = math.radians(hour * 30)
        assert x == pytest.approx(405 + 540 / 3 * math.sin(angle), abs=0.001)
        assert y == pytest.approx(270 - 540 / 3 * math.cos(angle), abs=0.001)
        assert {round(math.dist(point, (x, y)), 2) for point in points} == {540 / 18}
        top = min(points, key=lambda point: point[1])
        assert top[0] == pytest.approx(x, abs=0.001)


def test_emblem_on_a_coloured_ground_has_a_border_of_a_25th():
    assert 'viewBox="-21.6 -21.6 853.2 583.2"' in emblem(border=True)


def test_static_emblem_is_the_drawn_one():
    assert (settings.BASE_DIR / "static" / "img" / "eu.svg").read_text() == emblem()


@pytest.mark.parametrize(("template", "size"), [("poster", (297, 420)), ("plaque", (297, 210))])
def test_sheet_is_one_page_of_the_right_size(project, template, size):
    pdf = pdf_of(project, template)

    box = pdf.pages[0].mediabox
    found = (round(float(box.width) / MILLIMETRE, 1), round(float(box.height) / MILLIMETRE, 1))
    assert (len(pdf.pages), found) == (1, size)


def test_poster_says_everything_in_both_languages(project):
    text = text_of(pdf_of(project))

    for words in (
        *("Šķūņa atjaunošana Ķegumā", "Renewing the barn", "19-00-A019.333-000005"),
        *("Mērķis ir atjaunot šķūni.", "The aim is to renew the barn.", *STATEMENT.values()),
        *("Fonds laukiem", "Fund for the country", "60 000 €", "€60,000"),
    ):
        assert words.replace("\u00a0", " ") in text.replace("\u00a0", " ")


def test_poster_of_one_language_says_nothing_in_the_other(project):
    text = text_of(pdf_of(project, languages="en"))

    assert STATEMENT["en"] in text
    assert STATEMENT["lv"] not in text
    assert "Šķūņa" not in text


def test_poster_is_accessible(project):
    pdf = pdf_of(project)
    root = pdf.trailer["/Root"]

    assert root["/Lang"] == "lv"
    assert root["/MarkInfo"]["/Marked"]
    assert pdf.metadata.title == "Šķūņa atjaunošana Ķegumā"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_every_font_of_the_poster_is_embedded(project):
    fonts_used = pdf_of(project).pages[0]["/Resources"]["/Font"].values()

    descriptors = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for font in fonts_used
    ]
    names = {str(each["/FontName"]).split("+")[-1] for each in descriptors}
    assert all({"/FontFile2", "/FontFile3"} & set(each) for each in descriptors)
    assert any(name.startswith("Ubuntu") for name in names)


def test_description_and_emblem_take_the_share_that_the_rule_wants(project):
    picture = Picture.open(sheets.sheet(project, "poster", "lv", "png")).convert("RGB")

    edge = [picture.getpixel((6, y)) for y in range(picture.height)]
    white = sum(pixel == (255, 255, 255) for pixel in edge) / picture.height
    assert white >= 0.449


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize("template", ["poster", "plaque"])
def test_no_text_becomes_code(project, template, text):
    project.title_lv = text[:250]
    project.number = text[:60]
    project.summary_lv = text * 20
    project.save()

    pdf = pdf_of(project, template)

    assert len(pdf.pages) == 1
    assert "root:" not in text_of(pdf)
    if text == NASTY["code"]:
        assert '#read("/etc/passwd")' in text_of(pdf)
    if text == NASTY["letters"]:
        assert "Молдова Ķīļi" in text_of(pdf)


def test_typst_sees_nothing_outside_its_folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "in" / "main.typ").write_text('#read("../secret.txt")')

    command = [sys.executable, "-I", typesetting.HERE / "typeset.py", tmp_path / "in", "pdf", "60"]
    done = subprocess.run([*command, *fonts.folders()], capture_output=True, text=True)  # noqa: S603

    assert done.returncode != 0
    assert "escape the project root" in done.stderr


def test_endless_template_ends(monkeypatch, tmp_path, project):
    for shared in ("common.typ", "letterhead.typ"):
        (tmp_path / shared).write_text("")
    (tmp_path / "endless.typ").write_text("#while true { }\n#let f(n) = f(n + 1)\n#f(0)")
    (tmp_path / "typeset.py").write_bytes((typesetting.HERE / "typeset.py").read_bytes())
    monkeypatch.setattr(typesetting, "HERE", tmp_path)
    monkeypatch.setattr(typesetting, "SECONDS", 2)

    with pytest.raises((subprocess.CalledProcessError, subprocess.TimeoutExpired)):
        typesetting.typeset("endless", {}, {})


def test_same_content_is_made_once(project):
    first = sheets.sheet(project, "poster", "lv")
    file = first.stat().st_ino  # a new sheet is a new file
    again = sheets.sheet(project, "poster", "lv")
    project.title_lv = "Cits"
    changed = sheets.sheet(project, "poster", "lv")

    assert again == first
    assert again.stat().st_ino == file
    assert changed != first


def test_busy_machine_says_so(client, project, monkeypatch):
    monkeypatch.setattr(typesetting, "PATIENCE", 0)

    with typesetting.one_at_a_time():
        response = client.get(reverse("projects:project_poster", args=[project.slug, "lv"]))

    assert (response.status_code, response["Retry-After"]) == (503, "3")


def pages_of(project):
    return [
        reverse("projects:project_publicity", args=[project.slug]),
        reverse("projects:project_display", args=[project.slug]),
        reverse("projects:project_poster", args=[project.slug, "lv"]),
        reverse("projects:project_plaque", args=[project.slug, "lv-en"]),
        reverse("projects:project_sheet_picture", args=[project.slug, "poster", "lv"]),
        reverse("projects:project_logos", args=[project.slug, "lv", "svg"]),
        reverse("projects:project_logos", args=[project.slug, "en", "png"]),
    ]


def test_visitors_get_everything_of_a_published_project(client, project):
    for address in pages_of(project):
        response = client.get(address)
        assert (address, response.status_code) == (address, 200)
        assert response["X-Robots-Tag"] == "noindex"


def test_drafts_are_for_staff(client, admin_client, project):
    project.published_at = None
    project.save()

    for address in pages_of(project):
        assert client.get(address).status_code == 404
        assert admin_client.get(address).status_code == 200


def test_what_is_not_offered_is_404(client, project):
    poster = reverse("projects:project_poster", args=[project.slug, "xx"])
    strip = reverse("projects:project_logos", args=[project.slug, "lv", "exe"])

    assert [client.get(address).status_code for address in (poster, strip)] == [404, 404]


def test_address_of_the_other_language_leads_on(client, project):
    with translation.override("en"):
        wrong = reverse("projects:project_publicity", args=[project.slug_lv])
        right = reverse("projects:project_publicity", args=[project.slug_en])

    response = client.get(wrong)

    assert (response.status_code, response.url) == (302, right)


def test_duties_follow_from_the_amount(project):
    rule = AcknowledgementRule.objects.get()

    found = {each.kind: each.is_owed for each in duties(project, rule)}
    project.total_cost = None
    unknown = {each.kind: each.is_owed for each in duties(project, rule)}
    rule.poster_above, rule.plaque_above = 0, None
    always = {each.kind: each.is_owed for each in duties(project, rule)}

    assert found == {"poster": True, "plaque": True, "billboard": False}
    assert unknown == {"poster": None, "plaque": None, "billboard": None}
    assert always == {"poster": True, "billboard": None}


@pytest.mark.parametrize("verification", AcknowledgementRule.Verification.values)
def test_only_a_rule_that_was_read_is_shown_as_verified(client, project, verification):
    AcknowledgementRule.objects.update(verification=verification)

    with translation.override("en"):
        page = client.get(reverse("projects:project_publicity", args=[project.slug])).content

    assert (b">Verified<" in page) == (verification == "read")
    assert (b">Not verified<" in page) == (verification != "read")


@pytest.mark.parametrize("language", ["lv", "en"])
def test_texts_hold_the_statement_word_for_word(project, language):
    texts = {each.key: each.text for each in snippets(project, language)}

    assert texts["short"] == STATEMENT[language]
    assert all(STATEMENT[language] in text for text in texts.values())


def test_text_for_social_media_fits_with_any_title(project):
    project.programme.hashtag = "#LEADER"
    for length in (1, 100, 250):
        project.title_lv = "ā" * length

        text = next(each.text for each in snippets(project, "lv") if each.key == "social")

        assert len(text) <= 280
        assert STATEMENT["lv"] in text
        assert text.endswith("#LEADER")


def test_no_logo_of_the_strip_is_larger_than_the_emblem(project, picture):
    for before in (True, False):
        ProgrammeLogo.objects.create(
            programme=project.programme, image=picture, is_before_emblem=before
        )

    root = ElementTree.fromstring(logos.strip(project, "lv"))  # noqa: S314 (our own)
    drawn = root.findall(".//{*}image")
    order = [len(group.findall("{*}image")) for group in root.findall("{*}g")]

    assert len(drawn) == 2
    assert all(float(each.get("width")) <= 150 for each in drawn)
    assert all(float(each.get("height")) <= 100 for each in drawn)
    assert order[0] == order[-1] == 1
    assert root.find("{*}title").text == f"{STATEMENT['lv']} Fonds laukiem"


def test_strip_survives_any_text(project):
    AcknowledgementRule.objects.update(statement_lv='<script>"&\x01 😀 ' + "garš " * 60)

    root = ElementTree.fromstring(logos.strip(project, "lv"))  # noqa: S314 (our own)
    png = Picture.open(io.BytesIO(logos.strip_png(project, "lv").read_bytes()))

    assert root.find("{*}script") is None
    assert png.height > 600


def test_sheets_that_nobody_asks_for_go_first(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(typesetting, "KEPT", 2)
    names = [typesetting.content_hash("poster", {"first": name}, {}) for name in "abc"]
    first, second, third = (typesetting.folder() / f"{name}.pdf" for name in names)
    for age, sheet in ((20, first), (10, second)):
        typesetting.keep(sheet, b"%PDF")
        os.utime(sheet, (time.time() - age,) * 2)

    assert typesetting.made("poster", {"first": "a"}, {}) == first
    typesetting.keep(third, b"%PDF")

    assert (first.exists(), second.exists(), third.exists()) == (True, False, True)
