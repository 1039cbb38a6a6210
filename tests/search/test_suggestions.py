"""What is offered while somebody types."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from search import copy
from search.asked import Asked
from tests.factories import PageFactory, PostFactory, ProjectFactory, content_factories

pytestmark = pytest.mark.django_db


def answer(client, words, language="lv"):
    with translation.override(language):
        return client.get(reverse("search:suggestions", query={"q": words}))


def offered(client, words, language="lv"):
    return answer(client, words, language).json()["options"]


def titles(options):
    return ["".join(piece for piece, _is_marked in each["title"]) for each in options]


def test_pages_are_offered_with_their_kind_and_address(client):
    project = ProjectFactory(title_lv="Ķekavas viedais ciems")

    assert offered(client, "kekavas vie") == [
        {
            "title": [["Ķekavas", True], [" ", False], ["viedais", True], [" ciems", False]],
            "language": "",
            "kind": "Projekts",
            "address": project.url_in("lv"),
        }
    ]


@pytest.mark.parametrize("words", ["ci", "vie", "viedā", "viedais c", "ciems vie"])
def test_the_last_word_may_go_on(client, words):
    ProjectFactory(title_lv="Viedais ciems")

    assert titles(offered(client, words)) == ["Viedais ciems"]


@pytest.mark.parametrize("words", ["", "v", " v ", "xyz", "!!", "viedais xyz"])
def test_nothing_is_offered_that_was_not_asked_for(client, words):
    """Nor what has but some of the words: typing goes on."""
    ProjectFactory(title_lv="Viedais ciems")

    assert offered(client, words) == []


def test_eight_at_most_and_those_first_whose_title_says_why(client):
    """Titles of the other language count too, but are not what is shown."""
    PostFactory.create_batch(9, title_lv="Ziņa", title_en="Village")
    ProjectFactory(title_lv="Village", title_en="")

    found = titles(offered(client, "vill"))

    assert (len(found), found[0]) == (8, "Village")


def test_what_is_hidden_is_not_offered(client):
    ProjectFactory(title_lv="Slepenais", published_at=None)
    PostFactory(title_lv="Slepenā", unpublish_at=timezone.now())

    assert offered(client, "slepen") == []


def test_title_in_another_language_says_so(client):
    PageFactory(title_lv="Viedais ciems", title_en="")
    ProjectFactory(title_lv="Smart Villages", title_en="Smart Villages", title_language="en")

    found = [
        (language, words, offered(client, words, language)[0]["language"])
        for language, words in (("en", "vied"), ("lv", "vied"), ("en", "smar"), ("lv", "smar"))
    ]

    assert found == [
        ("en", "vied", "lv"),
        ("lv", "vied", ""),
        ("en", "smar", ""),
        ("lv", "smar", "en"),
    ]


def test_answer_may_be_kept_for_a_minute_and_sets_no_cookie(client):
    response = answer(client, "ciems")

    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in response.headers.get("Vary", "")
    assert response.cookies == {}


def test_number_of_suggestions_is_told_in_words(client):
    PostFactory(title_en="Village")

    assert answer(client, "vill", "en").json()["told"] == "1 suggestion"
    assert answer(client, "xyz", "en").json()["told"] == "0 suggestions"


def test_few_queries_whatever_is_found(client):
    for factory in content_factories().values():
        factory.create_batch(3, title_lv="Ciems")
    answer(client, "ciem")

    with CaptureQueriesContext(connection) as queries:
        assert len(offered(client, "ciem")) == 8

    asked = [each for each in queries if "SAVEPOINT" not in each["sql"]]
    assert len(asked) <= 8


def test_nothing_is_offered_without_an_index(client, monkeypatch):
    ProjectFactory(title_lv="Viedais ciems")
    monkeypatch.setattr(copy.Copy, "current", lambda *_asked: None)

    assert offered(client, "vied") == []


def test_damaged_index_offers_nothing_and_is_put_aside(client, monkeypatch):
    ProjectFactory(title_lv="Viedais ciems")
    monkeypatch.setattr(Asked, "keys", broken)

    assert offered(client, "vied") == []


def broken(*args):
    raise OSError("damaged")
