"""Sets of many rows answer as the index itself does, whatever was changed, kept or damaged."""

import json
import random
from datetime import date

import pytest
from django.http import QueryDict

from projects.filters import ProjectList
from projects.models import Participation, Project
from search import columns, copy, sets
from search.counting import Counting
from search.wording import at_least
from tests.factories import PartnershipFactory, ProgrammeFactory, ProjectFactory, ThemeFactory
from tests.search.test_copy import wait_for_background

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = ("", "zivju", "zivju ceļi", "lauku or ceļi", "zivju ūdens", "zivju ceļi saule", "LAG")
ORDERS = ("newest", "title", "budget", "start", "end")
ROLES = ("role=lead", "partnership=partneri-0", "partnership=partneri-0&role=lead&role=partner")


@pytest.fixture(params=["sets", "one by one", "columns"])
def many(request, monkeypatch):
    """From five rows on there are many; forty projects, many of them alike in title and days.

    Counted and sorted by sets, up to nine rows one by one, or all by columns.
    """
    few = 9 if request.param == "one by one" else 0
    monkeypatch.setattr("search.asked.FEW_ROWS", few)
    monkeypatch.setattr("search.sorting.FEW", few)
    if request.param == "columns":
        monkeypatch.setattr("search.counting.A_FACET", -1)
        monkeypatch.setattr("search.counting.A_ROW_IN_A_COLUMN", 0)
        monkeypatch.setattr("search.sorting.THIN", 0)
    else:
        monkeypatch.setattr(sets.Sets, "columns", lambda made, engine: ())
    monkeypatch.setattr(sets, "MANY", 5)
    monkeypatch.setattr(sets, "COMMON", 6)
    monkeypatch.setattr(sets, "PARTS", 8)
    dice, programme, themes = random.Random(7), ProgrammeFactory(), ThemeFactory.create_batch(2)
    bodies = [PartnershipFactory(slug_lv=f"partneri-{n}").organisation for n in range(3)]
    for number in range(40):
        project = ProjectFactory(
            title_lv=f"{dice.choice(['Ādažu zivju', 'Zivju', 'Lauku saules'])} ceļi {number % 4}",
            summary_lv=dice.choice(["Vietējā rīcības grupa.", "Ūdens zivis.", "VRG"]),
            programme=programme,
            status=dice.choice(["running", "completed"]),
            start_on=dice.choice([None, date(2019, 8, 1), date(2021, 1, 1)]),
            total_cost=dice.choice([None, 1000, 2000]),
        )
        project.themes.set(dice.sample(themes, dice.randint(0, 2)))
        for role, body in zip(("lead", "partner"), dice.sample(bodies, 2), strict=True):
            Participation.objects.create(project=project, organisation=body, role=role)
    return request.param


@pytest.fixture
def ready(many, monkeypatch, tmp_path):
    """A copy of the index in a folder, built and used by this process."""
    made = copy.Copy(tmp_path / "search")
    monkeypatch.setattr(copy, "COPY", made)
    monkeypatch.setattr(copy, "PAUSE", 0)
    assert made.build()
    made.current()
    wait_for_background()  # with what was noted before the index, while others write at length
    yield made
    wait_for_background()


def answers(engine):
    """{query: (keys in order by parts of seven, counts)} of lists with words, filters, orders."""
    queries = [QueryDict(query) for query in ROLES]
    for words in WORDS:
        for order in ORDERS:
            for status in ("", "running"):
                query = QueryDict(mutable=True)
                query.update({"q": words, "sort": order, "status": status})
                queries.append(query)
    found = {}
    for query in queries:
        asked = ProjectList(Project.objects.published(), query, engine=engine)
        keys = [
            asked.results.keys(asked.order, "lv", start, 7)
            for start in range(0, asked.number + 1, 7)
        ]
        found[query.urlencode()] = keys, asked.shown_counts
    return found


def answers_of_the_index(monkeypatch):
    """What the index answers where there are never many rows."""
    with monkeypatch.context() as patch:
        patch.setattr(sets, "MANY", 1_000)
        return answers(copy.Copy(None).current())


def change_some():
    rows = list(Project.objects.order_by("pk")[:6])
    rows[0].delete()
    Project.objects.filter(pk=rows[1].pk).update(published_at=None)
    for row in rows[2:]:
        row.title_lv, row.status, row.total_cost = "Lauku zivju saule", "running", 1500
        row.start_on = date(2020, 2, 2)
        row.save()
    ProjectFactory(title_lv="Zivju ceļi 9", programme=rows[2].programme, total_cost=1)


def test_sets_answer_as_the_index(ready, monkeypatch):
    engine = ready.current()

    found = answers(engine)

    assert engine.sets.orders
    assert found == answers_of_the_index(monkeypatch)
    assert len({str(keys) for keys, _counts in found.values()}) > 20


def test_sets_follow_changes(ready, monkeypatch):
    before = answers(ready.current())

    change_some()

    after = answers(ready.current())
    assert after == answers_of_the_index(monkeypatch)
    assert after != before


