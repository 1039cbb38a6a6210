"""The summary as page, paper, workbook and data; the list of a forum; the board."""

import csv
import io
import json
from datetime import timedelta

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from ideas.figures import figures
from ideas.models import Forum, Idea
from tests.factories import ForumFactory, IdeaFactory, IdeaThemeFactory, TerritoryFactory

pytestmark = pytest.mark.django_db
RISKY = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"]


@pytest.fixture
def forum():
    return ForumFactory()


@pytest.fixture
def theme(forum):
    return IdeaThemeFactory(forum=forum, name_lv="Vide")


def file(client, forum, form):
    return client.get(reverse("ideas:summary_file", args=[forum.slug, form])).content


def test_cells_that_look_like_formulas_stay_text(client, forum, theme):
    for title in RISKY:
        IdeaFactory(theme=theme, title_lv=title)

    sheet = openpyxl.load_workbook(io.BytesIO(file(client, forum, "xlsx"))).worksheets[1]
    cells = [row[2] for row in sheet.iter_rows(min_row=2)]
    rows = csv.reader(io.StringIO(file(client, forum, "csv").decode("utf-8-sig")), delimiter=";")

    assert [(cell.value, cell.data_type) for cell in cells] == [(each, "s") for each in RISKY]
    assert [row[2] for row in rows][1:] == [f"'{each}" for each in RISKY]


def test_idea_of_several_doers_stands_in_each_column_and_counts_once(client, forum, theme):
    IdeaThemeFactory(forum=forum, name_lv="Tukša tēma")
    IdeaFactory(theme=theme, by_ngo=True, paper_supports=2)
    IdeaFactory(theme=theme, by_residents=False, by_municipality=True)
    IdeaFactory(theme=theme, published_at=None)

    data = json.loads(file(client, forum, "json"))

    vide = {"theme": "Vide", "by_residents": 1, "by_ngo": 1, "by_municipality": 1, "ideas": 2}
    empty = dict.fromkeys(("by_residents", "by_ngo", "by_municipality", "ideas"), 0)
    assert data["table"] == [vide, {"theme": "Tukša tēma", **empty}]
    assert data["total"] == {**vide, "theme": "Visas tēmas"}
    assert [each["paper_supports"] for each in data["ideas"]] == [2, 0]


def test_list_of_a_forum_holds_its_own_ideas_alone(client, forum, theme):
    place = TerritoryFactory(name_lv="Olaines novads", slug="olaines-novads")
    first = IdeaFactory(
        theme=theme, title_lv="Pirmā", territory=place, answer="done", answered_at=timezone.now()
    )
    second = IdeaFactory(theme=theme, title_lv="Otrā", by_municipality=True, paper_supports=3)
    IdeaFactory(title_lv="Citur", by_municipality=True)

    def found(query):
        return [
            each.title for each in client.get(f"{forum.get_absolute_url()}?{query}").context["page"]
        ]

    assert sorted(found("")) == ["Otrā", "Pirmā"]
    assert found("territory=olaines-novads") == ["Pirmā"]
    assert found("who=municipality") == ["Otrā"]
    assert found("answer=done") == ["Pirmā"]
    assert found("answer=none") == ["Otrā"]
    assert found("sort=supported") == [second.title, first.title]
    assert found("forum=cits&q=pirma") == ["Pirmā"]
    assert sorted(found("sort=mixed")) == ["Otrā", "Pirmā"]


def test_daily_mix_is_another_one_the_next_day(client, forum, theme, monkeypatch):
    IdeaFactory.create_batch(12, theme=theme)
    today = timezone.localdate()

    def mixed(days):
        monkeypatch.setattr(timezone, "localdate", lambda *_: today + timedelta(days=days))
        page = client.get(f"{forum.get_absolute_url()}?sort=mixed").context["page"]
        return [each.pk for each in page]

    first, again, next_day = mixed(0), mixed(0), mixed(1)

    assert first == again
    assert first != next_day
    assert sorted(first) == sorted(next_day)


def test_board_shows_numbers_and_the_newest_and_looks_again_while_open(client, forum, theme):
    IdeaFactory(theme=theme, title_lv="Sols")
    address = reverse("ideas:board", args=[forum.slug])

    is_open = client.get(address).text
    Forum.objects.update(closes_at=timezone.now())
    closed = client.get(address).text

    assert "Sols" in is_open
    assert ('http-equiv="refresh"' in is_open, 'http-equiv="refresh"' in closed) == (True, False)
    assert (reverse("ideas:idea_new", args=[forum.slug]) in is_open) is True


def test_idea_in_english_alone_is_shown_in_latvian_pages_and_marked(client, theme):
    idea = IdeaFactory(theme=theme, title_lv="", title_en="A bench", body_en="<p>Here.</p>")
    Idea.objects.filter(pk=idea.pk).update(title_lv="")

    page = client.get(idea.url_in("lv")).text

    assert '<h1 lang="en">A bench</h1>' in page


def test_staff_see_where_ideas_come_from_and_how_long_they_waited(forum, theme):
    now = timezone.now()
    place = TerritoryFactory(name_lv="Olaines novads")
    for hours, source in ((2, "web"), (5, "web"), (9, "web"), (900, "event")):
        pending_at = now - timedelta(hours=hours)
        IdeaFactory(theme=theme, source=source, pending_at=pending_at, decided_at=now)
    IdeaFactory(theme=theme, territory=place, answer="done", answered_at=now, paper_supports=3)

    assert figures(forum) == [
        ("Kur", [("visa teritorija", 4), ("Olaines novads", 1)]),
        ("Kā saņemtas", [("vietnē", 4), ("pasākumā", 1)]),
        (
            "Kas no tām iznācis",
            [
                ("atbildētas", "20\u00a0%"),
                ("īstenota", 1),
                ("atbalstītāji vietnē", 0),
                ("atbalstītāji uz papīra", 3),
                ("stundas līdz lēmumam, mediāna", 5),
            ],
        ),
    ]
