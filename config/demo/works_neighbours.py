"""The study and the ideas of “Kaimiņu sadarbība kopīgai attīstībai”."""

from datetime import date

from .building import both

NEIGHBOURS = {
    "publisher": "pierigas-partneriba",
    "owner": "pierigas-partneriba",
    "project": "kaiminu-sadarbiba-kopigai-attistibai",
    "published_on": date(2021, 10, 31),
    "published_precision": "year",
    "territories": ["marupes-novads", "olaines-novads", "kekavas-novads"],
}

WORKS = [
    {
        **both(
            title=(
                "Pētījums par nevalstisko sektoru Mārupes, Olaines un Ķekavas novadā",
                "Study of the non-governmental sector in Mārupe, Olaine and Ķekava",
            ),
            summary=(
                """Organizāciju „profils” un darbība, sadarbība savā starpā un ar pašvaldībām,
                pašvaldību atbalsts.""",
                """The “profile” and work of organisations, their cooperation with each other and
                with the municipalities, and the municipalities’ support.""",
            ),
        ),
        **NEIGHBOURS,
        "kind": "study",
        "short_code": "petijumsnvo",
        "files": [
            {
                "language": "lv",
                "paper": [
                    (
                        "Ko pētīja",
                        [
                            """Nevalstisko sektoru trijos novados: organizāciju „profilu”,
                            darbību, savstarpējo sadarbību un sadarbības iespējas ar
                            pašvaldībām.""",
                        ],
                    ),
                    (
                        "Ko iepazina",
                        [
                            """Jaunas organizācijas un jaunus līderus, kuri vēlas veidot
                            kopienas apdzīvotajās vietās.""",
                            """Ar pašvaldībām un biedrībām pārrunāja, kā tās var uzlabot dzīves
                            kvalitāti un aktivizēt iedzīvotājus.""",
                        ],
                    ),
                ],
            }
        ],
    },
    {
        **both(
            title=(
                "Ideju apkopojums no forumiem „Ideju skrejceļš”",
                "Collection of ideas from the forums “Ideju skrejceļš”",
            ),
            summary=(
                """Vairāk nekā 163 idejas piecās tēmās: ko var īstenot paši iedzīvotāji un kur
                vajadzīga pašvaldība.""",
                """More than 163 ideas on five themes: what residents can do themselves and where
                the municipality is needed.""",
            ),
        ),
        **NEIGHBOURS,
        "kind": "summary",
        "files": [
            {
                "language": "lv",
                "paper": [
                    (
                        "Piecas tēmas",
                        [
                            """Kultūra un izglītība. Vide, mājoklis, drošība. Uzņēmējdarbība,
                            tūrisms, amatniecība. Sports, atpūta, iespējas jauniešiem.
                            Iedzīvotāju kopienas.""",
                        ],
                    ),
                    (
                        "Kas var īstenot",
                        [
                            """Daļu ideju var īstenot iedzīvotāji vai novada nevalstiskās
                            organizācijas, citām vajadzīga pašvaldības iesaistīšanās.""",
                        ],
                    ),
                ],
            }
        ],
    },
]