def test_file_spares_reading_and_is_brought_up_to_date(ready, many, monkeypatch):
    change_some()
    ready.current()

    engine = copy.Copy(ready.folder).current()
    read = []
    monkeypatch.setattr(engine, "columns", lambda: read.append("all rows"))

    assert engine.sets.file.batch < engine.sets.batch
    assert answers(engine) == answers_of_the_index(monkeypatch)
    assert read == []
    assert bool(engine.sets.file.read) == (many == "columns")


def test_file_is_written_again_when_many_rows_moved(ready, monkeypatch):
    before, ready.most = ready.current().sets.file.batch, 3
    Project.objects.update(total_cost=7)

    ready.current()
    wait_for_background()

    engine = copy.Copy(ready.folder).current()
    assert before < engine.sets.file.batch == engine.sets.batch
    assert answers(engine) == answers_of_the_index(monkeypatch)


def test_words_of_the_file_are_the_common_ones(ready):
    assert ready.build()
    engine = ready.opened()  # as it was built: rows taken over again count twice for a while

    words = {names[1:] for names in engine.sets.file.names if names[0] == sets.WORD}

    assert words == set(engine.common_terms(6))
    assert words
    assert all(len(engine.ids(engine.term(*word))) >= 6 for word in words)


def test_small_index_needs_no_file(monkeypatch, tmp_path):
    ProjectFactory()
    made = copy.Copy(tmp_path / "search")
    assert made.build()

    assert not (tmp_path / "search" / made.pointer() / sets.FILE).exists()


def lose_the_end(data):
    return data[:5]


def spoil_the_first_set(data):
    start = 8 + int.from_bytes(data[:8], "little")
    return data[:start] + bytes(9) + data[start + 9 :]


def spoil_the_columns(data):
    end = len(data) - 8
    head = json.loads(data[end - int.from_bytes(data[end:], "little") : end])
    starts = [start for (what, *_names), start, *_more in head["sets"] if what == sets.VALUES]
    for start in starts:
        data = data[:start] + bytes(9) + data[start + 9 :]
    return data


@pytest.mark.parametrize("many", ["columns"], indirect=True)
@pytest.mark.parametrize("damage", [lose_the_end, spoil_the_first_set, spoil_the_columns])
def test_damaged_file_puts_the_index_aside(ready, damage):
    engine, name = ready.current(), ready.pointer()
    path = engine.folder / sets.FILE
    path.write_bytes(damage(path.read_bytes()))
    again = copy.Copy(ready.folder)

    found = copy.answered(again.current(), lambda engine: engine and answers(engine))

    assert found is None
    assert not (ready.folder / "current").exists() or ready.pointer() != name


def test_at_least_counts_in_how_many_sets_a_row_is():
    groups = [sets.BitMap(ids) for ids in ([1, 2, 3], [2, 3, 4], [3, 4, 5])]

    assert [list(at_least(needed, groups)) for needed in (1, 2, 3)] == [
        [1, 2, 3, 4, 5],
        [2, 3, 4],
        [3],
    ]


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.9, 1])
def test_foremost_values_are_those_that_most_rows_have(share):
    dice, every = random.Random(11), range(2_000)
    table = {
        f"v{number}": sets.BitMap(dice.sample(every, 40 * (number % 9) + 1))
        for number in range(120)
    }
    whole = sets.Sets(kinds={"k": sets.BitMap(every)}, facets={("k", "f"): table})
    found = sets.BitMap(dice.sample(every, int(share * len(every))))
    names = dict.fromkeys(list(table)[:-20])
    exact = {value: number for value in names if (number := len(table[value] & found))}

    counts = Counting(whole, "k", found).foremost("f", names, 10, {"v0", "v119"})

    assert counts.items() <= exact.items()
    assert sorted(counts.values())[-10:] == sorted(exact.values())[-10:]
    last = sorted(exact.values())[-10:][0]
    assert {value for value, number in exact.items() if number >= last} <= counts.keys()
    assert ("v0" in counts) == ("v0" in exact)
    assert len(counts) + counts.others == len(exact)


@pytest.mark.parametrize("most", [1, 3])
def test_columns_count_as_sets_do(most):
    """Groups of values in one column; a column for each value where there are too many groups."""
    dice, every = random.Random(5), range(70_000, 71_000)
    table = {f"v{number}": sets.BitMap(dice.sample(every, 300)) for number in range(3)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "NUMBERS", 4 if most == 3 else columns.NUMBERS)
        data = columns.packed_values(table, 70_000, 71_000)
    found = sets.BitMap(dice.sample(every, 400))

    values = columns.Values(data)

    assert values.columns.shape == (1_000, most)
    counts = values.counts(columns.places_of(found, values.start))
    assert counts == {value: len(ids & found) for value, ids in table.items()}


def test_no_columns_where_rows_have_very_many_values():
    table = {f"v{number}": sets.BitMap([5, 6 + number]) for number in range(20)}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "NUMBERS", 21)

        assert columns.packed_values(table, 5, 40) is None
