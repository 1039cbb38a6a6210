"""Support for Moldova's regions, as its page at partneribalielupe.lv tells it."""

from datetime import date

from .building import both
from .project_makers import OWN_PAGE as EARLIER_PAGE

TITLE = (
    """Atbalsts Moldovas reģionu izaugsmei, sekmējot spēju pielāgoties ārkārtas situācijas
    apstākļiem un mazinot COVID-19 radītās sekas ilgtermiņā""",
    """Support for the growth of Moldova’s regions by promoting the ability to adapt to a state
    of emergency and by reducing the long-term effects of COVID-19""",
)
ACTIVITIES_LV = """<h3>12 vebināri</h3> <p>Lauku partnerības no dažādiem Latvijas reģioniem
dalījās pieredzē par to, kas Moldovas uzņēmējiem tobrīd bija svarīgi. Desmit tēmas:</p>
<ul><li>reklāmu veidošana internetā;</li><li>klientu vajadzību izzināšana;</li> <li>sadarbības
projektu veidošanas pieredze;</li><li>prezentācijas prasmju uzlabošana;</li> <li>projektu ideju
radīšana;</li><li>praktiski padomi lauku partnerību administratīvajā vadīšanā;</li><li>LEADER
programmas loma vietējo ražotāju konkurētspējas veicināšanā;</li> <li>vietējo resursu
efektivitātes paaugstināšana;</li><li>sadarbība starp dažādiem sektoriem;</li> <li>inovācijas
un jaunas tendences lauku apvidos: bioekonomika.</li></ul> <p>Divus vebinārus vadīja Lauku
partnerība „Lielupe”: „Tūrisms un tā veicināšanas pasākumi” un „Kā parādīt tūrisma iespējas
reģionā”. Pamatā bija pieredze agrākā LEADER sadarbības projektā, kurā deviņos novados tapa
jauni tūrisma piedāvājumi.</p> <h3>Darbs Moldovā</h3><p>Moldovas partneri kopā ar vietējām
rīcības grupām veidoja vietējo uzņēmēju datu bāzes un rīkoja mācības, kā izmantot Facebook
vietējo uzņēmēju e-veikalu izveidei.</p> <h3>Viesošanās tiešsaistē</h3><p>Noslēguma pasākumā
2020. gada 5. decembrī Moldovas lauku partnerības un uzņēmēji virtuāli viesojās Latvijā.
Partnerības bija sagatavojušas videoekskursijas savos novados. Jelgavas novadā tapa divas:
Lielplatones muižas „Vešūzī” par veļas mazgāšanas tradīcijām muižās 18. un 19. gadsimtā un
Svētes pilī par to, kā biedrība „Novada mantojums” pili atjauno.</p><p>Pieredzē par krīzes
pārvarēšanu dalījās un citus iedrošināja SIA „ColorPasta” (videoierakstā – SIA „PastaHouse”) un
„LV-Destilāti”. Divās virtuālajās meistarklasēs no Jelgavas novada Moldovas kolēģi darīja
līdzi, jo materiālus saņēma iepriekš: Z/s „Dārziņi-2” gatavoja dabīgu augu skrubi, un Inta
Bendrupa mācīja pīt skalu grozus.</p> <h3>Video</h3><ul><li>SIA „PastaHouse”</li><li>SIA
„LV-Destilāti”</li> <li>Lielplatones muižas „Vešūzis”</li><li>Biedrības „Novada mantojums”
iniciatīva: Svētes pils atjaunošana</li><li>Skrubja sagatavošana no dabīgiem
augiem</li><li>Skalu grozu pīšana</li></ul>"""
ACTIVITIES_EN = """<h3>12 webinars</h3> <p>Rural partnerships from various regions of Latvia
shared their experience of topics that mattered to businesses in Moldova at that time. Ten
topics:</p> <ul><li>creating advertising for the internet;</li><li>finding out what customers
need;</li> <li>experience of developing cooperation projects;</li><li>improving presentation
skills;</li> <li>generating ideas for projects;</li><li>practical advice on the administration
of rural partnerships;</li><li>the role of LEADER in making local producers more
competitive;</li> <li>using local resources more efficiently;</li><li>cooperation between
sectors;</li> <li>innovations and new trends in rural areas: the bioeconomy.</li></ul> <p>Two
webinars were led by the Rural Partnership “Lielupe”: “Tourism and how to promote it” and “How
to show what a region offers to tourists”. They drew on an earlier LEADER cooperation project,
in which new tourism offers were created in nine municipalities.</p> <h3>Work in
Moldova</h3><p>Together with local action groups the Moldovan partners built databases of local
businesses and held training on using Facebook to set up online shops for local businesses.</p>
<h3>A visit online</h3><p>At the closing event on 5 December 2020 Moldovan rural partnerships
and businesses visited Latvia virtually. The partnerships had prepared video tours of their
municipalities. Two came from Jelgava Municipality: one from “Vešūzis”, the wash house of
Lielplatone manor, on how laundry was done in manors in the 18th and 19th centuries, and one
from Svēte castle, on how the association “Novada mantojums” is restoring it.</p><p>SIA
“ColorPasta” (in the video, SIA “PastaHouse”) and “LV-Destilāti” told how they dealt with the
crisis and encouraged others. In two virtual master classes from Jelgava Municipality the
Moldovan colleagues joined in, because they had received the materials beforehand: the farm
“Dārziņi-2” made a scrub from natural plants, and Inta Bendrupa taught how to weave baskets
from wood splints.</p> <h3>Videos</h3><ul><li>SIA “PastaHouse”</li><li>SIA “LV-Destilāti”</li>
<li>“Vešūzis”, the wash house of Lielplatone manor</li><li>An initiative of the association
“Novada mantojums”: the restoration of Svēte castle</li><li>Making a scrub from natural
plants</li> <li>Weaving baskets from wood splints</li></ul>"""

