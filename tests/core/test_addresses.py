"""Addresses that pages had: kept when a page is renamed, leading on, never to what is hidden."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.addresses import OldAddress, plain
from tests.factories import PageFactory, PostFactory, ProjectFactory

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.now() - timedelta(days=1)


def kept():
    """{old address: (label, key) or target} of every row."""
    rows = OldAddress.objects.all()
    return {row.path: (row.label, row.object_id) if row.label else row.target for row in rows}


def rename(page, **slugs):
    for name, slug in slugs.items():
        setattr(page, name, slug)
    page.save()


def answer(client, address, **options):
    response = client.get(address, **options)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("make", [ProjectFactory, PostFactory, PageFactory])
def test_renamed_page_keeps_its_addresses_in_both_languages(client, make):
    page = make(title_lv="Vecais", title_en="Former", published_at=YESTERDAY)
    old = page.url_in("lv"), page.url_in("en")

    rename(page, slug_lv="jaunais", slug_en="present")

    assert kept() == dict.fromkeys(old, (page.label, page.pk))
    assert answer(client, old[0]) == (301, page.url_in("lv"))
    assert answer(client, old[1]) == (301, page.url_in("en"))
    assert client.get(page.url_in("lv")).status_code == 200


def test_page_renamed_twice_is_reached_in_one_step(client):
    page = PageFactory(title_lv="Pirmais", title_en="", published_at=YESTERDAY)

    rename(page, slug_lv="otrais")
    rename(page, slug_lv="tresais")

    assert answer(client, "/lv/pirmais/") == (301, "/lv/tresais/")
    assert answer(client, "/en/pirmais/") == (301, "/en/tresais/")
    assert answer(client, "/lv/otrais/") == (301, "/lv/tresais/")


def test_renaming_back_leaves_no_old_address_of_itself(client):
    page = PageFactory(title_lv="Pirmais", title_en="", published_at=YESTERDAY)

    rename(page, slug_lv="otrais")
    rename(page, slug_lv="pirmais")

    assert sorted(kept()) == ["/en/otrais/", "/lv/otrais/"]
    assert client.get("/lv/pirmais/").status_code == 200


def test_browser_asks_an_old_address_each_time(client):
    page = PageFactory(title_lv="Pirmais", title_en="", published_at=YESTERDAY)

    rename(page, slug_lv="otrais")

    assert client.get("/lv/pirmais/").headers["Cache-Control"] == "no-cache"


def test_page_that_takes_an_old_address_frees_it(client):
    page = PageFactory(title_lv="Svētki", title_en="Feast", published_at=YESTERDAY)
    rename(page, slug_lv="svetki-2025")

    other = PageFactory(title_lv="Svētki", title_en="")

    assert other.slug_lv == "svetki"
    assert kept() == {}
    assert client.get("/lv/svetki/").context["item"] == other


@pytest.mark.parametrize("published_at", [None, timezone.now() + timedelta(days=1)])
def test_renamed_page_that_was_never_public_leaves_nothing(published_at):
    page = PageFactory(title_lv="Melnraksts", published_at=published_at)

    rename(page, slug_lv="cits")

    assert kept() == {}


@pytest.mark.parametrize(
    "hidden",
    [
        {"published_at": None},
        {"published_at": timezone.now() + timedelta(days=1)},
        {"unpublish_at": YESTERDAY},
    ],
)
def test_old_address_never_gives_a_hidden_page_away(client, hidden):
    page = PageFactory(title_lv="Vecais", published_at=YESTERDAY - timedelta(days=1))
    rename(page, slug_lv="slepenais", **hidden)

    response = client.get("/lv/vecais/")

    assert kept() != {}
    assert response.status_code == 404
    assert "slepenais" not in response.text


def test_old_address_of_a_deleted_page_or_of_nothing_is_missing(client):
    page = PageFactory(title_lv="Vecais", published_at=YESTERDAY)
    rename(page, slug_lv="jaunais")
    page.delete()
    OldAddress.objects.create(path="/kas", label="nav.modelis", object_id=1)
    OldAddress.objects.create(path="/tas", label="core.user", object_id=1)

    assert answer(client, "/lv/vecais/") == (404, None)


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/index.php?id=12", "/index.php?id=12"),
        ("/index.php?id=12", "/Index.PHP?ID=12"),
        ("/par-mums", "/par-mums/"),
        ("/par-mums/", "/par-mums"),
        ("/par-mums", "/par-mums?utm_source=avize"),
        ("/ziņas/ķekava", "/zi%C5%86as/%C4%B7ekava/"),
        (plain("/m%E2jas"), "/m%E2jas"),
        ("/lapa?nosaukums=mājas", "/lapa/?nosaukums=m%C4%81jas"),
    ],
)
def test_address_of_the_old_site_is_found_as_old_sites_wrote_it(client, path, asked):
    page = PageFactory(title_lv="Par mums te")
    OldAddress.objects.create(path=path, label="pages.page", object_id=page.pk)

    assert answer(client, asked) == (301, "/lv/par-mums-te/")
    assert client.head(asked).status_code == 301
    assert client.post(asked).status_code != 301


def test_address_with_its_query_comes_before_the_bare_one(client):
    third, any_page = PageFactory(title_lv="Trešā"), PageFactory(title_lv="Jebkura")
    for path, page in (("/lapa", any_page), ("/lapa?id=3", third)):
        OldAddress.objects.create(path=path, label="pages.page", object_id=page.pk)

    assert answer(client, "/lapa?id=3") == (301, third.url_in("lv"))
    assert answer(client, "/lapa?id=4") == (301, any_page.url_in("lv"))


def test_language_follows_the_new_address_then_the_old_one(client):
    page = PageFactory(title_lv="Latviski", title_en="In English")
    common = {"label": "pages.page", "object_id": page.pk}
    OldAddress.objects.create(path="/about", target="/en/in-english/", **common)
    OldAddress.objects.create(path="/en/about", **common)
    OldAddress.objects.create(path="/par", **common)

    found = [answer(client, path)[1] for path in ("/about", "/en/about", "/par")]

    assert found == ["/en/in-english/", "/en/in-english/", "/lv/latviski/"]


@pytest.mark.parametrize(
    "target",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "", "javascript:x"],
)
def test_target_never_leaves_the_site(client, target):
    OldAddress.objects.create(path="/vecs", target=target)

    response = client.get("/vecs", follow=True)

    assert (response.status_code, response.redirect_chain) == (404, [("/lv/vecs/", 302)])


def test_target_leads_to_a_list_and_never_in_a_circle(client):
    OldAddress.objects.create(path="/projekti.html", target="/lv/projekti/?status=running")
    OldAddress.objects.create(path="/lv/aplis", target="/lv/aplis/")

    assert answer(client, "/projekti.html") == (301, "/lv/projekti/?status=running")
    assert answer(client, "/lv/aplis/") == (404, None)


def test_administration_and_files_are_left_alone(client):
    for path in ("/admin/nekas/", "/static/nekas", "/media/nekas"):
        OldAddress.objects.create(path=path, target="/lv/projekti/")

    found = [client.get(path).status_code for path in ("/static/nekas", "/media/nekas")]

    assert found == [404, 404]
    assert "/projekti/" not in client.get("/admin/nekas/").headers.get("Location", "")


def test_only_missing_pages_cost_a_question(client, django_assert_num_queries):
    page = PageFactory(title_lv="Jauns")
    for number in range(3):
        OldAddress.objects.create(path=f"/v{number}", label="pages.page", object_id=page.pk)

    with django_assert_num_queries(2):
        client.get("/v1")
