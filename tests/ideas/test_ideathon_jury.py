"""The score sheet by link, the ranking, and the end: results that nothing can change."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import translation

from engage import links
from engage.decisions import decide
from ideas import ideathon_actions as actions
from ideas.ideathon_ranking import ranking
from ideas.models import Award, Score
from tests.admin.forms import errors, sent
from tests.factories import JurorFactory, UserFactory

from .judging_day import Day

pytestmark = pytest.mark.django_db
STATE = {"results": 409, "wrong": 422}


@pytest.fixture
def day():
    return Day("Tilts", "Pagalms")


def sheet_of(juror):
    with translation.override("lv"):
        return reverse("ideas:jury_sheet", args=[links.token(juror, links.JURY)])


def row(day, title, *points, **more):
    """What the form of one solution sends."""
    solution = day.solutions[title]
    fields = zip(day.criteria, points, strict=False)
    values = {f"s{solution.pk}-c{criterion.pk}": value for criterion, value in fields}
    return {"solution": solution.pk, **values, **more}


def places(day):
    return [(each.solution.title, each.place, str(each.total)) for each in ranking(day.ideathon)]


# 1. A link opens one sheet; a recused solution is not on it.


def test_link_opens_the_sheet_of_its_ideathon_alone(client, day):
    other = Day("Svešais")
    day.solution("Gaida", published_at=None)
    juror = day.jurors[0]
    actions.recuse(juror=juror, solution=day.solutions["Pagalms"])

    page = client.get(sheet_of(juror))

    titles = [each.solution.title for each in page.context["rows"]]
    assert titles == ["Tilts"]
    foreign = client.post(sheet_of(juror), row(other, "Svešais", 5, 5))
    recused = client.post(sheet_of(juror), row(day, "Pagalms", 5, 5))
    assert (foreign.status_code, recused.status_code) == (404, 404)
    assert Score.objects.count() == 0


def test_links_of_other_purposes_open_no_sheet(client, day):
    juror = JurorFactory(ideathon=day.ideathon)
    with translation.override("lv"):
        wrong = [
            reverse("ideas:jury_sheet", args=[links.token(juror, links.MANAGE)]),
            reverse("ideas:my_solution", args=[links.token(juror, links.JURY)]),
        ]
    old = sheet_of(juror)
    links.end_links(juror)

    assert [client.get(each).status_code for each in [*wrong, old]] == [410, 410, 410]
    answer = client.get(sheet_of(juror))
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_opening_the_sheet_changes_nothing_and_recusing_is_a_button(client, day):
    address = sheet_of(day.jurors[0])
    client.get(address + "?do=recuse&solution=1")
    assert day.jurors[0].recusals.count() == 0

    client.post(address, row(day, "Tilts", do="recuse"))

    assert [each.solution.title for each in client.get(address).context["rows"]] == ["Pagalms"]


# 2. Saved again, a row is replaced.


def test_row_that_is_sent_twice_is_stored_once(client, day):
    address = sheet_of(day.jurors[0])

    for points in ((1, 2), (1, 2), (4, 0)):
        answer = client.post(address, row(day, "Tilts", *points))

    key = day.solutions["Tilts"].pk
    assert (answer.status_code, answer.url) == (302, f"{address}?saved={key}#s{key}")
    assert sorted(Score.objects.values_list("value", flat=True)) == [0, 4]


def test_some_criteria_may_wait(client, day):
    address = sheet_of(day.jurors[0])

    client.post(address, row(day, "Tilts", 5))

    page = client.get(address)
    shown = [(each.number, each.is_complete) for each in page.context["rows"]]
    assert shown == [(0, False), (1, False)]
    assert places(day) == [("Pagalms", None, "None"), ("Tilts", None, "None")]


# 3. No other points than 0–5.


@pytest.mark.parametrize("value", [6, -1])
def test_database_refuses_other_points(day, value):
    with pytest.raises(IntegrityError), transaction.atomic():
        day.score(0, "Tilts", value)


@pytest.mark.parametrize("value", ["6", "-1", "2.5", "x", "²"])
def test_sheet_refuses_other_points(client, day, value):
    answer = client.post(sheet_of(day.jurors[0]), row(day, "Tilts", value, 4))

    assert (answer.status_code, Score.objects.count()) == (422, 0)


def test_database_refuses_points_across_ideathons(day):
    other = Day("Svešais")
    with pytest.raises(IntegrityError, match="different ideathons"), transaction.atomic():
        Score.objects.create(
            juror=day.jurors[0],
            solution=other.solutions["Svešais"],
            criterion=day.criteria[0],
            value=3,
        )


# 4 is in `test_ideathon_pages`. 5. After the results nothing changes, whichever way.


def test_after_the_results_the_sheet_answers_that_it_is_too_late(client, day):
    day.score_all()
    actions.publish_results(ideathon=day.ideathon)
    address = sheet_of(day.jurors[0])

    late = client.post(address, row(day, "Tilts", 0, 0))

    assert late.status_code == 409
    assert "rezultāti ir publicēti" in late.text
    assert client.get(address).status_code == 200
    assert places(day) == [("Tilts", 1, "19.00"), ("Pagalms", 2, "14.50")]


@pytest.mark.parametrize(
    "statement",
    [
        "update ideas_score set value = 0",
        "delete from ideas_score",
        "update ideas_criterion set weight = 5",
        "delete from ideas_recusal",
        "update ideas_ideathon set results_at = null where results_at is not null",
    ],
)
def test_database_keeps_results_as_they_are(day, statement):
    day.score_all()
    extra = JurorFactory(ideathon=day.ideathon)
    actions.recuse(juror=extra, solution=day.solutions["Tilts"])
    actions.publish_results(ideathon=day.ideathon)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    with pytest.raises(actions.NotPossible):
        actions.score(juror=extra, solution=day.solutions["Pagalms"], values={})
    with pytest.raises(actions.NotPossible):
        actions.set_recusals(juror=extra, solutions=[])
    with pytest.raises(actions.NotPossible):
        actions.publish_results(ideathon=day.ideathon)


# The ranking.


def test_rank_is_the_weighted_mean_of_those_who_scored_everything(day):
    day.jurors.append(JurorFactory(ideathon=day.ideathon))
    day.score_all()
    day.score(2, "Tilts", 0)  # not complete: does not count

    assert places(day) == [("Tilts", 1, "19.00"), ("Pagalms", 2, "14.50")]


def test_points_of_a_juror_who_recuses_later_do_not_count(day):
    day.score_all()
    actions.recuse(juror=day.jurors[0], solution=day.solutions["Pagalms"])

    assert places(day) == [("Tilts", 1, "19.00"), ("Pagalms", 2, "17.00")]


def test_ties_are_ties_and_the_next_place_is_left_out():
    day = Day("Tilts", "Pagalms", "Ceļš", jurors=("A", "B", "C"))
    for title, points in (("Tilts", (1, 1, 2)), ("Pagalms", (2, 1, 1)), ("Ceļš", (1, 1, 1))):
        for juror, value in enumerate(points):
            day.score(juror, title, value, value)

    ranked = ranking(day.ideathon)

    shown = [(each.solution.title, each.place, each.is_tied) for each in ranked]
    assert shown == [("Pagalms", 1, True), ("Tilts", 1, True), ("Ceļš", 3, False)]
    assert str(ranked[0].total) == "5.33"


def test_nothing_to_publish_is_not_published(day):
    with pytest.raises(actions.NotPossible):
        actions.publish_results(ideathon=day.ideathon)

    Award.objects.create(
        ideathon=day.ideathon, solution=day.solutions["Tilts"], place=1, decision_lv="Jā"
    )
    assert actions.publish_results(ideathon=day.ideathon) == 0  # no team left an address


def test_solution_that_is_hidden_after_the_results_leaves_the_places_of_others(client, day):
    day.score_all()
    actions.publish_results(ideathon=day.ideathon)
    before = places(day)

    decide(row=day.solutions["Tilts"], to="archived", by=UserFactory())

    day.ideathon.refresh_from_db()
    assert places(day) == before
    page = client.get(day.ideathon.url_in("lv"))
    assert [(each.solution.title, each.place) for each in page.context["ranked"]] == [
        ("Pagalms", 2)
    ]


def test_judged_solution_stays_in_its_ideathon(editor_client, day):
    other = Day("Svešais")
    day.score_all()
    solution = day.solutions["Tilts"]
    form = reverse("admin:ideas_solution_change", args=[solution.pk])

    answer = editor_client.post(form, sent(editor_client.get(form), challenge=other.challenge.pk))

    assert [*errors(answer)] == ["challenge"]
    with pytest.raises(IntegrityError, match="was judged"), transaction.atomic():
        type(solution).objects.filter(pk=solution.pk).update(challenge=other.challenge)
