"""The content of the measurements goes into the tables of today, and the site shows it."""

from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.urls import reverse

from bench.cases import Requests
from bench.clock import Meter
from bench.content import load
from bench.frame import Country
from bench.loading import Table
from bench.projects import PARTICIPATION, Projects
from bench.words import seeded
from news.models import Post
from projects.models import FundingShare, Participation, Project, Theme

SIZE = 200


@pytest.fixture(scope="module")
def load_of_all(django_db_setup, django_db_blocker, tmp_path_factory):
    """A small load that the database checks; taken back at the end."""
    folder = tmp_path_factory.mktemp("load")
    with django_db_blocker.unblock(), transaction.atomic():
        load(SIZE, folder=folder, report=lambda line: None, session=nullcontext)
        connection.check_constraints()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def content(load_of_all, db):
    """The load, of which the search hears anew in each test."""


def test_a_small_load_fills_the_tables_and_the_lists(content, client):
    through = Project.themes, Project.territories, Participation.territories, Post.projects
    tables = Project, Participation, FundingShare, *(each.through for each in through)
    published = Project.objects.published().count()

    assert Project.objects.count() == SIZE
    assert SIZE * 0.85 < published < SIZE
    assert [table for table in tables if table.objects.count() < SIZE / 10] == []
    assert Participation.objects.filter(role="lead").count() == SIZE
    for name in ("news:post_list", "home"):
        assert client.get(reverse(name)).status_code == 200
    page = client.get(reverse("projects:project_list")).context["page"]
    assert page.paginator.count == published


def test_a_row_that_is_added_later_gets_its_own_key(content):
    row = FundingShare.objects.first()
    row.pk = None
    row.save()

    assert FundingShare.objects.filter(project=row.project).count() > 1


def test_every_case_asks_for_a_page_that_there_is(content):
    meter = Meter()
    cases = Requests(seeded("test")).cases()
    costs = {case.name: meter.ask(case.make()) for case in cases}

    assert len(cases) >= 12
    assert {cost.status for cost in costs.values()} == {200}
    assert all(cost.application > 0 and cost.queries and cost.size for cost in costs.values())


def test_the_same_seed_gives_the_same_rows(db, tmp_path):
    """Also the rows that wait in spools: both are what COPY reads."""
    country = Country("LV", [1, 2, 3], [(1, 1), (2, 2)], [3, 4], [(1, 1, [1], 2014, 2020)])

    def rows(seed):
        frame = SimpleNamespace(countries=[country], weights=[1], themes=[1, 2, 3])
        projects = Projects(seeded(seed), 20, frame, tmp_path)
        lines, waiting = list(projects), projects.spools[PARTICIPATION].file
        waiting.seek(0)
        lines += list(waiting)
        for spool in projects.spools.values():
            spool.file.close()
        return lines

    assert rows("one") == rows("one")
    assert rows("one") != rows("two")


@pytest.mark.parametrize(
    ("given", "left", "named"),
    [
        ("id name name_lv name_en slug position", "", "dac_code"),
        ("id name name_lv name_en slug position dac_code gone", "", "gone"),
        ("id name name_lv name_en slug position", "dac_code", "cannot be left empty"),
    ],
)
def test_a_column_that_the_generator_does_not_know_stops_it(given, left, named):
    with pytest.raises(ValueError, match=named):
        Table(Theme, given, left=left)


def test_a_line_has_a_value_for_every_column():
    table = Table(
        Theme,
        "id slug",
        fixed={"name": "", "position": "0", "dac_code": ""},
        left="name_lv name_en",
    )

    assert table.line("1", "daba") == "1\tdaba\t\t0\t\n"
    with pytest.raises(ValueError, match="2 values"):
        table.line("1")
