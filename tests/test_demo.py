"""The demonstration holds every fact of the five pages that it was made from.

One long file, because all its tests read one loading, which takes some seconds.
"""

import re
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.utils import translation

from config import demo
from config.demo.accounts import DEMO_ACCOUNTS, working_accounts
from core import counting, roles
from core.models import Image, User
from news.models import Post
from pages.models import GlossaryTerm, Page, SiteProfile
from partnership.models import Office, Organisation, Partnership, Person
from projects.models import Programme, Project, ProjectRelation, SiteAcknowledgement

pytestmark = pytest.mark.django_db
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SMART, COAST = "smart-villages-leader-network", "viedo-ciemu-attistiba-piekrastes-teritorijas"
MOLDOVA, MAKERS = "atbalsts-moldovas-regionu-izaugsmei", "atbalsts-vietejo-produktu-razotajiem"
KOPA, NEIGHBOURS = "kopienu-pardomata-attistiba", "kaiminu-sadarbiba-kopigai-attistibai"


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demonstration, loaded once for this file and taken back at its end; gives its report."""
    lines = []
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("demo"), PASSWORD_HASHERS=QUICK)
    with django_db_blocker.unblock(), files, transaction.atomic():
        demo.load(lines.append)
        yield lines
        transaction.set_rollback(True)


def project(slug):
    return Project.objects.with_details().get(slug_lv=slug)


def partners(slug):
    """{Latvian name as it was then: (role, country)} of one project."""
    found = project(slug)
    day = found.partners_named_on()
    with translation.override("lv"):
        return {
            each.organisation.name_on(day): (each.role, each.organisation.country)
            for each in found.participations.all()
        }


def figures(slug):
    rows = project(slug).results.all()
    return [(each.label_lv, each.sign, int(each.value), each.is_planned) for each in rows]


def names(rows):
    return sorted(row.name_lv for row in rows)


def steps(slug):
    rows = project(slug).milestones.all()
    return [(each.title_lv, each.happens_on, each.precision) for each in rows if each.happens_on]


def test_numbers_status_and_dates_are_those_of_the_pages():
    rows = Project.objects.values_list("slug_lv", "number", "status", "kind", "start_on", "end_on")

    assert {slug: rest for slug, *rest in rows} == {
        SMART: ["19-00-A019.333-000005", "approved", "transnational", None, None],
        COAST: [
            *("19-00-F043.0443-000001", "completed", "transnational"),
            *(date(2019, 8, 29), date(2020, 12, 12)),
        ],
        MOLDOVA: ["", "completed", "development", date(2020, 7, 1), date(2020, 12, 31)],
        KOPA: ["", "running", "interterritorial", None, None],
        NEIGHBOURS: [
            *("2021.LV/NVOF/MAC/039", "completed", "interterritorial"),
            *(None, date(2021, 10, 31)),
        ],
        MAKERS: ["", "completed", "interterritorial", None, None],
    }


def test_numbers_follow_the_form_of_their_programme():
    found = Project.objects.exclude(number="").exclude(programme__number_pattern="")

    assert [bool(re.search(each.programme.number_pattern, each.number)) for each in found] == (
        [True] * 3
    )


def test_network_of_smart_villages_has_four_foreign_and_three_latvian_partners():
    found = partners(SMART)

    scope = Counter("Latvia" if country == "LV" else "abroad" for _role, country in found.values())

    assert scope == {"Latvia": 3, "abroad": 4}
    assert found["Zied zeme"] == ("lead", "LV")
    assert "Sernikon" in found
    assert Counter(country for _role, country in found.values()) == {
        "LV": 3,
        "FI": 2,
        "GR": 1,
        "GB": 1,
    }


def test_sernikon_is_now_juras_zeme_and_the_page_says_so(client):
    organisation = Organisation.objects.get(earlier_names__name_lv="Sernikon")

    page = client.get(f"/en/projects/{SMART}/").content.decode()

    assert organisation.name_lv == "Jūras zeme"
    assert "Sernikon" in page
    assert "Jūras zeme" in page


def test_network_of_smart_villages_plans_20_travellers_and_a_first_trip():
    assert figures(SMART) == [("pieredzes braucienu dalībnieki no Latvijas", "exact", 20, True)]
    assert steps(SMART) == [("Pirmais pieredzes brauciens", date(2022, 10, 1), "month")]
    assert project(SMART).title_language == "en"
    assert project(SMART).measure.code == "19.3"


def test_coast_has_its_money_places_contact_and_counter():
    coast = project(COAST)
    rows = coast.participations.all()
    where = {each.organisation.name_lv: names(each.territories.all()) for each in rows}
    contacts = [(each.contact.name, each.contact.email) for each in rows if each.contact]
    share = coast.funding_shares.get()

    assert (coast.short_name, coast.total_cost, coast.cofinancing_rate) == (
        "Piekrastes viedie ciemi",
        Decimal(50000),
        Decimal(100),
    )
    assert (share.fund.short_name_lv, share.amount, share.rate) == ("EJZF", 50000, 100)
    assert where == {
        "Liepājas rajona partnerība": ["Papes apkaime"],
        "Partnerība laukiem un jūrai": ["Engures apkaime"],
        "Leader Bohuskust och gränsbygd": ["Lysekil"],
    }
    assert coast.lead.organisation.name_lv == "Liepājas rajona partnerība"
    assert contacts == [("Ieva Vītola Deusa", "ieva@plj.lv")]
    assert counting.total(coast) == 108_539


def test_coast_tells_its_trip_of_a_year_its_source_and_its_words():
    coast = project(COAST)

    assert ("Iespēja doties uz Islandi", date(2020, 1, 1), "year") in steps(COAST)
    assert "2017. gada aprīlis" in coast.quotes.get().source_lv
    assert "viedais ciems" in names(coast.glossary_terms.all())
    assert coast.gallery.count() == 4
    assert figures(COAST) == [("finansiāli atbalstīts risinājums", "exact", 1, True)]


def test_moldova_has_its_title_lead_figures_and_closing_day():
    moldova = project(MOLDOVA)

    assert moldova.title_lv == (
        "Atbalsts Moldovas reģionu izaugsmei, sekmējot spēju pielāgoties ārkārtas situācijas"
        " apstākļiem un mazinot COVID-19 radītās sekas ilgtermiņā"
    )
    assert (moldova.start_precision, moldova.end_precision) == ("month", "month")
    assert partners(MOLDOVA) == {
        "Latvijas Lauku forums": ("lead", "LV"),
        "Lauku partnerība „Lielupe”": ("partner", "LV"),
    }
    assert figures(MOLDOVA)[:4] == [
        ("vebināri", "exact", 12, False),
        ("vebināru tēmas", "exact", 10, False),
        ("„Lielupes” vadīti vebināri", "exact", 2, False),
        ("zīmolu grāmatas uzņēmējiem", "exact", 3, False),
    ]
    assert (date(2020, 12, 5), "day") in [row[1:] for row in steps(MOLDOVA)]
    assert names(moldova.territories.all()) == ["Moldovas Ziemeļu reģions"]
    assert "Ārlietu ministrijas" in moldova.programme.statement_lv


@pytest.mark.parametrize(
    "fact",
    [
        *("Tūrisms un tā veicināšanas pasākumi", "Kā parādīt tūrisma iespējas reģionā"),
        *("bioekonomika", "Facebook", "datu bāzes", "„Vešūzī”", "Svētes pilī", "Novada mantojums"),
        *("ColorPasta", "PastaHouse", "LV-Destilāti", "Dārziņi-2", "skalu grozus"),
    ],
)
def test_moldova_activities_name(fact):
    assert fact in project(MOLDOVA).activities_lv


def test_earlier_project_lay_in_nine_municipalities_of_which_six_are_gone():
    found = project(MAKERS).territories.all()

    gone = names(each for each in found if each.valid_to)

    assert len(found) == 9
    assert gone == sorted(
        f"{name} novads"
        for name in ("Ozolnieku", "Tērvetes", "Auces", "Iecavas", "Rundāles", "Vecumnieku")
    )


def test_kopa_has_communities_partners_a_supporter_and_two_quotes():
    kopa = project(KOPA)
    supporter = kopa.participations.get(role="supporter")

    assert (kopa.short_name, kopa.duration_months) == ("KOPA", 24)
    assert figures(KOPA) == [
        ("lauku kopienas", "exact", 32, True),
        ("novadi", "exact", 17, True),
    ]
    assert Counter(role for role, _country in partners(KOPA).values()) == {
        "partner": 4,
        "supporter": 1,
    }
    assert names(supporter.territories.all()) == [
        "Alsungas novads",
        "Kuldīgas novads",
        "Skrundas novads",
    ]
    assert [(each.person, each.role_lv) for each in kopa.quotes.all()] == [
        ("Alīna Lukjanceva", "administratīvā vadītāja un projekta idejas autore"),
        ("Elīna Immere", "valdes locekle"),
    ]


def test_neighbours_have_bounds_themes_places_and_thanks():
    found = project(NEIGHBOURS)

    assert figures(NEIGHBOURS) == [
        ("dalībnieki", "more", 140, False),
        ("idejas", "more", 163, False),
        ("tematiskās grupas", "exact", 5, False),
    ]
    assert found.themes.count() == 5
    assert names(found.territories.all()) == ["Mārupes novads", "Olaines novads", "Ķekavas novads"]
    assert found.programme.hashtag == "#NVOFonds2021"
    assert found.end_precision == "month"
    assert found.thanks_lv.startswith("Paldies visiem")
    assert [each.url for each in found.links.all()] == ["https://ej.uz/PetijumsNVO"]


def test_projects_are_tied_to_each_other():
    rows = ProjectRelation.objects.values_list("project__slug_lv", "other__slug_lv", "kind")

    assert sorted(rows) == [(MOLDOVA, MAKERS, "earlier"), (SMART, KOPA, "twin")]


@pytest.mark.parametrize(
    ("slug", "other"),
    [
        (SMART, "Kopienu pārdomāta attīstība"),
        (KOPA, "Smart Villages LEADER Network"),
        (MOLDOVA, "Atbalsts vietējo produktu ražotājiem"),
        (MAKERS, "Atbalsts Moldovas reģionu izaugsmei"),
    ],
)
def test_a_tie_is_seen_on_both_pages(client, slug, other):
    page = client.get(f"/lv/projekti/{slug}/").content.decode()

    assert other in page.split('id="related"')[1].split('id="project-news"')[0]


def test_office_is_open_when_the_page_says():
    office = Office.objects.get()
    hours = [(row.weekday, row.opens_at.hour, row.closes_at.hour) for row in office.hours.all()]

    assert hours == [(1, 9, 12), (2, 15, 17), (3, 9, 12), (4, 15, 17)]
    assert [str(phone) for phone in office.phones.all()] == ["+371 26 399 946"]
    assert (office.email, office.postcode) == ("lielupe@partneribalielupe.lv", "LV-3001")
    assert Partnership.objects.host().slogan_lv == (
        "Aktīvi lauku iedzīvotāji – teritorijas attīstības virzītājspēks!"
    )


def test_site_says_who_pays_for_it_and_since_when():
    numbers = SiteAcknowledgement.objects.values_list("number", flat=True)

    assert list(numbers) == ["23-00-U31523.0-000003", "", ""]
    assert SiteProfile.objects.get().copyright_since == 2022
    assert sorted(Page.objects.values_list("menu", flat=True)) == ["foot", "foot", "foot", "head"]


def test_only_people_of_the_pages_are_named():
    assert set(Person.objects.values_list("name", flat=True)) == {
        "Ieva Vītola Deusa",
        "Alīna Lukjanceva",
    }


def untranslated():
    """Texts that stand in one language only: model, row and field."""
    for model in apps.get_models():
        if model._meta.label == "partnership.Territory":  # parishes keep their Latvian names
            continue
        for name in getattr(model, "translated_fields", ()):
            for row in model.objects.all():
                texts = [getattr(row, f"{name}_{code}") for code in ("lv", "en")]
                if bool(texts[0]) != bool(texts[1]):
                    yield f"{model._meta.label} {row.pk} {name}"


def test_every_text_stands_in_both_languages():
    assert list(untranslated()) == []


@pytest.mark.parametrize("model", [Project, Post, Page, Partnership, Programme])
def test_every_page_has_a_title_and_a_summary_in_both_languages(model):
    for row in model.objects.all():
        for language in settings.MODELTRANSLATION_LANGUAGES:
            assert getattr(row, f"title_{language}")
            assert getattr(row, f"summary_{language}")


def test_no_text_says_this_year_or_here():
    banned = "šī gada", "šogad", "ŠEIT", ">šeit<", "this year", ">here<"
    texts = [
        getattr(row, f"{name}_{code}") or ""
        for model in (Project, Post, Page, Partnership, Programme)
        for row in model.objects.all()
        for name in ("title", "summary", "body", "aims", "activities", "outcome")
        for code in ("lv", "en")
        if hasattr(row, f"{name}_{code}")
    ]

    assert [text for text in texts for word in banned if word in text] == []


def test_pictures_say_what_they_show():
    assert Image.objects.count() == 6
    assert all(each.alt_lv and each.alt_en and each.credit for each in Image.objects.all())
    assert {(each.width, each.height) for each in Image.objects.all()} == {(1600, 1067)}


@pytest.mark.parametrize("model", [Project, Post, Page, Partnership, Programme])
@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_page_opens(client, model, language):
    with translation.override(language):
        addresses = [row.get_absolute_url() for row in model.objects.all()]

    assert {client.get(address).status_code for address in addresses} == {200}


def test_accounts_work_until_the_password_is_changed():
    pairs = [(each["username"], each["password"]) for each in DEMO_ACCOUNTS]
    before = working_accounts()
    redaktors = User.objects.get(username="redaktors")
    redaktors.set_password("Mana paša garā parole 77")
    redaktors.save()

    assert before == pairs
    assert working_accounts() == pairs[:1]


def test_accounts_are_staff_of_one_group_and_not_superusers():
    rows = User.objects.order_by("username").values_list("username", "groups__name", "is_superuser")

    assert list(rows) == [
        ("administrators", roles.SITE_ADMINISTRATOR, False),
        ("redaktors", roles.EDITOR, False),
    ]


def test_report_names_every_step_and_the_accounts(loaded):
    assert "Picture painted: hills (6 of 6)." in loaded
    assert "Project written: local makers (6 of 6)." in loaded
    assert loaded[-1].startswith("Sign in as redaktors with ")


def test_second_load_refuses():
    before = Project.objects.count()

    with pytest.raises(CommandError, match="has content already"):
        call_command("load_demo")

    assert Project.objects.count() == before


def test_second_load_does_nothing_when_asked_so(capsys):
    call_command("load_demo", "--if-empty")

    assert capsys.readouterr().out == ""
    assert (Project.objects.count(), GlossaryTerm.objects.count()) == (6, 4)
