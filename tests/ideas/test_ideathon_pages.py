"""What visitors see of an ideathon before and after its results, and how solutions come in."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from engage import decisions, links
from engage.forms import stamp
from engage.models import Outbox
from ideas import ideathon_actions as actions
from ideas.models import Award, Ideathon, Juror, Solution
from tests.factories import EventFactory, IdeathonFactory, ProjectFactory, UserFactory
from tests.opendata.reading import text

from .judging_day import Day

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    day = Day("Tilts", "Pagalms")
    day.score_all()
    return day


def award(day, title="Tilts", **fields):
    told = {"place": 1, "amount": 5000, "decision_lv": "Vispirms tilts.", **fields}
    return Award.objects.create(ideathon=day.ideathon, solution=day.solutions[title], **told)


def every_page(day):
    """All public addresses that tell of an ideathon or of its solutions."""
    pages = [day.ideathon.url_in("lv"), day.ideathon.project.url_in("lv")]
    pages += [each.url_in("lv") for each in day.solutions.values()]
    with translation.override("lv"):
        for kind in ("ideathon", "solution"):
            pages += [reverse(f"ideas:{kind}_list"), f"/lv/feeds/{kind}.xml"]
            forms = ("csv", "json", "jsonld", "atom")
            pages += [reverse(f"ideas:{kind}_data", args=[form]) for form in forms]
    return pages


# 4. Before the results no public byte has a score or a rank.


def test_before_the_results_nothing_tells_points_places_or_awards(client, day):
    award(day)
    signs = ("14,5", "14.5", "Vispirms tilts", 'class="place"', "dalīta", "5000.00")

    told = {page: text(client.get(page)) for page in every_page(day)}

    leaks = [(page, sign) for page, shown in told.items() for sign in signs if sign in shown]
    assert leaks == []
    page = client.get(day.ideathon.url_in("lv"))
    assert [each.title for each in page.context["solutions"]] == ["Pagalms", "Tilts"]
    assert page.context["ranked"] == page.context["awards"] == []


# 6. The winner's page and the project's lead to each other.


def test_after_the_results_winner_and_project_lead_to_each_other(client, day):
    project = ProjectFactory(title_lv="Tilts pār Lielupi")
    award(day, funded_project=project)
    hidden = ProjectFactory(title_lv="Slepenais", published_at=None)
    award(day, "Pagalms", place=2, amount=100, funded_project=hidden)
    before = client.get(project.url_in("lv")).text
    assert day.solutions["Tilts"].url_in("lv") not in before

    actions.publish_results(ideathon=day.ideathon)

    page = client.get(day.ideathon.url_in("lv")).text
    winner = client.get(day.solutions["Tilts"].url_in("lv")).text
    back = client.get(project.url_in("lv")).text
    assert page.index("Tilts") < page.index("Vispirms tilts.")
    for each in (page, winner):
        assert project.url_in("lv") in each
        assert "Vispirms tilts." in each
        assert "Slepenais" not in each
    assert "19" in winner
    assert day.solutions["Tilts"].url_in("lv") in back
    assert day.ideathon.url_in("lv") in back


def test_teams_hear_the_results_once(day):
    row = day.solutions["Tilts"]
    Solution.objects.filter(pk=row.pk).update(email="anna@example.lv", name="Anna")
    award(day)

    assert actions.publish_results(ideathon=day.ideathon) == 1

    told = Outbox.objects.get()
    assert (told.to, told.subject) == ("anna@example.lv", "Rezultāti ir publiski: Engures ideatons")
    assert "Vispirms tilts." in told.text


# How solutions come in.


def form(day, **more):
    return {
        "challenge": day.challenge.pk,
        "title": "Peldošā skatuve",
        "summary": "Skatuve ostā.",
        "text": "Pirmais <b>solis</b>.\n\nOtrais solis.",
        "asked": "2500",
        "team": "Ostas puikas",
        "size": "4",
        "name": "Jānis Bērziņš",
        "email": "Janis@Example.lv",
        "shown": stamp(age=10),
        **more,
    }


def address(day):
    with translation.override("lv"):
        return reverse("ideas:send_in", args=[day.ideathon.slug])


def test_solution_is_confirmed_decided_and_then_public(client, day):
    answer = client.post(address(day), form(day))
    row = Solution.objects.get(team="Ostas puikas")
    asked = Outbox.objects.get()
    assert (answer.status_code, row.state, row.email) == (302, "unconfirmed", "janis@example.lv")
    assert [each for each in ("skatuve", "Jānis", "puikas") if each in asked.text] == []
    link = next(each for each in asked.text.split() if "/s/" in each)
    client.get(link)
    row.refresh_from_db()
    assert row.state == "unconfirmed"

    client.post(link, {"do": "confirm"})
    client.post(link, {"do": "confirm"})
    row.refresh_from_db()
    assert (row.state, client.get(row.url_in("lv")).status_code) == ("pending", 404)
    row = decisions.decide(row=row, to=row.State.PUBLISHED, by=UserFactory())

    page = client.get(row.url_in("lv")).text
    assert "<p>Pirmais &lt;b&gt;solis&lt;/b&gt;.</p><p>Otrais solis.</p>" in page
    assert [each for each in ("Jānis", "janis@example.lv") if each in page] == []
    subjects = list(Outbox.objects.order_by("pk").values_list("subject", flat=True))
    assert subjects[1:] == [
        "Esam saņēmuši jūsu risinājumu: Peldošā skatuve",
        "Publicēts: Peldošā skatuve",
    ]


def test_form_sent_twice_is_one_solution(client, day):
    data = form(day)
    for _time in range(2):
        assert client.post(address(day), data).status_code == 302

    assert Solution.objects.filter(team="Ostas puikas").count() == 1


def test_form_that_comes_too_late_keeps_what_was_typed(client, day):
    Ideathon.objects.update(solutions_close_at=timezone.now() - timedelta(minutes=5))

    late = client.post(address(day), form(day))

    assert (late.status_code, Solution.objects.filter(team="Ostas puikas").count()) == (200, 0)
    assert "Peldošā skatuve" in late.text
    assert "Otrais solis." in late.text
    assert 'name="title"' not in client.get(address(day)).text


def test_page_of_the_day_leads_to_its_ideathon(client, day):
    event = EventFactory()
    Ideathon.objects.filter(pk=day.ideathon.pk).update(event=event)
    IdeathonFactory(event=event, title_lv="Melnraksts", published_at=None)

    page = client.get(event.get_absolute_url()).text

    assert f'<a href="{day.ideathon.get_absolute_url()}">' in page
    assert "Melnraksts" not in page


def test_more_money_than_there_is_cannot_be_asked_for(client, day):
    refused = client.post(address(day), form(day, asked="10000.01"))

    assert "10\u00a0000\u00a0€" in refused.text
    assert Solution.objects.filter(team="Ostas puikas").count() == 0


def test_team_corrects_what_came_back_and_it_waits_again(client, day):
    row = day.solution(
        "Skatuve", published_at=None, email="anna@example.lv", body_lv="<p>Viens.</p>"
    )
    decisions.decide(row=row, to=row.State.RETURNED, by=UserFactory(), reason="Kur?")
    link = next(each for each in Outbox.objects.get().text.split() if "/s/" in each)
    page = client.get(link).text
    assert "Kur?" in page
    assert "Viens." in page

    client.post(link, {**form(day), "do": "correct"})

    row.refresh_from_db()
    assert (row.state, row.title_lv, row.reason) == ("pending", "Peldošā skatuve", "Kur?")


def test_team_deletes_its_data(client, day):
    row = day.solution("Skatuve", email="anna@example.lv", name="Anna")
    with translation.override("lv"):
        link = reverse("ideas:my_solution", args=[links.token(row, links.MANAGE)])

    client.post(link, {"do": "forget"})

    row.refresh_from_db()
    assert (row.name, row.email, row.is_published) == ("", None, True)
    assert client.get(link).status_code == 410


def test_names_go_a_year_after_the_results(day):
    row = day.solutions["Tilts"]
    Solution.objects.filter(pk=row.pk).update(email="anna@example.lv", name="Anna")
    actions.publish_results(ideathon=day.ideathon)
    juror, year = day.jurors[0], timezone.now() + timedelta(days=366)

    assert Solution.objects.forget_people(timezone.now()) == 0
    assert Solution.objects.forget_people(year) == 1
    assert type(juror).objects.forget_people(year) == 2

    juror.refresh_from_db()
    assert (juror.name, juror.email, juror.scores.count()) == ("", None, 4)


@pytest.mark.parametrize("closes", [timezone.now(), None])
def test_names_go_also_where_results_never_come(day, closes):
    Ideathon.objects.update(solutions_close_at=closes)
    Solution.objects.update(email="anna@example.lv", name="Anna")

    for model, number in ((Solution, 2), (Juror, 2)):
        assert model.objects.forget_people(timezone.now()) == 0
        assert model.objects.forget_people(timezone.now() + timedelta(days=366)) == number
