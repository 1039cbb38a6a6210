"""What three more pages tell of events, with their days as far as the pages tell them."""

from datetime import date

from .building import both

TRIPS = "pieredzes-braucieni-uz-trim-valstim"
SMART = {"project": "smart-villages-leader-network", "owner": "pierigas-partneriba"}
# Only the first of the three trips has a month, and the page does not say which one that is.
TRIP = {
    **SMART,
    "series": TRIPS,
    "kind": "trip",
    "starts": date(2022, 10, 1),
    "ends": date(2023, 12, 31),
    "precision": "none",
    "capacity": 20,
}
COAST = {
    "project": "viedo-ciemu-attistiba-piekrastes-teritorijas",
    "owner": "partneriba-laukiem-un-jurai",
    "starts": date(2019, 8, 29),
    "ends": date(2020, 12, 12),
    "precision": "none",
}
KOPA = {
    "project": "kopienu-pardomata-attistiba",
    "owner": "pierigas-partneriba",
    "starts": date(2020, 11, 10),
    "ends": date(2022, 11, 10),
    "precision": "none",
}
SERIES_ROW = {
    **SMART,
    **both(
        title=("Pieredzes braucieni uz trim valstīm", "Study trips to three countries"),
        summary=(
            """Braucienos plānots doties 20 cilvēkiem no Latvijas uz Lielbritāniju (Skotiju),
            Grieķiju un Somiju. Pirmais brauciens plānots 2022. gada oktobrī.""",
            """20 people from Latvia are to travel to Great Britain (Scotland), Greece and
            Finland. The first trip is planned for October 2022.""",
        ),
    ),
    "slug_lv": TRIPS,
    "slug_en": "study-trips-to-three-countries",
    "published_at": date(2022, 6, 15),
}
EVENTS = [
    {
        **TRIP,
        **both(
            title=("Pieredzes brauciens uz Skotiju", "Study trip to Scotland"),
            venue=("Lielbritānija (Skotija)", "Great Britain (Scotland)"),
        ),
        "country": "GB",
    },
    {
        **TRIP,
        **both(
            title=("Pieredzes brauciens uz Grieķiju", "Study trip to Greece"),
            venue=("Grieķija", "Greece"),
        ),
        "country": "GR",
    },
    {
        **TRIP,
        **both(
            title=("Pieredzes brauciens uz Somiju", "Study trip to Finland"),
            venue=("Somija", "Finland"),
        ),
        "country": "FI",
    },
    {
        **COAST,
        **both(
            title=("Vajadzību un resursu darbnīcas", "Workshops on needs and resources"),
            summary=(
                """Kopā ar profesionāliem lektoriem un mentoriem apzinām apkaimes vajadzības un
                resursus un skaidrojam, kas ir viedais ciems.""",
                """With professional lecturers and mentors we find out what the neighbourhood
                needs and has, and explain what a smart village is.""",
            ),
        ),
        "kind": "workshop",
        "territories": ["engures-apkaime"],
    },
    {
        **COAST,
        **both(
            title=("Ideju darbnīca „Ideatons”", "Ideas workshop “Ideathon”"),
            summary=(
                """Vienā dienā kopā ar nozaru profesionāļiem meklējam risinājumus; vienu no
                labākajiem projekts atbalsta finansiāli.""",
                """In one day, together with professionals from various sectors, we look for
                solutions; the project funds one of the best.""",
            ),
        ),
        "kind": "workshop",
        "territories": ["engures-apkaime"],
    },
    {
        **COAST,
        **both(
            title=("Pieredzes brauciens uz Zviedriju", "Study trip to Sweden"),
            venue=("Zviedrija", "Sweden"),
            summary=(
                "Apskatām, kā attīstās viedās teritorijas un kopienas.",
                "We see how smart areas and communities develop.",
            ),
        ),
        "country": "SE",
        "kind": "trip",
    },
    {
        **COAST,
        **both(
            title=("Iespēja doties uz Islandi", "An opportunity to go to Iceland"),
            venue=("Islande", "Iceland"),
        ),
        "country": "IS",
        "kind": "trip",
        "starts": date(2020, 1, 1),
        "ends": None,
        "precision": "year",
    },
    {
        **KOPA,
        **both(
            title=("Apkaimes darbnīcas", "Neighbourhood workshops"),
            summary=(
                """Darbnīcās partneru darbības teritorijās, kas aptver 17 novadus, iedzīvotāji
                apzina un praktiski risina savu kopienu jautājumus.""",
                """At workshops in the partners’ areas, which cover 17 municipalities, residents
                find out what concerns their communities and tackle it.""",
            ),
        ),
        "kind": "workshop",
    },
    {
        **KOPA,
        **both(
            title=(
                "Iedzīvotāju darbnīcas pagastos un pilsētas ielās",
                "Residents’ workshops in parishes and town streets",
            ),
            summary=(
                """Kurzemes NVO centrs tās rīko sadarbībā ar vietējiem līderiem.""",
                """The Kurzeme NGO Centre holds them together with local leaders.""",
            ),
        ),
        "kind": "workshop",
        "organiser": "kurzemes-nvo-centrs",
        "territories": ["alsungas-novads", "kuldigas-novads", "skrundas-novads"],
    },
    {
        **KOPA,
        **both(title=("Kopienu līderu apmācības", "Training for community leaders")),
        "kind": "training",
    },
    {
        **KOPA,
        **both(title=("Pieredzes braucieni kopienu līderiem", "Study trips for community leaders")),
        "kind": "trip",
    },
]
