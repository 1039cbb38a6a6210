"""What holds for every kind of content, present and future."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from core import counting
from core.admin import record
from core.content import Content, content_models
from core.models import Image, Version
from core.roles import EDITOR
from tests.admin.forms import sent
from tests.factories import PartnershipFactory, UserFactory, content_factories
from tests.neighbours import tie_together
from tests.opendata.reading import parsed, text

pytestmark = pytest.mark.django_db
SECRET = "Slepenais"
HIDDEN = {
    "draft": {"published_at": None},
    "scheduled": {"published_at": timezone.now() + timedelta(days=1)},
    "ended": {
        "published_at": timezone.now() - timedelta(days=2),
        "unpublish_at": timezone.now() - timedelta(days=1),
    },
}


def ways_to_hide(model):
    """{name: fields} of a row that visitors do not see: by its dates, or meant for few."""
    ways = dict(HIDDEN)
    for name, everybody in model.public_if.items():
        choices = model._meta.get_field(name).choices
        ways |= {value: {name: value} for value, _label in choices if value != everybody}
    return ways


def pytest_generate_tests(metafunc):
    """Every test for every kind of content; those of hidden pages for every way to hide one."""
    if "state" not in metafunc.fixturenames:
        metafunc.parametrize("model", content_models(), ids=lambda model: model._meta.label)
        return
    cases = [(model, state) for model in content_models() for state in ways_to_hide(model)]
    names = [f"{model._meta.label}-{state}" for model, state in cases]
    metafunc.parametrize(("model", "state"), cases, ids=names)


@pytest.fixture
def make(model):
    return content_factories()[model]


def list_url(model, language="lv"):
    with translation.override(language):
        return reverse(f"{model._meta.app_label}:{model._meta.model_name}_list")


def data_url(model, form, language="lv"):
    with translation.override(language):
        name = f"{model._meta.app_label}:{model._meta.model_name}_data"
        return reverse(name, args=[form])


def public_pages(model):
    """Every public address where a page of this kind could be mentioned."""
    pages = ["/sitemap.xml"]
    pages += [data_url(each, form) for each in content_models() for form in each.data_forms]
    pages += [data_url(model, form, "en") for form in model.data_forms]
    for language in ("lv", "en"):
        pages += [list_url(model, language), list_url(model, language) + f"?q={SECRET}"]
        pages += [f"/{language}/", f"/{language}/feeds/{model._meta.model_name}.xml"]
        with translation.override(language):
            names = ("contacts", "pages:page_list", "projects:project_list", "news:post_list")
            pages += [reverse(name) for name in (*names, "library:item_list")]
    return pages


def test_published_page_opens_in_both_languages(client, make):
    item = make(title_lv="Viedie ciemi", title_en="Smart villages")

    for language, title in (("lv", "Viedie ciemi"), ("en", "Smart villages")):
        page = client.get(item.url_in(language))
        assert page.status_code == 200
        assert f">{title}</h1>" in page.text


def test_hidden_page_is_in_no_public_byte(client, model, make, state):
    visible = make(title_lv="Redzams", title_en="Visible")
    hidden = make(title_lv=SECRET, title_en=SECRET, summary_lv=SECRET, **ways_to_hide(model)[state])
    neighbours = [visible, *tie_together(visible, hidden)]

    pages = [item.url_in(language) for item in neighbours for language in ("lv", "en")]
    assert [page for page in pages if client.get(page).status_code != 200] == []
    pages += public_pages(model)
    told = [page for page in pages if tells(text(client.get(page)), hidden, page)]
    assert told == []
    own = [client.get(hidden.url_in(language)) for language in ("lv", "en")]
    # What is over may say so, and nothing else.
    assert [page for page in own if page.status_code not in (404, 410) or SECRET in page.text] == []


def tells(text, hidden, page):
    """Whether a page gives a hidden one away; a search page repeats the visitor's own word."""
    return hidden.slug_lv in text.replace("q=slepenais", "") or (
        SECRET in text and "q=" not in page
    )


def test_hidden_page_is_shown_to_staff(admin_client, model, make, state):
    hidden = make(**ways_to_hide(model)[state])

    page = admin_client.get(hidden.url_in("lv"))

    assert page.status_code == 200
    assert "draft-notice" in page.text


def test_hidden_page_is_not_shown_to_staff_of_others(client, make):
    hidden = make(published_at=None)
    stranger = UserFactory(groups=[EDITOR])
    stranger.partnerships.add(PartnershipFactory())
    client.force_login(stranger)

    assert client.get(hidden.url_in("lv")).status_code == 404


def test_versions_drafts_and_previews_are_in_no_public_byte(client, editor_client, model, make):
    item = make(title_lv="Redzams", title_en="Visible")
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_"
    change = reverse(name + "change", args=[item.pk])
    words = {"title_lv": SECRET, "title_en": SECRET, "summary_lv": SECRET}
    form = editor_client.get(change)
    editor_client.post(change, sent(form, **words, _draft="1"))
    draft = Version.objects.drafts().get()
    editor_client.post(reverse(name + "share"), {"version": draft.pk})
    shown = editor_client.post(
        reverse(name + "preview") + f"?object_id={item.pk}&language=lv", sent(form, **words)
    )
    assert f"{SECRET}</h1>" in shown.text

    visitor = Client()
    pages = [item.url_in("lv"), item.url_in("en"), *public_pages(model)]
    assert [page for page in pages if SECRET in text(visitor.get(page)) and "q=" not in page] == []
    record(None, make(title_lv=SECRET, published_at=None))
    assert [page for page in pages if SECRET in text(visitor.get(page)) and "q=" not in page] == []


def test_hidden_page_is_not_counted(client, make):
    hidden = make(published_at=None)

    client.post("/views/", {"page": counting.key(hidden)})

    assert counting.total(hidden) == 0


def test_published_page_is_found_everywhere(client, model, make):
    item = make(title_lv="Slepenais dārzs", title_en="Slepenais garden")

    pages = [page for page in public_pages(model) if "q=" in page or "feeds" in page]
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


def test_reading_sets_no_cookie(client, model, make):
    item = make()

    pages = [item.url_in("lv"), *public_pages(model)]

    assert [page for page in pages if client.get(page).cookies] == []


@pytest.mark.parametrize("kind", ["list", "detail", "sitemap", "feed", "home", *Content.data_forms])
def test_queries_do_not_grow_with_rows(client, model, make, kind):
    first = make()
    url = {
        "list": list_url(model),
        "detail": first.url_in("lv"),
        "sitemap": "/sitemap.xml",
        "feed": f"/lv/feeds/{model._meta.model_name}.xml",
        "home": "/lv/",
    }.get(kind) or data_url(model, kind)
    counts = []
    for number in (1, 4):
        make.create_batch(number)
        text(client.get(url))
        with CaptureQueriesContext(connection) as queries:
            text(client.get(url))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def linked_data(page):
    """The nodes of schema.org in a page."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return [node for block in blocks for node in json.loads(block)["@graph"]]


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


def test_hidden_page_has_no_linked_data(admin_client, model, make, state):
    hidden = make(title_lv=SECRET, **ways_to_hide(model)[state])

    assert linked_data(admin_client.get(hidden.url_in("lv")).text) == []


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
