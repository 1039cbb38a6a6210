"""The search page: what is found, how it is shown, and what is said when it is not."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from tests.factories import (
    PageFactory,
    PostFactory,
    ProjectFactory,
    content_factories,
)

pytestmark = pytest.mark.django_db


def address(language="lv", **query):
    with translation.override(language):
        return reverse("search:search", query=query)


def search(client, words, language="lv", **query):
    return client.get(address(language, q=words, **query))


def titles(response):
    return [hit.item.title for hit in response.context["page"]]


def test_every_kind_of_content_is_found(client):
    made = {factory(title_lv=f"Ābolu {number}") for number, factory in enumerate(factories())}

    page = search(client, "ābols")

    assert {hit.item for hit in page.context["page"]} == made
    assert all(f'href="{item.get_absolute_url()}"' in page.text for item in made)


def factories():
    return content_factories().values()


def test_what_is_hidden_is_not_found(client):
    ProjectFactory(title_lv="Ābolu melnraksts", published_at=None)
    PostFactory(title_lv="Ābolu vakardiena", unpublish_at=timezone.now())

    assert "melnraksts" not in search(client, "ābolu").text
    assert search(client, "ābolu").context["results"].in_all == 0


def test_kinds_have_counts_that_are_what_they_show(client):
    ProjectFactory.create_batch(3, title_lv="Ābolu projekts")
    PostFactory.create_batch(2, title_lv="Ābolu ziņa")
    PageFactory(title_lv="Ābolu lapa")
    PageFactory(title_lv="Bumbieri")

    page = search(client, "ābolu")

    kinds = [(kind.name, kind.number) for kind in page.context["results"].kinds]
    assert kinds == [("Projekti", 3), ("Ziņas", 2), ("Lapas", 1)]
    for kind in page.context["results"].kinds:
        shown = client.get(f"{address()}?{kind.query}")
        assert {hit.kind for hit in shown.context["page"]} == {titles_of(kind)}
        assert shown.context["page"].paginator.count == kind.number
        assert f'?{kind.query.replace("&", "&amp;")}" aria-current="true"' in shown.text


def titles_of(kind):
    return {"Projekti": "Projekts", "Ziņas": "Ziņa", "Lapas": "Lapa"}[kind.name]


def test_kind_without_results_leads_to_the_others(client):
    PostFactory(title_lv="Ābolu ziņa")

    page = search(client, "ābolu", kind="page")

    assert page.context["results"].in_all == 1
    assert page.context["page"].paginator.count == 0
    assert f'href="?{page.context["results"].query_of_all}"' in page.text


def test_results_come_in_pages_without_repeating(client):
    made = set(PostFactory.create_batch(45, title_lv="Ābolu ziņa"))

    pages = [search(client, "ābolu", page=number) for number in (1, 2, 3)]

    assert [len(page.context["page"]) for page in pages] == [20, 20, 5]
    assert {hit.item for page in pages for hit in page.context["page"]} == made
    assert search(client, "ābolu", page=4).status_code == 404


def test_title_says_number_and_words(client):
    PostFactory.create_batch(2, title_en="Apples of the shore")

    page = search(client, "apple", "en")

    title = re.search("<title>(.*?)</title>", page.text, re.DOTALL)[1]
    assert " ".join(title.split()).startswith("2 results for “apple” ·")
    assert '<meta name="robots" content="noindex, follow">' in page.text


def test_misspelt_word_is_put_right_openly(client):
    PostFactory(title_lv="Bibliotēkas nakts")

    page = search(client, "biblotekas")
    typed = client.get(f"{address()}?{page.context['results'].query_as_typed}")

    assert titles(page) == ["Bibliotēkas nakts"]
    assert "„bibliotēkas”" in page.text or "“bibliotēkas”" in page.text
    assert typed.context["results"].in_all == 0
    assert typed.context["results"].answer.correction is None


def test_as_typed_the_known_words_still_find(client):
    PostFactory(title_lv="Bibliotēkas nakts")

    page = search(client, "biblotekas nakts", exact=1)

    assert titles(page) == ["Bibliotēkas nakts"]
    assert page.context["results"].answer.is_relaxed


def test_it_is_said_that_only_some_words_were_found(client):
    PostFactory(title_en="Apples and pears")
    PostFactory(title_en="Apples and plums")

    some, every = search(client, "pears plums", "en"), search(client, "apples pears", "en")

    told = "No page has all of your words. These have some of them."
    assert (told in some.text, told in every.text) == (True, False)
    assert len(titles(some)) == 2


def test_relaxing_is_the_same_for_every_kind(client):
    """What a kind shows is what its number says, however few there are of it."""
    PostFactory(title_lv="Ābolu svētki")
    ProjectFactory(title_lv="Ābolu raža")

    page = search(client, "ābolu svētki", kind="project")

    assert (page.context["results"].in_all, titles(page)) == (1, [])


@pytest.mark.parametrize("words", ["xyzxyz", "!!!", "„”", "12345678"])
def test_nothing_found_says_what_to_do(client, words):
    PostFactory(title_lv="Ābolu ziņa")

    page = search(client, words, "en")

    assert page.status_code == 200
    assert "Nothing was found" in page.text
    for name in ("projects:project_list", "news:post_list", "contacts"):
        with translation.override("en"):
            assert f'<a href="{reverse(name)}">' in page.text.partition("<main")[2]


@pytest.mark.parametrize("words", ["", " ", "\n"])
def test_empty_question_shows_field_and_ways_in(client, words):
    PostFactory(title_lv="Ābolu ziņa")

    page = search(client, words)

    assert "results" not in page.context
    assert "Ābolu" not in page.text.partition("<main")[2]
    assert 'name="q"' in page.text


def test_queries_do_not_grow_with_results(client):
    counts = []
    for _turn in range(2):
        for factory in factories():
            factory(title_lv="Ābolu", summary_lv="Par bumbieriem")
        search(client, "ābolu bumbieri")
        with CaptureQueriesContext(connection) as queries:
            search(client, "ābolu bumbieri")
        counts.append(len(queries))

    assert counts[1] <= counts[0]  # fewer when the second page holds some kinds


def test_page_is_the_same_in_both_languages(client):
    PostFactory(title_lv="Ābolu ziņa", title_en="Apples")

    page = search(client, "ābolu", kind="post")

    assert f'href="{address("en", q="ābolu", kind="post").replace("&", "&amp;")}"' in page.text


def test_search_sets_no_cookie_and_answers_only_reading(client):
    assert search(client, "ābolu").cookies == {}
    assert client.post(address(), {"q": "x"}).status_code == 405
