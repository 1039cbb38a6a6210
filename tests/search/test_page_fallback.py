"""The search page while there is no index, or a damaged one: PostgreSQL answers."""

import pytest
from django.urls import reverse

from core.content import content_models
from search import copy
from search.asked import Asked
from tests.factories import PostFactory, content_factories

pytestmark = pytest.mark.django_db


def search(client, words, **query):
    return client.get(reverse("search:search", query={"q": words, **query}))


def titles(response):
    return [hit.item.title for hit in response.context["page"]]


def test_without_an_index_the_tables_answer(client, monkeypatch):
    made = {factory(title_lv="Ābolu svētki") for factory in content_factories().values()}
    PostFactory.create_batch(30, title_lv="Ābolu ziņa")
    monkeypatch.setattr(copy.Copy, "current", lambda *_asked: None)

    pages = [search(client, "ābolu", page=number) for number in (1, 2, 3)]
    of_kind = search(client, "ābolu", kind="project")

    assert sum(len(page.context["page"]) for page in pages) == 30 + len(content_models())
    assert made <= {hit.item for page in pages for hit in page.context["page"]}
    assert titles(of_kind) == ["Ābolu svētki"]
    assert search(client, "!!!").context["results"].in_all == 0


def test_damaged_index_is_put_aside_and_the_tables_answer(client, monkeypatch):
    PostFactory(title_lv="Ābolu ziņa")
    monkeypatch.setattr(Asked, "keys", broken)

    page = search(client, "ābolu")

    assert titles(page) == ["Ābolu ziņa"]


def broken(*args):
    raise ValueError("damaged")
