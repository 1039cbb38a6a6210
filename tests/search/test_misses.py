"""What was looked for in vain is counted, and nothing that is anybody's own."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from search import copy, misses
from search.models import Miss
from tests.factories import PostFactory, ProjectFactory

pytestmark = pytest.mark.django_db


def search(client, words, **query):
    return client.get(reverse("search:search", query={"q": words, **query}))


def counted():
    return list(Miss.objects.order_by("words").values_list("words", "number"))


def test_search_without_results_is_counted_by_day(client):
    for words in ("Granulāta  Katls", "granulāta katls", "Pelēkzirnis"):
        assert search(client, words).status_code == 200

    assert counted() == [("granulāta katls", 2), ("pelēkzirnis", 1)]
    assert set(Miss.objects.values_list("day", flat=True)) == {timezone.localdate()}


def test_what_finds_something_is_not_counted(client):
    PostFactory(title_lv="Bibliotēkas nakts")

    for words in ("bibliotēka", "biblotekas", "nakts zirnis", "", "!!!"):
        search(client, words)

    assert counted() == []


@pytest.mark.parametrize("query", [{"kind": "post"}, {"exact": "1"}])
def test_only_the_first_look_is_counted(client, query):
    search(client, "pelēkzirnis", **query)

    assert counted() == []


def test_looking_at_the_headers_alone_is_not_counted(client):
    client.head(reverse("search:search", query={"q": "pelēkzirnis"}))

    assert counted() == []


def test_what_the_tables_do_not_find_is_not_counted(client, monkeypatch):
    """They know neither spelling nor synonyms."""
    monkeypatch.setattr(copy.Copy, "current", lambda *_asked: None)

    search(client, "pelēkzirnis")

    assert counted() == []


@pytest.mark.parametrize(
    "words",
    [
        "janis.berzins@example.lv",
        "jānis @ piemērs",
        "29123456",
        "+371 29 123 456",
        "29-12-34-56",
        "010190-12345",
        "lv40003494222",
        "lv80hbla0551234567890",
        "tel29123456",
        "a" * 61,
        "viens divi trīs četri pieci seši septiņi",
        "viens\u202edivi",
        "viens\x07divi",
        "viens\ud800",
        "' or 1=1 --",
        "<script>",
        "{{7*7}}",
        "../../etc/passwd",
        "http://example.org",
        "https:zeme//x",
        "admin'--",
        "${jndi:ldap}",
        "a;b",
        "x\\y",
        "12",
        "!!!",
        "",
    ],
)
def test_what_is_personal_hostile_or_no_word_is_not_kept(words):
    misses.count(words)

    assert counted() == []


@pytest.mark.parametrize(
    "words",
    [
        "19-00-a019.333-000005",
        "projekts 20-11-b020.111-000009",
        "programma 2014-2020",
        "lāse 2021.–2027. gads",
        "„zied zeme” & pierīga",
        "kas ir clld?",
        "умные деревни",
        "vrg, lag / flag",
        "eur 123456",
    ],
)
def test_what_people_ask_is_kept(words):
    misses.count(words)

    assert counted() == [(words, 1)]


def test_machines_fill_no_table(monkeypatch):
    monkeypatch.setattr(misses, "MOST_A_DAY", 3)

    for words in ("viens", "divi", "trīs", "četri", "viens"):
        misses.count(words)

    assert counted() == [("divi", 1), ("trīs", 1), ("viens", 2)]


def test_page_does_not_fail_when_nothing_can_be_counted(client, caplog):
    with connection.cursor() as cursor:
        cursor.execute("alter table search_miss rename to search_missing")

    assert search(client, "pelēkzirnis").status_code == 200
    assert "could not be counted" in caplog.text


def test_next_request_after_a_miss_still_finds_what_was_saved(client):
    """Counting writes in the transaction of the request; the index is asked before it."""
    search(client, "pelēkzirnis")
    ProjectFactory(title_lv="Pelēkzirnis")

    assert search(client, "pelēkzirnis").context["results"].in_all == 1


def test_old_ones_are_forgotten():
    today = timezone.localdate()
    for days in (0, 90, 91, 400):
        Miss.objects.create(day=today - timedelta(days=days), words="zirnis")

    assert misses.forget() == 2
    assert [(today - each.day).days for each in Miss.objects.all()] == [0, 90]
