"""The score of the data equals its table of criteria; SQL and Python agree; the page is public."""

import random
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core.admin.translated import lacking_names
from partnership.models import Person
from projects.criteria import CRITERIA
from projects.models import AcknowledgementRule, Project, Result
from projects.quality import missing, scores, with_score
from projects.quality_page import figures
from tests.factories import (
    FundFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    ProjectFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db
WEIGHTS = {each.key: each.weight for each in CRITERIA}


def judged(project):
    """{criterion: met} of what is asked of a project, told from its rows one by one."""
    parts = list(project.participations.all())
    fund, programme = project.programme.fund, project.programme
    told = {
        "cost": project.total_cost is not None,
        "rate": project.cofinancing_rate is not None,
        "dates": bool(project.start_on and (project.end_on or project.duration_months)),
        "lead": any(each.role == "lead" for each in parts),
        "contact": any(each.contact and each.contact.is_shown for each in parts),
        "place": bool(project.places),
        "theme": project.themes.exists(),
        "summary": bool(project.summary_lv and project.summary_en),
        "aims": bool(project.aims_lv),
        "languages": not lacking_names(project),
        "cover": bool(project.cover and project.cover.is_described),
    }
    if fund.is_eu or programme.number_pattern:
        told["number"] = bool(project.number or any(each.number for each in parts))
    if parts:
        told["consent"] = all(each.agreed_on for each in parts)
    if project.status == "completed":
        reached = project.results.filter(is_planned=False).exists()
        told["results"] = bool(project.outcome_lv) or reached
    if fund.is_eu:
        rules = AcknowledgementRule.objects.filter(funds=fund, verification="read")
        told["rule"] = any(each.holds_in(programme.period_start) for each in rules)
    return told


def expected(project):
    told = judged(project)
    asked = sum(WEIGHTS[key] for key in told)
    return round(100 * sum(WEIGHTS[key] for key, met in told.items() if met) / asked)


def random_project(dice, programmes, picture):
    def maybe(value, other=""):
        return value if dice.random() < 0.5 else other

    project = ProjectFactory(
        programme=dice.choice(programmes),
        territories=[] if dice.random() < 0.5 else None,
        title_en=maybe("Title"),
        number=maybe(f"{dice.random()}"),
        status=maybe("completed", "running"),
        total_cost=maybe(100, None),
        cofinancing_rate=maybe(50, None),
        start_on=maybe(date(2019, 1, 1), None),
        end_on=maybe(date(2020, 1, 1), None),
        duration_months=maybe(12, None),
        cover=maybe(picture, None),
        **{name: maybe("A") for name in ("summary_lv", "summary_en", "aims_lv", "outcome_lv")},
    )
    part = project.participations.get()
    part.role, part.agreed_on = maybe("lead", "partner"), maybe(date(2020, 1, 1), None)
    part.number, part.place_lv = maybe("7"), maybe("Engure")
    people = Person.objects.create
    part.contact = maybe(people(organisation=part.organisation, name="A"), None)
    if part.contact and dice.random() < 0.3:
        part.contact.is_public = False
        part.contact.save()
    part.save()
    project.themes.set(maybe([ThemeFactory()], []))
    if dice.random() < 0.5:
        Result.objects.create(project=project, label_lv="A", value=1, is_planned=maybe(True, False))
    return project


def test_scores_in_sql_equal_the_table_of_criteria(picture):
    dice = random.Random(4)
    eu, own = FundFactory(), FundFactory(kind="own")
    rule = AcknowledgementRule.objects.create(name="N", verification="read", period_start=2014)
    rule.funds.add(eu)
    programmes = [
        ProgrammeFactory(fund=eu),
        ProgrammeFactory(fund=eu, period_start=2007),
        ProgrammeFactory(fund=own),
        ProgrammeFactory(fund=own, number_pattern="x"),
    ]
    for _time in range(40):
        random_project(dice, programmes, picture)

    projects = list(Project.objects.all())
    wanted = {each.pk: expected(each) for each in projects}
    sorted_by = {each.pk: round(each.quality_score) for each in with_score(Project.objects.all())}
    assert scores(Project.objects.all()) == wanted
    assert {pk: abs(sorted_by[pk] - wanted[pk]) <= 1 for pk in wanted} == dict.fromkeys(
        wanted, True
    )
    assert {each.pk: missing(each)[0] for each in projects} == wanted
    assert len(set(wanted.values())) > 10


def test_what_would_raise_the_score_comes_with_its_points():
    project = ProjectFactory(programme__fund__kind="own", total_cost=5)

    score, gains = missing(project)
    best = gains[0]
    project.aims_lv = project.aims_en = "A"
    project.save()

    keys = [criterion.key for criterion, _points in gains]
    assert "aims" in keys
    assert not {"cost", "rule"} & set(keys)
    added = {criterion.key: points for criterion, points in gains}["aims"]
    assert missing(project)[0] == score + added
    assert best[1] == max(points for _criterion, points in gains)


@pytest.mark.parametrize("number", [1, 3])
def test_figures_take_two_questions_however_many_projects(number, django_assert_num_queries):
    for _time in range(number):
        ProjectFactory(owner=PartnershipFactory())

    with django_assert_num_queries(2):
        figures()


def test_figures_are_of_published_projects_and_partnerships_only():
    own, hidden = PartnershipFactory(title_lv="Sava"), PartnershipFactory(published_at=None)
    ProjectFactory(owner=own, total_cost=1)
    ProjectFactory(owner=hidden)
    ProjectFactory(owner=own, published_at=None, total_cost=1)

    found = figures()

    by_name = dict(zip([each.key for each in CRITERIA], found["criteria"], strict=True))
    assert (by_name["cost"].done, by_name["cost"].of) == (1, 2)
    assert (by_name["results"].done, by_name["results"].of) == (0, 0)
    assert found["whole"].number == 2
    assert sum(each.done for each in found["bands"]) == 2
    assert [(owner, each.number) for owner, each in found["owners"]] == [(own, 1), (None, 1)]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_page_is_public_with_and_without_projects(language):
    with translation.override(language):
        address = reverse("data_quality")
    empty = Client().get(address)
    ProjectFactory(partner=OrganisationFactory(), title_lv="Slepens", published_at=None)
    ProjectFactory()

    page = Client().get(address)

    assert (empty.status_code, page.status_code) == (200, 200)
    assert "<meter" not in empty.text
    assert page.text.count("<meter") >= len(CRITERIA) - 3
    assert "Slepens" not in page.text
    assert f'href="{address}"' in Client().get(address).text