PAGE = ("Projekta lapa „Lielupes” vietnē", "Page of the project, Rural Partnership “Lielupe”")

PROJECT = {
    "fields": both(
        title=TITLE,
        summary=(
            """Kad satikties klātienē nebija iespējams, Latvijas lauku partnerības atbalstīja
            Moldovas Ziemeļu reģiona uzņēmējus tiešsaistē: 12 vebināri, meistarklases un
            virtuāla viesošanās. Projekts palīdzēja vietējiem ražotājiem pārdot un sadarboties
            arī krīzes laikā.""",
            """When people could not meet, Latvian rural partnerships supported businesses in
            the north of Moldova online: 12 webinars, master classes and a virtual visit. The
            project helped local producers to sell and to cooperate even in the crisis.""",
        ),
        aims=(
            """<p>Projekts stiprināja vietējās uzņēmējdarbības attīstību Moldovas Ziemeļu
            reģionā. Viens no līdzekļiem bija digitāla platforma, ar kuru paplašināt sadarbību
            starp Moldovas mazajiem un vidējiem uzņēmumiem un pašvaldībām, kā arī starp
            Latvijas un Moldovas uzņēmējiem.</p>""",
            """<p>The project strengthened local business in the Northern Region of Moldova.
            One of its means was a digital platform to widen cooperation between small and
            medium-sized businesses and municipalities in Moldova, and between businesses of
            Latvia and Moldova.</p>""",
        ),
        target_groups=(
            """Moldovas mazie un vidējie uzņēmumi, pašvaldības un vietējās rīcības grupas,
            Latvijas uzņēmēji""",
            """Small and medium-sized businesses, municipalities and local action groups of
            Moldova, businesses of Latvia""",
        ),
        activities=(ACTIVITIES_LV, ACTIVITIES_EN),
        outcome=(
            """<p>Trīs uzņēmējiem projekts deva īpaši veidotas zīmolu grāmatas, lai viņi
            veiksmīgāk uzrunātu klientus. Datu bāzes, e-veikali un apgūtās prasmes palīdz
            pārvarēt COVID-19 krīzes sekas ilgtermiņā.</p><p>Darbs tiešsaistē bija jauns
            izaicinājums visiem un parādīja, ka pieredzi var nodot arī tad, kad klātienē
            satikties nevar: ar radošu pieeju, citādu risinājumu un tehnoloģijām.</p><p>Moldovā
            lauku partnerības projekta laikā bija jaunas: tās bija izveidojušās pēdējo divu
            gadu laikā un LEADER pieeju tikai sāka īstenot, tāpēc Latvijas kolēģu atbalsts un
            pieredze tām bija īpaši vajadzīgi.</p>""",
            """<p>The project gave three businesses brand books made for them, so that they
            could address their customers better. The databases, the online shops and the new
            skills help to overcome the effects of the COVID-19 crisis in the long
            term.</p><p>Working online was a new challenge to everybody and showed that
            experience can be passed on even when people cannot meet: with a creative approach,
            a different solution and technology.</p><p>Rural partnerships in Moldova were new
            at the time: they had come into being within the previous two years and were only
            beginning to work with the LEADER approach, so the support and experience of their
            Latvian colleagues were especially needed.</p>""",
        ),
        other_partners=(
            "Citas lauku partnerības Latvijā; vietējās rīcības grupas Moldovā",
            "Other rural partnerships in Latvia; local action groups in Moldova",
        ),
    )
    | {
        "slug_lv": "atbalsts-moldovas-regionu-izaugsmei",
        "slug_en": "support-for-the-growth-of-moldovas-regions",
        "kind": "development",
        "status": "completed",
        "programme": "attistibas-sadarbiba-2020-gada",
        # „No šī gada jūlija līdz decembrim”; the year is that of the money, 2020.
        "start_on": date(2020, 7, 1),
        "start_precision": "month",
        "end_on": date(2020, 12, 31),
        "end_precision": "month",
        "owner": "lielupe",
        "cover": "hills",
        "published_at": date(2020, 12, 7),
    },
    "themes": [
        "uznemejdarbiba-turisms-amatnieciba",
        "digitalie-risinajumi",
        "pieredzes-apmaina",
    ],
    "terms": ["vietejas-ricibas-grupa"],
    "territories": ["moldovas-ziemelu-regions"],
    "partners": [
        {"organisation": "latvijas-lauku-forums", "role": "lead"},
        {"organisation": "lielupe", "territories": ["jelgavas-novads"]}
        | both(
            note=(
                "Vadīja divus vebinārus; Jelgavas novadā sagatavoja divas virtuālās ekskursijas un "
                "divas meistarklases.",
                "Led two webinars; prepared two virtual tours and two master classes in Jelgava "
                "Municipality.",
            )
        ),
    ],
    "money": [
        {"fund": "arlietu-ministrija"}
        | both(
            note=(
                "2020. gada attīstības sadarbības budžets",
                "Development cooperation budget of 2020",
            )
        ),
    ],
    # Webinars, master classes, tours and brand books are counted from their rows.
    "results": [
        both(label=("vebināru tēmas", "webinar topics"), source=PAGE) | {"value": 10},
        both(label=("„Lielupes” vadīti vebināri", "webinars led by “Lielupe”"), source=PAGE)
        | {"value": 2},
        both(label=("video partnerības lapā", "videos on the partnership’s page"), source=PAGE)
        | {"value": 6},
    ],
    "steps": [
        both(title=("Projekts sākas", "The project begins"))
        | {"happens_on": date(2020, 7, 1), "precision": "month"},
        both(
            title=("12 vebināri Moldovas uzņēmējiem", "12 webinars for businesses in Moldova"),
        ),
        both(
            title=(
                "Noslēguma pasākums: virtuāla viesošanās Latvijā",
                "Closing event: a virtual visit to Latvia",
            ),
            text=(
                "Videoekskursijas, uzņēmēju stāsti un divas meistarklases.",
                "Video tours, stories from businesses and two master classes.",
            ),
        )
        | {"happens_on": date(2020, 12, 5), "is_highlight": True},
    ],
    "links": [
        both(
            label=(
                "Agrākā LEADER projekta lapa Lauku partnerības „Lielupe” vietnē",
                "Page of the earlier LEADER project, Rural Partnership “Lielupe” (in Latvian)",
            )
        )
        | {"url": EARLIER_PAGE},
    ],
}
