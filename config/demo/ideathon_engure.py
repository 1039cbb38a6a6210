"""The ideathon of Engure. The page tells of the day and of the solution that the project paid for;
needs, teams and points are invented, and the page says so."""

from .building import both

INVENTED = (
    """<p>Projekta lapā teikts, ka Engures apkaimē pēc vajadzību un resursu apzināšanas notiks ideju
    darbnīca jeb ideatons un vienu no labākajiem risinājumiem atbalstīs ar projekta naudu. Šī lapa
    parāda, kā vietnē izskatās ceļš no vajadzības līdz apmaksātam risinājumam: vajadzības, komandas
    un punkti te ir izdomāti.</p>""",
    """<p>The project’s page says that in and around Engure, once needs and resources are known, an
    ideas workshop, the ideathon, follows, and that one of the best solutions is paid for by the
    project. This page shows how the way from a need to a solution looks on the site: needs, teams
    and points are invented here.</p>""",
)
FORUM = both(
    title=("Engures apkaimes vajadzības", "Needs in and around Engure"),
    summary=(
        "Kā apkaimē pietrūkst: par to iedzīvotāji stāstīja sarunās ar mentoriem.",
        "What the area lacks, as residents told the mentors.",
    ),
)
THEMES = {
    "kopa": both(name=("Būt kopā", "Being together")),
    "celi": both(name=("Ceļi", "Getting around")),
    "darbs": both(name=("Darbs un tirgus", "Work and market")),
}
# Name → theme, who can do it, texts.
NEEDS = {
    "viesistaba": (
        "kopa",
        ("by_residents", "by_ngo"),
        both(
            title=("Vieta, kur satikties arī ziemā", "A place to meet, in winter too"),
            body=(
                "<p>Vasarā satiekamies krastā. Ziemā siltas vietas, kur pasēdēt kopā, nav.</p>",
                "<p>In summer we meet on the shore. In winter there is nowhere warm to meet.</p>",
            ),
        ),
    ),
    "osta": (
        "celi",
        ("by_residents", "by_municipality"),
        both(
            title=("Nokļūt līdz ostai bez auto", "Getting to the harbour without a car"),
            body=(
                "<p>Autobuss pietur pie skolas; līdz ostai ar bērnu ratiņiem ir tālu.</p>",
                "<p>The bus stops at the school; with a pram the harbour is far away.</p>",
            ),
        ),
    ),
    "darbs": (
        "darbs",
        ("by_residents", "by_ngo"),
        both(
            title=("Jauniešiem darbs ne tikai vasarā", "Work for young people, not only in summer"),
            body=(
                "<p>Septembrī darbs beidzas, un jaunieši brauc prom.</p>",
                "<p>In September the work ends and young people leave.</p>",
            ),
        ),
    ),
    "tirgus": (
        "darbs",
        ("by_residents",),
        both(
            title=("Kur nopirkt vietējo zivi visu gadu", "Where to buy local fish all year"),
            body=(
                "<p>Zvejnieki ir, pircēji ir, bet ziemā viņi nesatiekas.</p>",
                "<p>There are fishers and there are buyers, but in winter they do not meet.</p>",
            ),
        ),
    ),
}
# (needs, texts)
CHALLENGES = {
    "telpa": (
        ("viesistaba",),
        both(
            title=(
                "Kā tukšu telpu padarīt par apkaimes viesistabu?",
                "How can an empty room become the living room of the area?",
            ),
            text=(
                "Telpu netrūkst; trūkst siltuma, atslēgas un cilvēka, kas atver durvis.",
                "There are rooms; what is missing is heat, a key and somebody to open the door.",
            ),
        ),
    ),
    "cels": (
        ("osta",),
        both(
            title=(
                "Kā savienot ciemu un ostu bez auto?",
                "How can village and harbour be linked without a car?",
            ),
            text=(
                "Risinājumam jāder arī vecākiem ar ratiņiem un senioriem.",
                "It has to work for parents with prams and for older people, too.",
            ),
        ),
    ),
    "sezona": (
        ("darbs", "tirgus"),
        both(
            title=(
                "Kā pagarināt sezonu ražotājiem un jauniešiem?",
                "How can the season last longer for producers and young people?",
            ),
            text=(
                "Meklējam ieņēmumus no oktobra līdz aprīlim.",
                "We are looking for income from October to April.",
            ),
        ),
    ),
}
CRITERIA = [
    (3, both(title=("Ieguvums apkaimei", "Benefit for the area"))),
    (2, both(title=("Īstenojamība gada laikā", "Feasibility within a year"))),
    (1, both(title=("Dzīvotspēja pēc projekta", "Viability after the project"))),
]
# (challenge, team, people, euros, points of three jurors by criterion, texts)
SOLUTIONS = [
    (
        "telpa",
        "Cehs",
        5,
        6000,
        ((5, 4, 4), (4, 4, 5), (5, 5, 4)),
        both(
            title=(
                "Viesistaba vecajā zivju cehā",
                "A living room in the old fish works",
            ),
            summary=(
                """Iedzīvotāji paši iekārto vienu ceha telpu ar krāsni, garu galdu un bērnu
                stūrīti; atslēgu glabā pieci cilvēki pēc grafika.""",
                """Residents fit out one room of the works with a stove, a long table and a corner
                for children; five people keep the key by turns.""",
            ),
            body=(
                """<p>Telpa pieder biedrībai, jumts ir salabots. Nauda vajadzīga krāsnij, logiem un
                elektrībai; darbu darām talkās.</p><p>Pirmajā ziemā telpa ir vaļā trīs vakarus
                nedēļā. Malku sarūpē tie, kas to izmanto.</p>""",
                """<p>The room belongs to an association, and its roof is mended. The money is for
                the stove, the windows and the wiring; we do the work together.</p><p>In the first
                winter it is open three evenings a week. Those who use it bring firewood.</p>""",
            ),
        ),
    ),
    (
        "cels",
        "Divi riteņi",
        3,
        4500,
        ((4, 4, 3), (4, 3, 3), (3, 4, 4)),
        both(
            title=("Kravas velosipēdi pie skolas", "Cargo bikes at the school"),
            summary=(
                """Trīs kravas velosipēdi ar bērnu sēdekļiem, ko pie autobusa pieturas atslēdz ar
                bibliotēkas karti.""",
                """Three cargo bikes with seats for children, unlocked at the bus stop with a
                library card.""",
            ),
            body=(
                "<p>Velosipēdus uztur skolas darbnīca; ziemā tie stāv zem jumta.</p>",
                "<p>The school’s workshop services them; in winter they stand under a roof.</p>",
            ),
        ),
    ),
    (
        "sezona",
        "Tīkls",
        4,
        3800,
        ((4, 5, 3), (3, 5, 4), (4, 4, 4)),
        both(
            title=("Ziemas tirdziņš ar pasūtījumiem", "A winter market with orders"),
            summary=(
                """Pircēji pasūta līdz ceturtdienai, sestdienā jaunieši pasūtījumus saliek un
                izsniedz ostas šķūnī.""",
                """Buyers order by Thursday; on Saturday young people pack the orders and hand
                them out in the harbour shed.""",
            ),
            body=(
                "<p>Zvejnieks zina, cik nest; jauniešiem ir darbs katru sestdienu.</p>",
                "<p>Fishers know how much to bring; young people work every Saturday.</p>",
            ),
        ),
    ),
]
DECISION = both(
    decision=(
        """Žūrija šim risinājumam deva visvairāk punktu: ieguvums ir visai apkaimei, telpa jau ir,
        un komanda darbu dara pati. Projekts apmaksā krāsni, logus un elektrību.""",
        """The jury gave this solution the most points: the whole area gains, the room is there, and
        the team does the work itself. The project pays for the stove, the windows and the
        wiring.""",
    )
)
