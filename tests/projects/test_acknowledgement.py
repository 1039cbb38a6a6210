"""The rule of the fund, period and level decides what a page says about its money."""

import re

import pytest
from django.core.management import call_command
from django.utils import translation

from projects.acknowledgement import acknowledgement
from projects.models import AcknowledgementRule, Fund, SiteAcknowledgement
from projects.rule_loading import load_rules
from tests.factories import (
    AcknowledgementRuleFactory,
    FundFactory,
    PostFactory,
    ProgrammeFactory,
    ProjectFactory,
)

pytestmark = pytest.mark.django_db


def made(fund=None, start=2023, **fields):
    programme = {"period_start": start, "period_end": start + 6}
    programme |= {"fund": fund} if fund else {}
    return ProjectFactory(programme=ProgrammeFactory(**programme), **fields)


def shipped(slug):
    load_rules(report=lambda line: None)
    return Fund.objects.get(slug=slug)


@pytest.mark.parametrize(
    ("fund", "start", "level", "expected"),
    [
        ("elfla", 2023, "cofunded", "Līdzfinansē Eiropas Savienība"),
        ("elfla", 2023, "funded", "Finansē Eiropas Savienība"),
        ("ejzaf", 2021, "cofunded", "Līdzfinansē Eiropas Savienība"),
        ("ejzf", 2014, "cofunded", "Eiropas Savienība"),
        ("ejzf", 2014, "funded", "Eiropas Savienība"),
        (
            "elfla",
            2014,
            "cofunded",
            "Eiropas Lauksaimniecības fonds lauku attīstībai: Eiropa investē lauku apvidos",
        ),
    ],
)
def test_fund_period_and_level_choose_the_statement(fund, start, level, expected):
    found = acknowledgement(made(shipped(fund), start, funding_level=level))

    assert (found.statement, found.has_emblem, found.in_first_screen) == (expected, True, True)


def test_statement_follows_the_language():
    found = acknowledgement(made(shipped("elfla")))

    with translation.override("en"):
        assert found.statement == "Co-funded by the European Union"
        assert found.national_line == (
            "Supported by the Ministry of Agriculture and the Rural Support Service"
        )


def test_fund_is_named_where_the_rule_of_2014_asks_for_it():
    old, new = (acknowledgement(made(shipped("eraf"), start)) for start in (2014, 2021))

    assert (old.fund_name, new.fund_name) == ("Eiropas Reģionālās attīstības fonds", "")


def test_national_money_has_no_emblem_and_no_place_in_the_first_screen():
    fund = FundFactory(slug="sif", kind="national")

    found = acknowledgement(made(shipped(fund.slug), 2021))

    assert (found.has_emblem, found.in_first_screen) == (False, False)
    assert found.statement.startswith("Projektu finansiāli atbalsta Sabiedrības integrācijas")


def test_without_a_rule_the_sentence_of_the_programme_stands_and_the_emblem_of_an_eu_fund():
    project = made(FundFactory(kind="eu"))
    project.programme.statement_lv = "Projektu atbalsta fonds."

    found = acknowledgement(project)

    assert (found.rule, found.has_emblem, found.statement, found.sentence) == (
        None,
        True,
        "Projektu atbalsta fonds.",
        "",
    )


def test_programme_may_have_a_national_line_of_its_own():
    project = made(shipped("elfla"))
    project.programme.national_line_lv = "Atbalsta ministrija"

    assert acknowledgement(project).national_line == "Atbalsta ministrija"


def test_rules_that_staff_changed_are_not_written_over(capsys):
    load_rules(report=lambda line: None)
    AcknowledgementRule.objects.filter(slug="elfla-2023").update(statement_lv="Cits teksts")

    call_command("load_rules")

    assert AcknowledgementRule.objects.get(slug="elfla-2023").statement_lv == "Cits teksts"
    assert capsys.readouterr().out == "Nothing to add.\n"


def test_what_was_not_read_at_its_source_is_not_verified():
    for slug in ("sif", "arlietu-ministrija", "eez-un-norvegijas-granti"):
        FundFactory(slug=slug, kind="national")
    load_rules(report=lambda line: None)

    doubtful = AcknowledgementRule.objects.exclude(verification="read")

    assert {rule.slug for rule in doubtful} == {
        "elfla-2014",
        "sif",
        "arlietu-ministrija-2020",
        "aktivo-iedzivotaju-fonds",
    }
    assert [rule.slug for rule in AcknowledgementRule.objects.all() if not rule.source] == []


def test_admin_marks_rules_that_are_not_verified(editor_client):
    AcknowledgementRuleFactory(name_lv="Drošais", verification="read")
    AcknowledgementRuleFactory(name_lv="Šaubīgais", verification="secondary")

    rows = editor_client.get("/admin/projects/acknowledgementrule/").text.split("<tr")

    marks = {
        name: re.findall("state-(public|ended)", row)
        for name in ("Drošais", "Šaubīgais")
        for row in rows
        if name in row and "</td>" in row
    }
    assert marks == {"Drošais": ["public"], "Šaubīgais": ["ended"]}


@pytest.mark.parametrize(("verification", "warnings"), [("read", 0), ("secondary", 1)])
def test_form_of_a_rule_says_first_that_nobody_verified_it(editor_client, verification, warnings):
    rule = AcknowledgementRuleFactory(verification=verification)

    page = editor_client.get(f"/admin/projects/acknowledgementrule/{rule.pk}/change/").text

    assert page.count('class="warning"') == warnings


@pytest.mark.parametrize(
    ("years", "period"),
    [
        ((2014, 2020), "2014–2020"),
        ((2020, 2020), "2020"),
        ((2021, None), "2021–"),
        ((None,) * 2, ""),
    ],
)
def test_period_of_a_rule_reads_as_years_do(years, period):
    assert AcknowledgementRule(period_start=years[0], period_end=years[1]).period == period


def test_post_about_two_projects_says_whose_money_is_whose(client):
    fund = shipped("elfla")
    post = PostFactory(projects=[made(fund, title_lv="Ezeri"), made(fund, title_lv="Meži")])

    page = client.get(post.url_in("lv")).text

    assert set(re.findall(r"<p><b>(\w+)</b></p>", page)) == {"Ezeri", "Meži"}


def test_post_shows_the_statement_of_its_projects_first_and_once(client):
    fund = shipped("elfla")
    post = PostFactory(projects=[made(fund), made(fund), made(fund, published_at=None)])

    head, _cover, rest = client.get(post.url_in("lv")).text.partition('<figure class="ncover">')

    assert head.count("Līdzfinansē Eiropas Savienība") == 1
    assert rest.count("Līdzfinansē Eiropas Savienība") == 2


def test_page_says_in_which_language_a_statement_is(client):
    rule = AcknowledgementRuleFactory(funds=[FundFactory()], statement_en="")
    project = made(rule.funds.get())

    page = client.get(project.url_in("en")).text

    assert '<span lang="lv">Līdzfinansē Eiropas Savienība</span>' in page


def test_footer_takes_the_words_of_the_rule(client):
    rule = AcknowledgementRuleFactory(level="site", statement_lv="Vietni finansē fonds.")
    SiteAcknowledgement.objects.create(rule=rule, number="Nr. 7")

    foot = client.get("/lv/").text.partition("foot-fund")[2]

    assert "Vietni finansē fonds." in foot
    assert "Nr. 7" in foot
    assert "img/eu" in foot
