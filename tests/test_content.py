"""What holds for every kind of content, present and future."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from core import counting
from core.content import Content, content_models
from core.models import Image
from tests.factories import content_factories
from tests.opendata.reading import linked_data, parsed, text
from tests.public_pages import data_pages, data_url, list_url, pages_beside, pages_beside_all

pytestmark = pytest.mark.django_db


def pytest_generate_tests(metafunc):
    """Every test for every kind of content."""
    if "model" in metafunc.fixturenames:
        metafunc.parametrize("model", content_models(), ids=lambda model: model._meta.label)


@pytest.fixture
def make(model):
    return content_factories()[model]


def test_published_page_opens_in_both_languages(client, make):
    item = make(title_lv="Viedie ciemi", title_en="Smart villages")

    for language, title in (("lv", "Viedie ciemi"), ("en", "Smart villages")):
        page = client.get(item.url_in(language))
        assert page.status_code == 200
        assert f">{title}</h1>" in page.text


def test_published_page_is_found_everywhere(client, model, make):
    item = make(title_lv="Slepenais dārzs", title_en="Slepenais garden")

    pages = [page for page in pages_beside(model) if "q=" in page or "feeds" in page]
    pages += ["/sitemap.xml", list_url(model)]
    pages += [data_url(model, form) for form in Content.data_forms]
    told = {page: text(client.get(page)) for page in pages}

    assert [
        page for page in pages if item.slug_lv not in told[page] and item.slug_en not in told[page]
    ] == []


def test_views_are_counted_without_a_cookie(client, make):
    item = make()

    for _time in range(3):
        response = client.post("/views/", {"page": counting.key(item)})

    assert counting.total(item) == 3
    assert response.cookies == {}


def test_reading_sets_no_cookie(client):
    items = [make() for make in content_factories().values()]

    pages = [*(item.url_in("lv") for item in items), *pages_beside_all(), *data_pages()]

    assert [page for page in pages if client.get(page).cookies] == []


def test_queries_do_not_grow_with_rows(client, model, make):
    pages = {form: data_url(model, form) for form in Content.data_forms}
    pages |= {"list": list_url(model), "detail": make().url_in("lv"), "sitemap": "/sitemap.xml"}
    pages |= {"feed": f"/lv/feeds/{model._meta.model_name}.xml", "home": "/lv/"}
    for page in pages.values():  # what is asked once and then remembered
        text(client.get(page))

    counts = []
    for number in (1, 4):
        make.create_batch(number)
        counts.append({name: queries(client, page) for name, page in pages.items()})

    assert counts[0] == counts[1]


def test_pages_that_only_read_begin_no_transaction(client, model, make):
    item = make()
    for page in (item.url_in("lv"), list_url(model), "/lv/", reverse("search:search")):
        view = resolve(page).func
        assert "default" in getattr(view, "_non_atomic_requests", ()), page
        assert client.post(page).status_code == 405


def queries(client, page):
    with CaptureQueriesContext(connection) as captured:
        text(client.get(page))
    return len(captured)


def test_page_tells_machines_what_it_is(client, model, make):
    item = make(title_lv='</script><b a="1">&', summary_lv="Jā", title_en="Yes")

    page = client.get(item.url_in("lv")).text

    nodes = linked_data(page)
    way = next(node for node in nodes if node["@type"] == "BreadcrumbList")["itemListElement"]
    assert any(node.get("dateModified") for node in nodes)
    assert item.title_lv in {node.get("name") or node.get("headline") for node in nodes}
    assert [step["position"] for step in way] == list(range(1, len(way) + 1))
    assert way[0]["item"].endswith("/lv/")
    assert way[-1]["item"].endswith(item.url_in("lv"))
    assert way[-1]["name"] == item.title_lv
    assert "</script><b" not in page


def test_only_public_fields_leave_as_data(client, model, make):
    make()

    item = parsed(client.get(data_url(model, "json")))["items"][0]

    beside = {"address", "uid", "stable_url", "partners", "files", "short_link"}
    beside |= {"needs", "resources", "number", "supports"}
    assert item.keys() - beside == set(model.public_fields) - beside


def test_missing_translation_falls_back_and_is_marked(client, make):
    item = make(title_lv="Tikai latviski", title_en="")

    page = client.get(item.url_in("en")).text

    assert item.url_in("en").startswith("/en/")
    assert '<h1 lang="lv">Tikai latviski</h1>' in page


def test_address_of_the_other_language_leads_on(client, model, make):
    item = make(title_lv="Ciema svētki", title_en="Village feast")

    response = client.get(list_url(model, "en").replace("pages/", "") + "ciema-svetki/")

    assert response.status_code == 302
    assert response.url == item.url_in("en")


def test_slug_is_made_from_the_title_and_stays_apart(make):
    first, second = make(title_lv="Ķekavas ciems"), make(title_lv="Ķekavas ciems")

    assert (first.slug_lv, second.slug_lv) == ("kekavas-ciems", "kekavas-ciems-2")


def test_long_titles_and_words_of_any_script_are_stored(client, make):
    item = make(title_lv="Ž" * 250, title_en="Проект «Деревня» 村")

    assert client.get(item.url_in("lv")).status_code == 200
    assert client.get(item.url_in("en")).status_code == 200


def test_formatted_text_is_cleaned(client, make):
    item = make(body_lv='<h2>Mērķis</h2><script>alert(1)</script><p onclick="x()">Jā</p>')

    assert item.body_lv == "<h2>Mērķis</h2><p>Jā</p>"
    assert "alert(1)" not in client.get(item.url_in("lv")).text


def test_picture_in_use_is_not_deleted(make, picture):
    make(cover=picture)

    with pytest.raises(Exception, match="protected foreign keys"):
        picture.delete()
    assert Image.objects.count() == 1


def test_admin_offers_both_languages(admin_client, model):
    opts = model._meta
    page = admin_client.get(reverse(f"admin:{opts.app_label}_{opts.model_name}_add")).text

    fields = [f'name="{name}_{code}"' for name in model.translated_fields for code in ("lv", "en")]
    assert [field for field in fields if field not in page] == []
