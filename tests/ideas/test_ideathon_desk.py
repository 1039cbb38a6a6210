"""What staff do with an ideathon: jury, links, awards within the budget, protocol, results."""

import io
from threading import Barrier, Thread

import pypdf
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, connections, transaction
from django.urls import reverse

from core.audit import AuditEntry
from core.roles import AUTHOR, EDITOR, MODERATOR
from engage.models import Outbox
from ideas import ideathon_actions as actions
from ideas import protocol
from ideas.ideathon_ranking import ranking
from ideas.models import Award, Ideathon, Juror, Solution
from tests.admin.forms import sent
from tests.factories import IdeathonFactory, PartnershipFactory, UserFactory

from .judging_day import Day

pytestmark = pytest.mark.django_db
ADDRESS = "admin:ideas_ideathon_{}"


@pytest.fixture
def day():
    return Day("Tilts", "Pagalms", owner=PartnershipFactory(), budget=6000)


@pytest.fixture
def editor(client, day):
    user = UserFactory(groups=[EDITOR])
    user.partnerships.add(day.ideathon.owner)
    client.force_login(user)
    return client


def address(day, name):
    return reverse(ADDRESS.format(name), args=[day.ideathon.pk])


def give(day, title, place, amount):
    told = {"solution": day.solutions[title], "place": place, "amount": amount}
    return Award.objects.create(ideathon=day.ideathon, decision_lv="Jā", **told)


def test_matrix_shows_who_has_scored_what(editor, day):
    day.score_all()
    actions.recuse(juror=day.jurors[1], solution=day.solutions["Pagalms"])

    matrix = editor.get(address(day, "jury")).context["matrix"]

    assert [(str(juror), done, of) for juror, done, of in matrix.jurors] == [
        ("Ilze", 2, 2),
        ("Pēteris", 1, 1),
    ]
    lines = [
        (str(line.solution), str(line.total), [cell.is_recused for cell in line.cells])
        for line in matrix.lines
    ]
    assert lines == [("Tilts", "19.00", [False, False]), ("Pagalms", "12.00", [False, True])]
    assert matrix.is_complete


def test_staff_add_a_juror_who_gets_one_link(editor, day):
    new = {"name": "Zenta", "email": "Zenta@Example.lv", "organisation": "", "language": "lv"}

    editor.post(address(day, "juror"), new)
    again = editor.post(address(day, "juror"), new)
    for _time in range(2):
        editor.post(address(day, "links"))

    assert "Šis cilvēks jau ir žūrijā." in again.text
    assert sorted(Juror.objects.values_list("name", flat=True)) == ["Ilze", "Pēteris", "Zenta"]
    told = Outbox.objects.get(to="zenta@example.lv")
    assert (told.subject, Outbox.objects.count()) == ("Jūsu vērtēšanas lapa: Engures ideatons", 3)
    link = next(each for each in told.text.split() if "/z/" in each)
    assert editor.get(link).status_code == 200
    editor.post(address(day, "links"), {"row": Juror.objects.get(name="Zenta").pk})
    assert (Outbox.objects.count(), editor.get(link).status_code) == (4, 410)


def test_staff_set_recusals_and_take_out_who_has_not_scored(editor, day):
    day.score(0, "Tilts", 3, 3)
    ilze, peteris = day.jurors
    key = day.solutions["Pagalms"].pk

    editor.post(address(day, "juror"), {"row": ilze.pk, "recused": [key, "x"], "do": "recusals"})
    editor.post(address(day, "juror"), {"row": ilze.pk, "do": "remove"})
    editor.post(address(day, "juror"), {"row": peteris.pk, "do": "remove"})

    assert list(ilze.recused.values_list("pk", flat=True)) == [key]
    assert list(Juror.objects.all()) == [ilze]


# 7. Awards never exceed the budget, also when two people save at once.


