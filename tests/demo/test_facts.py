"""The demonstration holds every fact of the five pages that it was made from."""

import html
import re
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import translation

from config.demo.accounts import DEMO_ACCOUNTS, working_accounts
from core import counting, roles
from core.models import Image, User
from news.models import Post
from pages.models import GlossaryTerm, Page, SiteProfile
from partnership.models import Office, Organisation, Partnership, Person
from projects.models import Programme, Project, ProjectRelation, SiteAcknowledgement

pytestmark = pytest.mark.django_db
SMART, COAST = "smart-villages-leader-network", "viedo-ciemu-attistiba-piekrastes-teritorijas"
MOLDOVA, MAKERS = "atbalsts-moldovas-regionu-izaugsmei", "atbalsts-vietejo-produktu-razotajiem"
KOPA, NEIGHBOURS = "kopienu-pardomata-attistiba", "kaiminu-sadarbiba-kopigai-attistibai"


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
    assert figures(MOLDOVA) == [
        ("vebināru tēmas", "exact", 10, False),
        ("„Lielupes” vadīti vebināri", "exact", 2, False),
        ("video partnerības lapā", "exact", 6, False),
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

    assert figures(NEIGHBOURS) == []  # all that the page tells is counted (test_results)
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
    assert sorted(Page.objects.values_list("menu", flat=True)) == ["foot", "foot", "head"]


def test_only_people_of_the_pages_are_named():
    assert set(Person.objects.values_list("name", flat=True)) == {
        "Ieva Vītola Deusa",
        "Alīna Lukjanceva",
    }


def untranslated():
    """Texts that stand in one language only: model, row and field."""
    for model in apps.get_models():
        # Parishes keep their Latvian names; what visitors write stays in their language, and so
        # does what a partner abroad says of itself.
        if model._meta.label in ("partnership.Territory", "ideas.Idea"):
            continue
        for name in getattr(model, "translated_fields", ()):
            for row in model.objects.all():
                if getattr(row, "text_language", ""):
                    continue
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


# What each page must say in both languages: the facts of the five pages, in their order there.
FACTS = {
    (SMART, "lv"): """Apstiprināts | Starpvalstu sadarbība | viedu vietējo attīstību
        | „Zied zemes”, „Pierīgas partnerības” un „Sernikon” darbības teritorijas | labo praksi
        | pievienoto vērtību | Iedrošināt uzņēmējus un sociālos partnerus | digitālo tehnoloģiju
        | 3 vietējie partneri · 4 ārvalstu partneri | Somija | Grieķija | Skotija | kantriry.fi
        | pirkanhelmi.fi | atticaislandsnetwork.gr | fvl.org.uk | sernikon.lv | ziedzeme.lv
        | pierigaspartneriba.lv | PPP biedrība „Sernikon” | Sernikon (tagad – Jūras zeme)
        | ir nevis rezultāts, bet metode un process | Vietējā un nacionālā līmenī
        | starptautisko līmeni | „Darīsim paši!” | „Cēsu rajona lauku partnerība”
        | 20 cilvēkiem no Latvijas | Lielbritāniju (Skotiju), Grieķiju un Somiju
        | 2022. gada oktobrī | 19-00-A019.333-000005
        | Eiropas Lauksaimniecības fonds lauku attīstībai | 2014.–2020. gadam
        | „Starpteritoriālā un starpvalstu sadarbība”
        | Publisko un privāto partnerattiecību | Kopienu pārdomāta attīstība
        | Atbalsta Zemkopības ministrija un Lauku atbalsta dienests""",
    (SMART, "en"): """Approved | Transnational cooperation | smart local development
        | The areas of Zied zeme, Pierīgas partnerība and Sernikon | good practice | added value
        | Encourage businesses and social partners | digital solutions
        | 3 domestic partners · 4 foreign partners | Finland | Greece | Scotland | kantriry.fi
        | pirkanhelmi.fi | atticaislandsnetwork.gr | fvl.org.uk | sernikon.lv | ziedzeme.lv
        | pierigaspartneriba.lv | PPP association “Sernikon” | Sernikon (now Jūras zeme)
        | not a result but a method and a process | At the local and the national level
        | international level | Darīsim paši! | Cēsis District Rural Partnership
        | 20 people from Latvia | Great Britain (Scotland), Greece and Finland | October 2022
        | 19-00-A019.333-000005 | European Agricultural Fund for Rural Development | 2014–2020
        | “Interterritorial and transnational cooperation” | Public-private partnership
        | Thoughtful development of communities
        | Supported by the Ministry of Agriculture and the Rural Support Service""",
    (COAST, "lv"): """Pabeigts | 108 539 | 2019. gada 21. oktobris
        | Liepājas rajona partnerība Vadošais partneris | Partnerība laukiem un jūrai Partneris
        | 19-00-F043.0443-000001 | Leader Bohuskust och gränsbygd
        | Lysekil, uz ziemeļiem no Gēteborgas | katra partnera piekrastes teritorijā
        | aprites ekonomiku | kas balstās uz savām esošajām stiprajām īpašībām un vērtībām
        | Eiropas Komisija, „ES plāns darbībai ar viedajiem ciemiem”, 2017. gada aprīlis
        | Engures apkaime | Papes ciema apkaime | vajadzības un kopīgos resursus
        | profesionālu lektoru un mentoru | ideatons | nozaru profesionāļiem
        | finansiāli atbalstīt no projekta līdzekļiem
        | no Zviedrijas, Islandes un Eiropas Zivsaimniecības grupu tīkla (FARNET)
        | braucienā uz Zviedriju | 2020. gadā doties uz Islandi | īss video | Ieva Vītola Deusa
        | ieva@plj.lv | 2019. gada 29. augusts – 2020. gada 12. decembris | 50 000 € | 100 %
        | Eiropas Jūrlietu un zivsaimniecības fonds | Atpakaļ""",
    (COAST, "en"): """Completed | 108,539 | 21 October 2019
        | Liepāja District Partnership Lead partner | Partnership for Rural and the Sea Partner
        | 19-00-F043.0443-000001 | Leader Bohuskust och gränsbygd | Lysekil, north of Gothenburg
        | coastal area of every partner | circular economy | existing strengths and values
        | European Commission, “EU Action for Smart Villages”, April 2017
        | Engure and its surroundings | village of Pape and its surroundings
        | needs and common resources | professional lecturers and mentors | ideathon
        | professionals from various sectors | was to be financed by the project
        | from Sweden, Iceland and the European Fisheries Areas Network (FARNET)
        | study trip to Sweden | go to Iceland in 2020 | short video | Ieva Vītola Deusa
        | ieva@plj.lv | 29 August 2019 – 12 December 2020 | €50,000 | 100%
        | European Maritime and Fisheries Fund | Back to the projects""",
    (MOLDOVA, "lv"): """sekmējot spēju pielāgoties ārkārtas situācijas apstākļiem
        | Latvijas Lauku forums Vadošais partneris | Lauku partnerība „Lielupe”
        | Citas lauku partnerības Latvijā | 2020. gada jūlijs – 2020. gada decembris
        | digitāla platforma | Moldovas Ziemeļu reģionā | 12 vebināri
        | reklāmu veidošana internetā | klientu vajadzību izzināšana
        | sadarbības projektu veidošanas pieredze | prezentācijas prasmju uzlabošana
        | projektu ideju radīšana | lauku partnerību administratīvajā vadīšanā
        | vietējo ražotāju konkurētspējas veicināšanā | vietējo resursu efektivitātes
        | sadarbība starp dažādiem sektoriem | bioekonomika | Divus vebinārus vadīja
        | „Tūrisms un tā veicināšanas pasākumi” | „Kā parādīt tūrisma iespējas reģionā”
        | Atbalsts vietējo produktu ražotājiem | deviņos novados | datu bāzes | Facebook
        | e-veikalu | Trīs uzņēmējiem projekts deva īpaši veidotas zīmolu grāmatas
        | 2020. gada 5. decembrī | virtuāli viesojās | „Vešūzī” | 18. un 19. gadsimtā | Svētes pilī
        | „Novada mantojums” | SIA „ColorPasta” | „LV-Destilāti” | SIA „PastaHouse”
        | materiālus saņēma iepriekš | Z/s „Dārziņi-2” | Inta Bendrupa | skalu grozus
        | pēdējo divu gadu laikā | Ārlietu ministrijas finansējumu 2020. gadā
        | Skrubja sagatavošana no dabīgiem augiem | Skalu grozu pīšana
        | partneribalielupe.lv/index.php/leader-sadarbiba/atbalsts-vietejo-produktu-razotajiem""",
    (MOLDOVA, "en"): """ability to adapt to a state of emergency
        | Latvian Rural Forum Lead partner | Rural Partnership “Lielupe”
        | Other rural partnerships in Latvia | July 2020 – December 2020 | digital platform
        | Northern Region of Moldova | 12 webinars | advertising for the internet
        | what customers need | developing cooperation projects | presentation skills
        | generating ideas for projects | administration of rural partnerships
        | local producers more competitive | local resources more efficiently
        | cooperation between sectors | bioeconomy | Two webinars were led
        | “Tourism and how to promote it” | “How to show what a region offers to tourists”
        | Support for makers of local products | nine municipalities | databases | Facebook
        | online shops | three businesses brand books | 5 December 2020 | visited Latvia virtually
        | “Vešūzis” | 18th and 19th centuries | Svēte castle | “Novada mantojums”
        | SIA “ColorPasta” | “LV-Destilāti” | SIA “PastaHouse” | received the materials beforehand
        | farm “Dārziņi-2” | Inta Bendrupa | baskets from wood splints
        | within the previous two years | Ministry of Foreign Affairs in 2020
        | Making a scrub from natural plants
        | partneribalielupe.lv/index.php/leader-sadarbiba/atbalsts-vietejo-produktu-razotajiem""",
    (MAKERS, "lv"): """Pabeigts | LEADER sadarbības projekts | jauni tūrisma piedāvājumi
        | Jelgavas, Ozolnieku, Dobeles, Bauskas, Tērvetes, Auces, Iecavas, Rundāles un Vecumnieku
        | partneribalielupe.lv/index.php/leader-sadarbiba/atbalsts-vietejo-produktu-razotajiem""",
    (MAKERS, "en"): """Completed | LEADER cooperation project | New tourism offers
        | Jelgava, Ozolnieki, Dobele, Bauska, Tērvete, Auce, Iecava, Rundāle and Vecumnieki
        | partneribalielupe.lv/index.php/leader-sadarbiba/atbalsts-vietejo-produktu-razotajiem""",
    (KOPA, "lv"): """KOPA | Kopienu pārdomāta attīstība | Četras partnerības | 24 mēneši
        | Pierīgas partnerība Partneris | Cēsu rajona lauku partnerība Partneris
        | Darīsim paši! Partneris | Zied zeme Partneris | 32 lauku kopienām
        | Kurzemes NVO centrs Atbalstītājs | apzinātu savas vajadzības un īstenotu risinājumus
        | 17 novados | Apkaimes darbnīcas | Kopienu līderu apmācības | Pieredzes braucieni
        | elektroniski fiksēti | Videostāsti | Informatīvs materiāls
        | Alsungas, Kuldīgas un Skrundas novadu kopienas | pagastos un pilsētas ielās
        | Projektā „KOPA” mēs aicināsim Latvijas lauku kopienu iedzīvotājus meklēt jaunus veidus, kā
        risināt savas problēmas un domāt „ārpus rāmjiem”. Mūsu vēlme ir tuvināt lauku kopienas
        „Viedo ciemu” idejai, veicināt spējas izmantot pieejamos resursus un savstarpēji
        sadarboties.
        | Alīna Lukjanceva, administratīvā vadītāja un projekta idejas autore, Pierīgas partnerība
        | Mēs ikviens gribam dzīvot labāk. Pretstatā tam, lai gaidītu, ka kāds cits uzlabos mūsu
        dzīves, mēs varam to darīt paši, jo īpaši, sadarbojoties – kopā ir spēks. Projekts „KOPA”
        būs kā papildus atbalsts aktīvajiem cilvēkiem.
        | Elīna Immere, valdes locekle, Kurzemes NVO centrs""",
    (KOPA, "en"): """KOPA | Thoughtful development of communities | four partnerships | 24 months
        | Pierīgas partnerība Partner | Cēsis District Rural Partnership Partner
        | Darīsim paši! Partner | Zied zeme Partner | 32 rural communities
        | Kurzeme NGO Centre Supporter | identifying their needs | 17 municipalities
        | Neighbourhood workshops | Training for community leaders | Study trips
        | recorded electronically | Video stories | Information material
        | municipalities of Alsunga, Kuldīga and Skrunda | in parishes and in town streets
        | “outside the box” | idea of “Smart Villages”
        | Alīna Lukjanceva, administrative manager and author of the project idea, Pierīgas
        partnerība | Every one of us wants to live better. | additional support for active people
        | Elīna Immere, member of the board, Kurzeme NGO Centre""",
    (NEIGHBOURS, "lv"): """Kaimiņu sadarbība kopīgai attīstībai | Pabeigts | Projekts noslēdzies
        | 2021. gada oktobris | Pierīgas partnerība Partneris | Partnerība „Daugavkrasts” Partneris
        | Sabiedrības integrācijas fonds no Kultūras ministrijas piešķirtajiem Latvijas valsts
        budžeta līdzekļiem | pētīts nevalstiskais sektors | organizāciju „profils”
        | ej.uz/PetijumsNVO | Iedzīvotāju forumi „Ideju skrejceļš”
        | Divu dienu pasākums „Dižkūre” | Pieredzes brauciens uz Vidzemi
        | Seminārs iedzīvotāju kopienu līderiem
        | Mārupes (t. sk. Babītes), Olaines un Ķekavas (t. sk. Baldones) novads
        | vairāk nekā 140 | vairāk nekā 163 | kultūru un izglītību | vidi, mājokli un drošību
        | uzņēmējdarbības attīstību, tūrismu un amatniecību
        | sportu, atpūtu un iespējas jauniešiem | Iedzīvotāju kopienas
        | Daļu var īstenot paši iedzīvotāji vai novada nevalstiskās organizācijas
        | vajadzīga pašvaldības iesaiste | biedrību mājaslapās | iesniegts novadu pašvaldībām
        | Uz turpmāku sadarbību! | 2021.LV/NVOF/MAC/039 | #NVOFonds2021""",
    (NEIGHBOURS, "en"): """Neighbours’ cooperation for common development | Completed
        | The project has ended | October 2021 | Pierīgas partnerība Partner
        | Partnership “Daugavkrasts” Partner | Society Integration Foundation from the Latvian
        state budget allocated by the Ministry of Culture | non-governmental sector
        | “profile” and work of organisations | ej.uz/PetijumsNVO
        | Residents’ forums “Ideju skrejceļš” | two-day event “Dižkūre” | study trip to Vidzeme
        | seminar for leaders and founders
        | Mārupe (including Babīte), Olaine and Ķekava (including Baldone) municipalities
        | more than 140 | more than 163 | culture and education | environment, housing and safety
        | business development, tourism and crafts | sport, leisure and opportunities for young
        people | Residents’ communities | carried out by residents themselves
        | require the municipality to be involved | web sites of both associations
        | handed over to the municipalities | We look forward to working together again!
        | 2021.LV/NVOF/MAC/039 | #NVOFonds2021""",
}
FOOTER = {
    "lv": """23-00-U31523.0-000003 | Biedrības „Pierīgas partnerība” darbības nodrošināšana un
        teritorijas aktivizēšana | Atbalsta Zemkopības ministrija un Lauku atbalsta dienests
        | finansē Islande, Lihtenšteina un Norvēģija | „Aktīvo iedzīvotāju fonds” | © 2022
        | Lielā iela 5/7, 6. stāvs, Jelgava, Latvija, LV-3001 | pirmdiena, trešdiena 9.00–12.00
        | otrdiena, ceturtdiena 15.00–17.00 | 26 399 946 | lielupe@partneribalielupe.lv
        | facebook.com/partneribalielupe""",
    "en": """23-00-U31523.0-000003 | Running costs and animation of the association “Pierīgas
        partnerība” | Supported by the Ministry of Agriculture and the Rural Support Service
        | financed by Iceland, Liechtenstein and Norway | Active Citizens Fund | © 2022
        | Lielā iela 5/7, 6th floor, Jelgava, Latvia, LV-3001 | Monday, Wednesday 09:00–12:00
        | Tuesday, Thursday 15:00–17:00 | 26 399 946 | lielupe@partneribalielupe.lv
        | facebook.com/partneribalielupe""",
}


def said(client, address, element):
    """What one element of a page says, with the addresses of its links, on one line."""
    page = client.get(address).content.decode()
    inside = re.search(f"<{element}.*</{element}>", page, re.DOTALL).group()
    links = " ".join(re.findall(r'href="([^"]*)"', inside))
    without_tags = re.sub(r"<[^>]*>", " ", inside)
    line = " ".join(html.unescape(f"{without_tags} {links}").split())
    return re.sub(r" (?=[,.;:])", "", line)


def unsaid(facts, line):
    """The facts, a list apart by bars, that a line does not hold, in any case of letters."""
    each = [" ".join(fact.split()) for fact in facts.split("|")]
    return [fact for fact in each if fact.lower() not in line.lower()]


@pytest.mark.parametrize(("slug", "language"), FACTS)
def test_page_of_a_project_says_every_fact_of_its_source(client, slug, language):
    with translation.override(language):
        address = project(slug).get_absolute_url()

    assert unsaid(FACTS[slug, language], said(client, address, "main")) == []


@pytest.mark.parametrize(("slug", "name"), [(COAST, "Piekrastes viedie ciemi"), (KOPA, "KOPA")])
def test_breadcrumb_of_a_project_says_its_short_name(client, slug, name):
    page = client.get(f"/lv/projekti/{slug}/").content.decode()

    assert re.search(rf'aria-current="page"[^>]*>\s*{name}\s*<', page.split("<main")[0])


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_page_ends_with_the_donors_and_the_office(client, language):
    assert unsaid(FOOTER[language], said(client, f"/{language}/", "footer")) == []


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
    assert working_accounts() == [pair for pair in pairs if pair[0] != "redaktors"]


def test_accounts_show_every_role_and_are_no_superusers():
    rows = User.objects.order_by("username", "groups__pk").values_list(
        "username", "groups__name", "partnerships__is_host", "is_superuser"
    )

    assert list(rows) == [
        ("administrators", roles.NETWORK_EDITOR, None, False),
        ("administrators", roles.SITE_ADMINISTRATOR, None, False),
        ("autors", roles.AUTHOR, True, False),
        ("redaktors", roles.EDITOR, True, False),
        ("tikls", roles.NETWORK_EDITOR, None, False),
    ]


def test_report_names_every_step_and_the_accounts(loaded):
    assert "Pictures painted: 6 of 6." in loaded
    assert "Projects written: 6 of 6." in loaded
    assert loaded[-1].startswith("Sign in as autors with ")


def test_second_load_refuses():
    before = Project.objects.count()

    with pytest.raises(CommandError, match="has content already"):
        call_command("load_demo")

    assert Project.objects.count() == before


def test_second_load_does_nothing_when_asked_so(capsys):
    call_command("load_demo", "--if-empty")

    assert capsys.readouterr().out == ""
    assert (Project.objects.count(), GlossaryTerm.objects.count()) == (6, 4)
