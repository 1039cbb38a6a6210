"""How much of a page is in English, and what its editor is told about its texts."""

import pytest
from django.urls import reverse

from core.admin.translated import lacking_names, share
from core.publication.checking import check
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


def test_saving_tells_the_advice_and_saves(editor_client):
    page = PageFactory(title_lv="Par mums")
    address = reverse("admin:pages_page_change", args=[page.pk])
    data = sent(editor_client.get(address), body_lv="<h2>Viens</h2><h4>Trīs</h4>")

    answer = editor_client.post(address, data, follow=True)

    page.refresh_from_db()
    assert page.body_lv == "<h2>Viens</h2><h4>Trīs</h4>"
    warnings = [str(each) for each in answer.context["messages"] if each.level_tag == "warning"]
    assert len(warnings) == 1
    assert [each.code for each in check(page)] == ["heading-skips", "translation"]
