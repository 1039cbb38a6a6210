"""The publication check finds the faults of five known pages and is quiet where all is well."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from core.faults import Fault
from core.models import BrokenLink, Image
from core.publication.checking import check
from core.publication.ends import named_ends
from core.publication.findings import WORDS
from core.publication.relative import relative_dates
from partnership.models import Person
from projects.models import AcknowledgementRule, Participation, Project, Result
from tests.factories import (
    FundFactory,
    OrganisationFactory,
    PageFactory,
    ProgrammeFactory,
    ProjectFactory,
    ThemeFactory,
)


def found(row):
    """[(code, field, detail)]"""
    return [(each.code, each.field, each.detail) for each in check(row)]


def codes(row):
    return [each.code for each in check(row)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pirmais brauciens plānots jau šī gada oktobrī.", ["šī gada"]),  # S0
        ("Projekts norisinās no šī gada jūlija līdz decembrim.", ["šī gada"]),  # S2
        ("pasākumā, kas norisinājās šī gada 5. decembrī", ["šī gada"]),  # S2
        ("partnerības tikai tagad uzsāk Leader pieejas īstenošanu", ["tikai tagad"]),  # S2
        ("pieredzes nodošana ir būtiska tieši šobrīd.", ["šobrīd"]),  # S2
        ("„Partnerība Daugavkrasts” šī gada laikā realizētais", ["šī gada laikā"]),  # S4
        ("tiks īstenots līdz šī gada novembrim", ["šī gada"]),  # S4
        ("Šogad un nākamgad, arī šomēnes.", ["Šogad", "nākamgad", "šomēnes"]),
        ("šajā gadā, šim gadam, šo gadu", ["šajā gadā", "šim gadam", "šo gadu"]),
        ("pagājušajā gadā, pagājušā gada maijā", ["pagājušajā gadā", "pagājušā gada"]),
        ("nākamajā mēnesī un jau drīz", ["nākamajā mēnesī", "jau drīz"]),
        ("2021. gadā, tā gada oktobrī, visu gadu, šo gadu laikā", []),
        ("Nākamais solis ir pagājušais laiks, un šis gadījums.", []),
        ("Šīs vietas drīzums nav datums.", []),
    ],
)
def test_relative_dates_in_latvian(text, words):
    assert relative_dates(text, "lv") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The first trip is planned for October this year.", ["this year"]),
        ("It ended last year; next month we begin.", ["last year", "next month"]),
        ("Currently, and very soon.", ["Currently", "very soon"]),
        ("In the last year of the project, as soon as possible, in 2021.", []),
        ("The next month brought rain; this method works.", []),
    ],
)
def test_relative_dates_in_english(text, words):
    assert relative_dates(text, "en") == words


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        ("lv", "Līdz ar oktobra beigām ir noslēdzies arī projekts.", [(None, 10, None)]),  # S4
        ("lv", "Projekts tiks īstenots līdz šī gada novembrim.", [(None, 11, None)]),  # S4
        ("lv", "Projekts līdz 2021. gada oktobra beigām noslēdzies.", [(2021, 10, None)]),
        ("lv", "Projekts noslēdzās 2021. gada 31. oktobrī.", [(2021, 10, 31)]),
        (
            "lv",
            "Projekta laiks: no 2019. gada 29. augusta – 2020. gada 12. decembrim.",  # S1
            [(2020, 12, 12)],
        ),
        ("lv", "Projekts ilgst līdz 12.12.2020.", [(2020, 12, 12)]),
        ("lv", "Projektam pieteikties var līdz 2020. gada 1. martam.", []),
        ("lv", "Projekta noslēguma pasākumā 2020. gada 5. decembrī tikās.", []),
        ("lv", "Projekts sākās 2020. gada martā. Tirgus ir līdz maijam.", []),
        ("en", "The project runs from 29 August 2019 to 12 December 2020.", [(2020, 12, 12)]),
        ("en", "The project ends in May 2021.", [(2021, 5, None)]),
        ("en", "The project runs until the end of October 2021.", [(2021, 10, None)]),
        ("en", "Apply for the project until 3 May 2021. It may rain.", []),
    ],
)
def test_named_ends(language, text, ends):
    assert [(each.year, each.month, each.day) for each in named_ends(text, language)] == ends


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Labs teksts par ELFLA un ES fondiem.</p>", []),
        ("<h2>Viens</h2><h3>Divi</h3><h2>Trīs</h2>", []),
        ("<h3>Apakšvirsraksts</h3><p>Teksts.</p>", []),
        ("<h2>Viens</h2><h4>Trīs</h4>", [("heading-skips", "Trīs")]),
        ("<h4>Trīs</h4>", [("heading-skips", "Trīs")]),
        ("<h2> </h2>", [("heading-empty", "")]),
        ('<p>Video atrodams <a href="/x">ŠEIT</a></p>', [("link-words", "ŠEIT")]),  # S1
        ('<p><a href="/x">te</a> <a href="/y">here</a></p>',
         [("link-words", "te"), ("link-words", "here")]),
        ('<p><a href="/x">Lasīt vairāk …</a></p>', [("link-words", "Lasīt vairāk …")]),
        ('<p>A <a href="/x"></a> b.</p>', [("link-empty", "/x")]),
        ('<p><a href="/x"><img src="/picture/1/" alt=""></a></p>', []),
        (
            '<p><a href="https://a.lv/b">https://a.lv/b</a></p>',
            [("link-address", "https://a.lv/b")],
        ),
        ("<p>Grieķijas https://atticaislandsnetwork.gr un</p>",
         [("link-address", "https://atticaislandsnetwork.gr")]),  # S0
        ("<p>Pētījums: ej.uz/PetijumsNVOe.uz/PetijumsNVO.</p>",
         [("address-twice", "ej.uz/PetijumsNVOe.uz/PetijumsNVO")]),  # S4
        ('<p><a href="https://ej.uz/PetijumsNVOe.uz/PetijumsNVO">Pētījums</a></p>',
         [("address-twice", "https://ej.uz/PetijumsNVOe.uz/PetijumsNVO")]),
        ('<p><a href="petijums">Pētījums</a></p>', [("address-incomplete", "petijums")]),
        ('<p><a href="https://web.archive.org/web/2021/https://a.lv/b">Arhīvs</a></p>', []),
        ('<p><a href="mailto:a@b.lv">Raksti Ievai</a></p>', []),
        ("<p><strong>Mērķi</strong></p>", [("heading-bold", "Mērķi")]),
        ("<p><strong>Pieteikties līdz maijam!</strong></p>", []),
        ("<p><strong>Mērķis</strong> ir labs.</p>", []),
        ("<table><tbody><tr><td>1</td></tr></tbody></table>", [("table-headless", "1")]),
        ("<table><tbody><tr><th>A</th></tr><tr><td>1</td></tr></tbody></table>", []),
        ("<p>VISI LAIPNI AICINĀTI PIEDALĪTIES</p>",
         [("capitals", "VISI LAIPNI AICINĀTI PIEDALĪTIES")]),
        ("<p>Fondi ELFLA, ERAF un VPR ir partneri.</p>", []),
        ("<p>Šogad sākam.</p><blockquote><p>Šogad viss mainās.</p></blockquote>",
         [("relative-date", "Šogad")]),
        ("<p>Projekts ir līdz maijam.</p><p>Projekts ir līdz 2021. gada jūnijam.</p>",
         [("ends-disagree", "ir līdz maijam ≠ ir līdz 2021. gada jūnijam")]),
        ("<p>Noslēdzies projekts „Kaimiņi”</p>", [("repeated", "Noslēdzies projekts „Kaimiņi”")]),
    ],
)  # fmt: skip
def test_text_is_judged_as_its_readers_would(html, expected):
    page = PageFactory.build(title_lv="Noslēdzies projekts „Kaimiņi”", body_lv=html, body_en=html)
    page.body_en = ""

    ours = [(code, detail) for code, _field, detail in found(page) if code != "translation"]

    assert ours == sorted(expected, key=lambda pair: WORDS[pair[0]].weight != "rule")


@pytest.fixture
def complete(db, picture):
    """A project that is in order, under a fund of the Union."""
    fund = FundFactory(name_en="Fund")
    rule = AcknowledgementRule.objects.create(
        name="Noteikums",
        period_start=2014,
        statement_lv="Līdzfinansē Eiropas Savienība",
        statement_en="Co-funded by the European Union",
        verification="read",
    )
    rule.funds.add(fund)
    organisation = OrganisationFactory(name_en="Lead")
    project = ProjectFactory(
        title_lv="Piekrastes ciemi",
        title_en="Coastal villages",
        programme=ProgrammeFactory(fund=fund, number_pattern=r"\d{2}-A019"),
        partner=organisation,
        number="19-A019",
        status="completed",
        total_cost=50_000,
        cofinancing_rate=100,
        start_on=date(2019, 8, 29),
        end_on=date(2020, 12, 12),
        cover=picture,
        **{
            f"{name}_{language}": text
            for name, texts in {
                "summary": ("Divi ciemi.", "Two villages."),
                "aims": ("<p>Mērķis.</p>", "<p>Aim.</p>"),
                "outcome": (
                    "<p>Projekts noslēdzās 2020. gada decembrī.</p>",
                    "<p>The project ended in December 2020.</p>",
                ),
            }.items()
            for language, text in zip(("lv", "en"), texts, strict=True)
        },
    )
    project.themes.add(ThemeFactory())
    contact = Person.objects.create(organisation=organisation, name="Ieva")
    project.participations.update(role="lead", agreed_on=date(2019, 1, 1), contact=contact)
    return Project.objects.get()


def test_complete_project_brings_no_finding(complete):
    assert found(complete) == []


def changed(project, **fields):
    """The project with other values, read again."""
    Project.objects.filter(pk=project.pk).update(**fields)
    return Project.objects.get(pk=project.pk)


YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"number": ""}, [("number-missing", "number", "")]),
        ({"number": "19/1"}, [("number-unusual", "number", "19/1")]),
        ({"total_cost": None}, [("cost-missing", "total_cost", "")]),
        ({"cofinancing_rate": None}, [("rate-missing", "cofinancing_rate", "")]),
        ({"aims_lv": "", "aims_en": ""}, [("aims-missing", "aims_lv", "")]),
        ({"outcome_lv": "", "outcome_en": ""}, [("results-missing", "outcome_lv", "")]),
        ({"start_on": None}, [("start-missing", "start_on", "")]),
        ({"status": "running"}, [("running-ended", "status", "2020-12-12")]),
        (
            {"end_on": None, "outcome_lv": "<p>Labi.</p>", "outcome_en": "<p>Well.</p>"},
            [("end-missing", "end_on", "")],
        ),
        ({"aims_en": ""}, [("translation", "aims_en", "3/4")]),
        (
            {
                "body_lv": "<p>Projekts tiks īstenots līdz šī gada novembrim.</p>",
                "body_en": "<p>A</p>",
            },
            [
                ("relative-date", "body_lv", "šī gada"),
                ("end-contradicts", "body_lv", "īstenots līdz šī gada novembrim ≠ 2020-12-12"),
            ],
        ),
    ],
)  # fmt: skip
def test_what_a_project_lacks(complete, fields, expected):
    assert found(changed(complete, **fields)) == expected


def test_rule_statement_and_emblem_are_asked_for(complete):
    rules = AcknowledgementRule.objects.all()

    rules.update(verification="secondary", statement_en="")
    assert codes(complete) == ["rule-unverified", "statement-language"]
    rules.update(emblem="none", statement_lv="", verification="read")
    assert codes(Project.objects.get()) == ["emblem-missing", "statement-missing"]
    rules.delete()
    assert codes(Project.objects.get()) == ["rule-missing", "statement-missing"]


def test_partners_consent_lead_and_contact_are_asked_for(complete):
    parts = Participation.objects.all()
    parts.update(role="partner", agreed_on=None)
    Person.objects.update(public_until=YESTERDAY)

    assert codes(Project.objects.get()) == ["lead-missing", "consent-missing", "contact-hidden"]
    parts.get().organisation.__class__.objects.update(is_natural_person=True)
    assert "consent-person" in codes(Project.objects.get())


def test_place_is_asked_for(complete):
    complete.territories.clear()

    assert codes(Project.objects.get()) == ["place-missing"]


def test_figures_that_were_reached_are_results(complete):
    Result.objects.create(project=complete, label_lv="A", label_en="A", value=1)

    assert codes(changed(complete, outcome_lv="", outcome_en="")) == []


def test_pictures_without_description_are_found_wherever_they_stand(complete):
    Image.objects.update(alt_en="")
    picture = Image.objects.get()
    text = f'<p>A</p><figure><img src="/picture/{picture.pk}/" alt=""></figure>'
    project = changed(complete, body_lv=text, body_en="<p>A</p>")
    project.gallery.create(image=picture)

    assert [(code, field) for code, field, _ in found(project)] == [
        ("alt-missing", "cover"),
        ("alt-missing", "gallery"),
        ("alt-missing", "body_lv"),
    ]


def test_broken_link_counts_until_its_address_is_corrected(complete):
    link = '<p><a href="https://ej.uz/beigts">Pētījums</a></p>'
    place = {"label": "projects.project", "object_id": complete.pk, "field": "body_lv"}
    BrokenLink.objects.create(url="https://ej.uz/beigts", reason="gone", **place)

    project = changed(complete, body_lv=link, body_en="<p>A</p>")
    assert found(project) == [("link-broken", "body_lv", "https://ej.uz/beigts")]
    assert found(changed(project, body_lv="<p>A</p>")) == []


def test_nightly_check_keeps_faults_of_published_pages_only(complete):
    changed(complete, total_cost=None)
    PageFactory(title_en="", published_at=None, summary_lv="SLEPENI MELNI MELNRAKSTI DRAUDI")
    gone = Fault.objects.create(label="projects.project", object_id=0, code="cost-missing")

    call_command("check_pages", verbosity=0)
    first = Fault.objects.get(code="cost-missing")
    call_command("check_pages", verbosity=0)

    faults = list(Fault.objects.filter(label="projects.project"))
    assert [(each.object_id, each.code) for each in faults] == [(complete.pk, "cost-missing")]
    assert faults[0].found_at == first.found_at
    assert gone not in Fault.objects.all()
    assert not Fault.objects.filter(label="pages.page").exists()


def test_every_code_has_all_its_words():
    lacking = [code for code, each in WORDS.items() if not (each.what and each.why and each.mend)]
    unsourced = [code for code, each in WORDS.items() if each.weight == "rule" and not each.source]

    assert (lacking, unsourced) == ([], [])
