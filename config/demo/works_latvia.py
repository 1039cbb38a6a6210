"""Works about smart villages and communities: what the pages name, in new sentences."""

from .building import both

PIERIGA = {"publisher": "pierigas-partneriba", "owner": "pierigas-partneriba"}

WORKS = [
    {
        **both(
            title=(
                "Viedais ciems: metode, nevis rezultāts",
                "A smart village: a method, not a result",
            ),
            summary=(
                "Īsi par to, ko nozīmē viedais ciems un ar ko kopiena var sākt.",
                "In brief: what a smart village means and where a community can begin.",
            ),
        ),
        **PIERIGA,
        "project": "smart-villages-leader-network",
        "kind": "guideline",
        "files": [
            {
                "language": "lv",
                "paper": [
                    (
                        "Kas ir viedais ciems",
                        [
                            """Viedie ciemi ir lauku reģioni un kopienas, kas attīstās un risina
                            problēmas, balstoties uz savām stiprajām pusēm, vērtībām un
                            iespējām.""",
                            """Tie izmanto oriģinālus risinājumus, digitālās tehnoloģijas,
                            inovācijas un zināšanas.""",
                        ],
                    ),
                    (
                        "Metode un process",
                        [
                            """Viedais ciems nav rezultāts. Tas ir veids, kā viedi attīstīt
                            vietējo ekonomiku, kopienas un dzīves vidi.""",
                        ],
                    ),
                ],
            },
            {
                "language": "en",
                "paper": [
                    (
                        "What a smart village is",
                        [
                            """Smart villages are rural areas and communities that develop and
                            solve problems by building on their own strengths, values and
                            opportunities.""",
                            """They use original solutions, digital technologies, innovations
                            and knowledge.""",
                        ],
                    ),
                    (
                        "A method and a process",
                        [
                            """A smart village is not a result. It is a way to develop the local
                            economy, communities and surroundings in a smart way.""",
                        ],
                    ),
                ],
            },
        ],
    },
    {
        **both(
            title=("Kas ir viedais ciems: īss video", "What a smart village is: a short video"),
            summary=(
                "Viedo ciemu ideja trijos kadros ar subtitriem.",
                "The idea of smart villages in three pictures with captions.",
            ),
            body=(
                """<p>Partnerības lapā ir saite uz īsu video par viedo ciemu konceptu. Šeit tā vietā
                ir demonstrācijas video ar kadriem, kas zīmēti šai vietnei.</p>""",
                """<p>The partnership’s page leads to a short video about the concept of smart
                villages. In its place there is a demonstration video with pictures drawn for this
                site.</p>""",
            ),
        ),
        "project": "viedo-ciemu-attistiba-piekrastes-teritorijas",
        "publisher": "partneriba-laukiem-un-jurai",
        "owner": "partneriba-laukiem-un-jurai",
        "kind": "video",
        "cover": "dunes",
        "territories": ["engures-apkaime"],
        "files": [
            {
                "language": "lv",
                "film": ["dunes", "harbour", "lake"],
                "captions": [
                    "Viedie ciemi balstās uz savām stiprajām īpašībām un vērtībām.",
                    "Tradicionālas lietas tur uzlabo ar digitālām tehnoloģijām un zināšanām.",
                    "Ieguvēji ir vietējie iedzīvotāji.",
                ],
            }
        ],
    },
    {
        **both(
            title=(
                "Videostāsti par kopienu aktivizēšanu",
                "Video stories on activating communities",
            ),
            summary=(
                "Kā kopienas apzina savas vajadzības un pašas tās risina.",
                "How communities find out what they need and deal with it themselves.",
            ),
            body=(
                "<p>Demonstrācijas video: kadri zīmēti šai vietnei.</p>",
                "<p>A demonstration video: the pictures were drawn for this site.</p>",
            ),
        ),
        **PIERIGA,
        "project": "kopienu-pardomata-attistiba",
        "kind": "story",
        "cover": "clearing",
        "files": [
            {
                "language": "lv",
                "film": ["clearing", "field", "lake"],
                "captions": [
                    "Projektā „KOPA” divu gadu laikā iesaistās 32 kopienas.",
                    "Apkaimes darbnīcās iedzīvotāji apzina to, kas viņiem ir svarīgi.",
                    "Pēc tam risinājumus īsteno paši – kopā ir spēks.",
                ],
            }
        ],
    },
    {
        **both(
            title=(
                "Kā aktivizēt un iesaistīt kopienu",
                "How to activate and involve a community",
            ),
            summary=(
                "Informatīvs materiāls kopienu līderiem: ar ko sākt un kas palīdz.",
                "Information for community leaders: where to begin and what helps.",
            ),
        ),
        **PIERIGA,
        "project": "kopienu-pardomata-attistiba",
        "kind": "guideline",
        "files": [
            {
                "language": "lv",
                "paper": [
                    (
                        "Sākt ar vajadzībām",
                        [
                            """Apkaimes darbnīcā iedzīvotāji paši pasaka, kas viņiem ir
                            vajadzīgs, un izvēlas, ko risināt vispirms.""",
                        ],
                    ),
                    (
                        "Apzināt resursus",
                        [
                            """Katrā kopienā ir prasmes, vietas un lietas, ar kurām var sākt.
                            Elektronisks saraksts palīdz tās atrast.""",
                        ],
                    ),
                    (
                        "Mācīties citam no cita",
                        ["Pieredzes braucieni un līderu apmācības dod idejas un iedrošina."],
                    ),
                ],
            }
        ],
    },
]
