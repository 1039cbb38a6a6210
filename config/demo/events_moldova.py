"""What happened in the project for Moldova, all of it online."""

from datetime import date

from .building import both

FIRST, LAST = date(2020, 7, 1), date(2020, 12, 31)
TELLS = {"project": "atbalsts-moldovas-regionu-izaugsmei", "owner": "lielupe"}
# „No šī gada jūlija līdz decembrim” is all that the page tells of most days.
ONLINE = {**TELLS, "starts": FIRST, "ends": LAST, "precision": "month", "attendance": "online"}
SERIES = "vebinari-moldovas-uznemejiem"
TOPICS = [
    ("Reklāmu veidošana internetā", "Creating advertising for the internet"),
    ("Klientu vajadzību izzināšana", "Finding out what customers need"),
    ("Sadarbības projektu veidošanas pieredze", "Experience of developing cooperation projects"),
    ("Prezentācijas prasmju uzlabošana", "Improving presentation skills"),
    ("Projektu ideju radīšana", "Generating ideas for projects"),
    (
        "Praktiski padomi lauku partnerību administratīvajā vadīšanā",
        "Practical advice on the administration of rural partnerships",
    ),
    (
        "LEADER programmas loma vietējo ražotāju konkurētspējas veicināšanā",
        "The role of LEADER in making local producers more competitive",
    ),
    ("Vietējo resursu efektivitātes paaugstināšana", "Using local resources more efficiently"),
    ("Sadarbība starp dažādiem sektoriem", "Cooperation between sectors"),
    (
        "Inovācijas un jaunas tendences lauku apvidos: bioekonomika",
        "Innovations and new trends in rural areas: the bioeconomy",
    ),
]
LED_BY_LIELUPE = [
    ("Tūrisms un tā veicināšanas pasākumi", "Tourism and how to promote it"),
    ("Kā parādīt tūrisma iespējas reģionā", "How to show what a region offers to tourists"),
]


def webinar(title, **more):
    return {**ONLINE, **both(title=title), "kind": "webinar", "series": SERIES, **more}


SERIES_ROW = {
    **TELLS,
    **both(
        title=("12 vebināri Moldovas uzņēmējiem", "12 webinars for businesses in Moldova"),
        summary=(
            """Lauku partnerības no dažādiem Latvijas reģioniem dalījās pieredzē par to, kas
            Moldovas uzņēmējiem bija svarīgi.""",
            """Rural partnerships from various regions of Latvia shared their experience of
            what mattered to businesses in Moldova.""",
        ),
    ),
    "slug_lv": SERIES,
    "slug_en": "webinars-for-businesses-in-moldova",
    "published_at": date(2020, 12, 7),
}
MATERIALS = (
    """Dalībniekiem materiālus nosūtīja iepriekš, tāpēc Moldovas kolēģi varēja darīt līdzi.""",
    """The participants received the materials beforehand, so the Moldovan colleagues could join
    in.""",
)
EVENTS = [
    *(webinar(topic) for topic in TOPICS),
    *(
        webinar(topic, organiser="lielupe")
        | both(
            summary=(
                """Vebināru vadīja Lauku partnerība „Lielupe”, kas agrākā LEADER sadarbības
                projektā veidoja jaunus tūrisma piedāvājumus.""",
                """The webinar was led by the Rural Partnership “Lielupe”, which created new
                tourism offers in an earlier LEADER cooperation project.""",
            )
        )
        for topic in LED_BY_LIELUPE
    ),
    {
        **ONLINE,
        **both(
            title=(
                "Facebook izmantošana vietējo uzņēmēju e-veikalu izveidei",
                "Using Facebook to set up online shops for local businesses",
            ),
            summary=(
                """Mācības, ko Moldovas partneri rīkoja kopā ar Moldovas vietējām rīcības
                grupām.""",
                """Training that the Moldovan partners held together with local action groups in
                Moldova.""",
            ),
        ),
        "kind": "training",
    },
    {
        **ONLINE,
        **both(
            title=("Dabīgu augu skrubja gatavošana", "Making a scrub from natural plants"),
            summary=MATERIALS,
        ),
        "kind": "master-class",
        "territories": ["jelgavas-novads"],
        "sessions": [
            both(title=("Skrubja gatavošana", "Making the scrub"))
            | both(speakers=("Z/s „Dārziņi-2”", "Farm “Dārziņi-2”"))
        ],
    },
    {
        **ONLINE,
        **both(
            title=("Skalu grozu pīšana", "Weaving baskets from wood splints"), summary=MATERIALS
        ),
        "kind": "master-class",
        "territories": ["jelgavas-novads"],
        "sessions": [
            both(title=("Grozu pīšanas darbnīca", "Basket weaving workshop"))
            | both(speakers=("Inta Bendrupa", "Inta Bendrupa"))
        ],
    },
    {
        **TELLS,
        **both(
            title=(
                "Noslēguma pasākums: virtuāla viesošanās Latvijā",
                "Closing event: a virtual visit to Latvia",
            ),
            summary=(
                """Moldovas lauku partnerības un uzņēmēji virtuāli viesojās Latvijā:
                videoekskursijas, uzņēmēju stāsti un iedrošinājums krīzes laikā.""",
                """Moldovan rural partnerships and businesses visited Latvia virtually: video
                tours, stories from businesses and encouragement in the crisis.""",
            ),
        ),
        "kind": "other",
        "attendance": "online",
        "starts": date(2020, 12, 5),
        "precision": "day",
        "sessions": [
            both(
                title=(
                    "Videoekskursija: Lielplatones muižas „Vešūzis”",
                    "Video tour: “Vešūzis”, the wash house of Lielplatone manor",
                )
            ),
            both(
                title=("Videoekskursija: Svētes pils", "Video tour: Svēte castle"),
                speakers=("Biedrība „Novada mantojums”", "Association “Novada mantojums”"),
            ),
            both(
                title=(
                    "Uzņēmēju pieredze krīzes laikā",
                    "How businesses dealt with the crisis",
                ),
                speakers=(
                    "SIA „ColorPasta”, „LV-Destilāti”",
                    "SIA “ColorPasta”, “LV-Destilāti”",
                ),
            ),
        ],
    },
]
