"""Posts from the end of 2020 to 2022, with nothing that the projects' pages do not say."""

from datetime import date

from .building import both

POSTS = [
    both(
        title=(
            "Moldova viesojas Latvijā, neizejot no mājām",
            "Moldova visits Latvia without leaving home",
        ),
        summary=(
            """Noslēguma pasākumā 2020. gada 5. decembrī Moldovas partnerības un uzņēmēji
            virtuāli iepazina Latviju: ekskursijas, stāsti un divas meistarklases.""",
            """At the closing event on 5 December 2020 Moldovan partnerships and businesses
            got to know Latvia virtually: tours, stories and two master classes.""",
        ),
        body=(
            """<p>Jelgavas novads parādīja Lielplatones muižas „Vešūzi” un Svētes pili.
            Meistarklasēs tapa dabīgu augu skrubis un skalu grozi, un dalībnieki Moldovā
            darīja līdzi, jo materiālus bija saņēmuši iepriekš.</p><p>Pirms tam notika 12
            vebināri, un trīs uzņēmēji ieguva zīmolu grāmatas.</p>""",
            """<p>Jelgava Municipality showed “Vešūzis”, the wash house of Lielplatone manor,
            and Svēte castle. In the master classes a scrub was made from natural plants and
            baskets from wood splints; the participants in Moldova joined in, because they
            had received the materials beforehand.</p><p>Before that there had been 12
            webinars, and three businesses received brand books.</p>""",
        ),
    )
    | {
        "published_at": date(2020, 12, 7),
        "owner": "lielupe",
        "projects": ["atbalsts-moldovas-regionu-izaugsmei", "atbalsts-vietejo-produktu-razotajiem"],
        "themes": ["pieredzes-apmaina", "digitalie-risinajumi"],
    },
    both(
        title=(
            "Novadu nosaukumi mainās, projekti paliek atrodami",
            "Names of municipalities change, projects stay easy to find",
        ),
        summary=(
            """No 119 pašvaldībām ir palikušas 43. Šajā vietnē vecais novada nosaukums
            joprojām aizved pie tā, kas tajā paveikts.""",
            """Of 119 municipalities 43 are left. On this site the old name of a municipality
            still leads to what was done there.""",
        ),
        body=(
            """<p>Babītes novads kļuva par Mārupes novada daļu, Baldones novads – par Ķekavas
            novada daļu, bet Skrundas un Alsungas novads – par Kuldīgas novada daļu. Kas meklē
            Babīti, tas atrod arī projektus Mārupes novadā, un agrākie projekti savu vietu
            nezaudē.</p>""",
            """<p>Babīte Municipality became part of Mārupe Municipality, Baldone part of
            Ķekava Municipality, and Skrunda and Alsunga part of Kuldīga Municipality. Whoever
            looks for Babīte also finds projects in Mārupe Municipality, and earlier projects
            do not lose their place.</p>""",
        ),
    )
    | {
        "published_at": date(2021, 7, 1),
        "projects": ["atbalsts-vietejo-produktu-razotajiem", "kopienu-pardomata-attistiba"],
        "themes": ["kopienas"],
    },
    both(
        title=(
            "Vairāk nekā 163 idejas trim kaimiņu novadiem",
            "More than 163 ideas for three neighbouring municipalities",
        ),
        summary=(
            """Noslēdzies projekts „Kaimiņu sadarbība kopīgai attīstībai”. Idejas no
            iedzīvotāju forumiem tagad ir Mārupes, Olaines un Ķekavas novada pašvaldībās.""",
            """The project “Neighbours’ cooperation for common development” has ended. The
            ideas from the residents’ forums are now with the municipalities of Mārupe, Olaine
            and Ķekava.""",
        ),
        body=(
            """<p>Forumos „Ideju skrejceļš” piecas tematiskās grupas runāja par to, kas novados
            darāms. Daļu ideju iedzīvotāji un biedrības var īstenot paši, citām vajadzīga
            pašvaldība.</p><p>Projekta pasākumos piedalījās vairāk nekā 140 cilvēku. Paldies
            visiem!</p>""",
            """<p>At the forums “Ideju skrejceļš” five thematic groups talked about what the
            municipalities need. Some ideas can be carried out by residents and associations
            themselves, others need the municipality.</p><p>More than 140 people took part in
            the events of the project. Thank you to everybody!</p>""",
        ),
    )
    | {
        "published_at": date(2021, 11, 2),
        "owner": "pierigas-partneriba",
        "projects": ["kaiminu-sadarbiba-kopigai-attistibai"],
        "themes": ["kopienas", "kultura-un-izglitiba", "vide-majoklis-drosiba"],
    },
    both(
        title=(
            "Apstiprināts „Smart Villages LEADER Network”",
            "“Smart Villages LEADER Network” approved",
        ),
        summary=(
            """Viedo ciemu starptautiskajā tīklā ir četri ārvalstu un trīs Latvijas partneri.
            Pirmais pieredzes brauciens plānots 2022. gada oktobrī.""",
            """The international network of smart villages has four partners abroad and three
            in Latvia. The first study trip is planned for October 2022.""",
        ),
        body=(
            """<p>20 cilvēki no Latvijas dosies uz Skotiju, Grieķiju un Somiju. Tas papildina
            projektu „KOPA”, kurā viedo ciemu ideju izmēģina tepat Latvijā.</p>""",
            """<p>20 people from Latvia will go to Scotland, Greece and Finland. This
            complements KOPA, in which the idea of smart villages is tried out here in
            Latvia.</p>""",
        ),
    )
    | {
        "published_at": date(2022, 6, 15),
        "owner": "zied-zeme",
        "cover": "lake",
        "projects": ["smart-villages-leader-network", "kopienu-pardomata-attistiba"],
        "themes": ["viedie-ciemi", "pieredzes-apmaina"],
    },
]