def test_database_refuses_awards_over_the_budget(day):
    give(day, "Tilts", 1, 4000)

    for statement in (
        "update ideas_award set amount = 6000.01",
        "update ideas_ideathon set budget = 3999",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(IntegrityError), transaction.atomic():
        give(day, "Pagalms", 2, 2001)
    give(day, "Pagalms", 2, 2000)


def test_published_solutions_ask_for_no_more_than_there_is(day):
    waiting = day.solution("Estrāde", published_at=None)
    IdeathonFactory(budget=4799)
    Solution.objects.filter(pk=waiting.pk).update(asked=9000)

    for statement in (
        "update ideas_solution set asked = 6000.01 where state = 'published'",
        "update ideas_solution set state = 'published', published_at = now()",
        "update ideas_ideathon set budget = 4799.99",
        "update ideas_challenge set ideathon_id = (select max(id) from ideas_ideathon)",
    ):
        refused = pytest.raises(IntegrityError, match="asks for more than")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    Ideathon.objects.filter(pk=day.ideathon.pk).update(budget=4800)


def test_forms_say_that_there_is_not_so_much_money(day):
    day.ideathon.budget = 4799
    row = day.solutions["Tilts"]
    row.asked = 6001

    with pytest.raises(ValidationError) as less:
        day.ideathon.full_clean()
    with pytest.raises(ValidationError) as more:
        row.full_clean()

    told = "Publicēts risinājums prasa 4\u00a0800\u00a0€: naudas nevar būt mazāk."
    assert less.value.messages == [told]
    assert more.value.messages == ["Tas prasa vairāk naudas, nekā ideatonam ir."]


def test_award_goes_to_a_solution_of_the_same_ideathon(day):
    other = Day("Svešais")
    with pytest.raises(IntegrityError, match="not of ideathon"), transaction.atomic():
        Award.objects.create(
            ideathon=day.ideathon, solution=other.solutions["Svešais"], place=1, decision_lv="Jā"
        )


@pytest.mark.django_db(transaction=True)
def test_two_who_save_at_once_stay_within_the_budget():
    day = Day("Tilts", "Pagalms", budget=6000)
    start, refused = Barrier(2), []

    def save(title, place):
        try:
            start.wait()
            give(day, title, place, 4000)
        except IntegrityError as error:
            refused.append(error)
        finally:
            connections.close_all()

    both = [Thread(target=save, args=each) for each in (("Tilts", 1), ("Pagalms", 2))]
    for each in both:
        each.start()
    for each in both:
        each.join()

    assert (len(refused), Award.objects.count()) == (1, 1)


def test_form_says_what_is_wrong_with_awards_and_keeps_them(editor, day):
    page = reverse(ADDRESS.format("change"), args=[day.ideathon.pk])
    rows = {"awards-TOTAL_FORMS": "2"}
    for at, (title, amount) in enumerate((("Tilts", 4000), ("Pagalms", 2001))):
        rows |= {
            f"awards-{at}-solution": day.solutions[title].pk,
            f"awards-{at}-place": at + 1,
            f"awards-{at}-amount": amount,
            f"awards-{at}-decision_lv": f"Lēmums {at}",
        }

    refused = editor.post(page, sent(editor.get(page), **rows))
    assert "Piešķīrumi kopā ir 6\u00a0001\u00a0€, budžets ir 6\u00a0000\u00a0€." in refused.text
    assert "Lēmums 1" in refused.text
    editor.post(page, sent(editor.get(page), **rows | {"awards-1-amount": 2000}))

    assert list(Award.objects.values_list("place", "amount")) == [(1, 4000), (2, 2000)]


# 8. The protocol and the page say the same.


def test_protocol_has_the_totals_of_the_page_and_is_tagged(editor, day):
    day.score_all()
    actions.recuse(juror=day.jurors[1], solution=day.solutions["Pagalms"])
    give(day, "Tilts", 1, 4000)
    actions.publish_results(ideathon=day.ideathon)
    page = editor.get(day.ideathon.url_in("lv")).context["ranked"]

    answer = editor.post(address(day, "protocol"), {"language": "lv"})

    pdf = pypdf.PdfReader(io.BytesIO(answer.content))
    words = " ".join("".join(each.extract_text() for each in pdf.pages).split())
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"] == "lv"
    for told in ("Engures ideatons", "Ilze", "Pēteris", "Pēteris: Pagalms", "Jā", "4 000 €"):
        assert told in words
    totals = [row[3] for row in protocol.content(day.ideathon, "lv")[0]["results"]]
    assert totals == [str(each.total).rstrip("0").rstrip(".") for each in page] == ["19", "12"]
    assert AuditEntry.objects.filter(kind=AuditEntry.Kind.EXPORT).count() == 1


def test_results_are_published_once_by_a_button(editor, day):
    day.score_all()

    editor.post(address(day, "results"))
    again = editor.post(address(day, "results"), follow=True)

    day.ideathon.refresh_from_db()
    assert day.ideathon.has_results
    assert "Rezultāti jau ir" in again.text
    page = reverse(ADDRESS.format("change"), args=[day.ideathon.pk])
    assert editor.get(page).status_code == 200
    assert [each.place for each in ranking(day.ideathon)] == [1, 2]


@pytest.mark.parametrize("name", ["jury", "juror", "links", "protocol", "results"])
@pytest.mark.parametrize("role", [AUTHOR, MODERATOR, EDITOR])
def test_jury_is_for_those_who_see_people_of_the_own_partnership(client, day, name, role):
    stranger = UserFactory(groups=[role])
    stranger.partnerships.add(day.ideathon.owner if role != EDITOR else PartnershipFactory())
    client.force_login(stranger)

    answers = {client.get(address(day, name)).status_code}
    answers |= {client.post(address(day, name)).status_code}

    assert answers <= {302, 403, 404}
    assert not Ideathon.objects.exclude(results_at=None).exists()
    assert Outbox.objects.count() == 0
