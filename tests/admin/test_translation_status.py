"""How much of a page is in English, and what its editor is told about its texts."""

import pytest
from django.urls import reverse
from django.utils import translation

from core.admin.advice import advice
from core.admin.translated import lacking_names, share
from projects.models import Project
from tests.admin.forms import sent
from tests.factories import PageFactory

pytestmark = pytest.mark.django_db
LIST = "admin:pages_page_changelist"


@pytest.fixture
def degrees():
    """Pages that are not, partly and fully in English."""
    common = {"summary_lv": "Īsumā", "body_lv": "<p>Teksts</p>"}
    return {
        "no": PageFactory(title_lv="Nemaz", title_en="", **common),
        "partly": PageFactory(title_lv="Daļēji", title_en="Partly", **common),
        "yes": PageFactory(
            title_lv="Pilnīgi", title_en="Fully", summary_en="Brief", body_en="<p>T</p>", **common
        ),
    }


def test_share_counts_what_is_written_in_latvian(degrees):
    assert {degree: share(page) for degree, page in degrees.items()} == {
        "no": (0, 3),
        "partly": (1, 3),
        "yes": (3, 3),
    }
    assert share(PageFactory(title_lv="Tikai nosaukums", title_en="Only a title")) == (1, 1)


def test_list_shows_the_share_in_figures(editor_client, degrees):
    page = editor_client.get(reverse(LIST)).text

    assert [figure in page for figure in (">0/3<", ">1/3<", ">3/3<")] == [True] * 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("no", {"Nemaz"}),
        ("partly", {"Daļēji"}),
        ("lacking", {"Nemaz", "Daļēji"}),
        ("yes", {"Pilnīgi"}),
    ],
)
def test_list_is_narrowed_by_degree(editor_client, degrees, query, found):
    page = editor_client.get(reverse(LIST), {"english": query})

    assert {row.title_lv for row in page.context["cl"].result_list} == found


def test_form_names_the_fields_without_english_and_leads_to_them(editor_client, degrees):
    address = reverse("admin:pages_page_change", args=[degrees["partly"].pk])

    page = editor_client.get(address).text

    assert lacking_names(degrees["partly"]) == ["summary", "body"]
    for name in ("summary", "body"):
        assert f'<a href="#id_{name}_en">' in page
        assert f'id="id_{name}_en"' in page
    assert '<a href="#id_title_en">' not in page


def test_form_of_a_complete_page_says_so(editor_client, degrees):
    page = editor_client.get(reverse("admin:pages_page_change", args=[degrees["yes"].pk])).text

    assert 'class="translation"' in page
    assert 'href="#id_' not in page


def told(**texts):
    """Messages without the name of the field."""
    with translation.override("en"):
        return [message.partition(": ")[2] for message in advice(PageFactory.build(**texts))]


@pytest.mark.parametrize(
    ("html", "messages"),
    [
        ("<p>Labs teksts par ELFLA un ES fondiem.</p>", []),
        ("<h2>Viens</h2><h3>Divi</h3><h2>Trīs</h2>", []),
        ("<h3>Apakšvirsraksts</h3><p>Teksts.</p>", []),
        ("<h2>Viens</h2><h4>Trīs</h4>", ["the heading “Trīs” skips a level."]),
        ("<h4>Trīs</h4>", ["the heading “Trīs” skips a level."]),
        ("<h2> </h2>", ["a heading is empty."]),
        ('<p><a href="/x">šeit</a></p>', ["a link says only “šeit”; say where it leads."]),
        (
            '<p><a href="/x">Lasīt vairāk …</a></p>',
            ["a link says only “Lasīt vairāk …”; say where it leads."],
        ),
        ('<p>A <a href="/x"></a> b.</p>', ["a link has no words."]),
        ('<p><a href="/x"><img src="/picture/1/" alt=""></a></p>', []),
        (
            '<p><a href="https://a.lv/b">https://a.lv/b</a></p>',
            ["a link shows its address “https://a.lv/b”; say in words where it leads."],
        ),
        ("<p><strong>Mērķi</strong></p>", ["“Mērķi” is a paragraph in bold; make it a heading."]),
        ("<p><strong>Pieteikties līdz maijam!</strong></p>", []),
        ("<p><strong>Mērķis</strong> ir labs.</p>", []),
        (
            "<table><tbody><tr><td>1</td></tr></tbody></table>",
            ["a table has no header cells; mark its first row as a header."],
        ),
        ("<table><tbody><tr><th>A</th></tr><tr><td>1</td></tr></tbody></table>", []),
        (
            "<p>VISI LAIPNI AICINĀTI PIEDALĪTIES</p>",
            ["a passage is in capitals; they are hard to read."],
        ),
        ("<p>Fondi ELFLA, ERAF un VPR ir partneri.</p>", []),
    ],
)
def test_text_is_judged_as_its_readers_would(html, messages):
    assert told(body_lv=html) == messages


def test_every_field_and_language_is_looked_at():
    project = Project(
        title_lv="LIELIE VĀRDI NEKO NEPALĪDZ",
        aims_en='<p><a href="/x">here</a></p>',
        outcome_lv="<h2></h2>",
    )

    with translation.override("en"):
        fields = [message.partition(": ")[0] for message in advice(project)]

    assert fields == ["Title in Latvian", "Aims in English", "Results in Latvian"]


def test_saving_tells_the_advice_and_saves(editor_client):
    page = PageFactory(title_lv="Par mums")
    address = reverse("admin:pages_page_change", args=[page.pk])
    data = sent(editor_client.get(address), body_lv="<h2>Viens</h2><h4>Trīs</h4>")

    answer = editor_client.post(address, data, follow=True)

    page.refresh_from_db()
    assert page.body_lv == "<h2>Viens</h2><h4>Trīs</h4>"
    warnings = [str(each) for each in answer.context["messages"] if each.level_tag == "warning"]
    assert len([each for each in warnings if "„Trīs”" in each or "“Trīs”" in each]) == 1
