"""Posts of 2019 and 2020, with nothing in them that the projects' pages do not say."""

from datetime import date

from .building import both

POSTS = [
    both(
        title=(
            "Piekrastē sākas starptautisks viedo ciemu projekts",
            "An international smart villages project begins on the coast",
        ),
        summary=(
            """„Partnerība laukiem un jūrai” kopā ar vadošo partneri „Liepājas rajona
            partnerību” un Leader Bohuskust och gränsbygd Zviedrijā sāk projektu par viedajiem
            ciemiem piekrastē.""",
            """The Partnership for Rural and the Sea, the lead partner Liepāja District
            Partnership and Leader Bohuskust och gränsbygd in Sweden begin a project on smart
            villages on their coasts.""",
        ),
        body=(
            """<p>Zviedrijas partneris ir no Lysekil, kas atrodas uz ziemeļiem no Gēteborgas.
            Latvijā projekts notiek divās vietās: Engures un Papes apkaimē.</p><p>Engures pusē
            iedzīvotāji kopā ar lektoriem un mentoriem vispirms apzinās savas vajadzības un
            resursus. Tad sekos ideatons – diena, kurā kopā ar nozaru profesionāļiem tiks
            meklēti risinājumi. Vienu no labākajiem atbalstīs arī finansiāli.</p><p>Projekts
            ilgst no 2019. gada 29. augusta līdz 2020. gada 12. decembrim.</p>""",
            """<p>The Swedish partner is from Lysekil, north of Gothenburg. In Latvia the
            project takes place in and around Engure and Pape.</p><p>In and around Engure
            residents will first map their needs and resources together with lecturers and
            mentors. Then comes the ideathon: one day to look for solutions with professionals
            from various sectors. One of the best will be financed.</p><p>The project runs from
            29 August 2019 to 12 December 2020.</p>""",
        ),
    )
    | {
        "published_at": date(2019, 10, 21),
        "owner": "partneriba-laukiem-un-jurai",
        "cover": "harbour",
        "projects": ["viedo-ciemu-attistiba-piekrastes-teritorijas"],
        "themes": ["viedie-ciemi", "kopienas"],
    },
    both(
        title=("Kas ir viedais ciems?", "What is a smart village?"),
        summary=(
            """Viedais ciems nav ierīču kopums un nav gala rezultāts. Tas ir veids, kā vieta
            attīstās, balstoties uz to, kas tai jau ir.""",
            """A smart village is not a set of devices and not an end result. It is a way for a
            place to develop, building on what it already has.""",
        ),
        body=(
            """<p>Eiropas Komisija viedo ciemu definīciju formulēja 2017. gada aprīlī. Tās
            kodols ir vienkāršs: lauku kopienas balstās uz savām stiprajām īpašībām, vērtībām
            un iespējām un ar digitāliem rīkiem, inovācijām un zināšanām dara savu dzīvi
            labāku.</p><p>Projekts „Piekrastes viedie ciemi” to izmēģina dzīvē – Engures un
            Papes apkaimē.</p>""",
            """<p>The European Commission defined smart villages in April 2017. The core is
            simple: rural communities build on their strengths, values and opportunities, and
            make their lives better with digital tools, innovations and knowledge.</p><p>The
            project on smart villages on the coast tries this out in practice, in and around
            Engure and Pape.</p>""",
        ),
    )
    | {
        "published_at": date(2019, 11, 18),
        "projects": ["viedo-ciemu-attistiba-piekrastes-teritorijas"],
        "themes": ["viedie-ciemi", "digitalie-risinajumi"],
    },
    both(
        title=(
            "Latvijas partnerības atbalstīs Moldovas uzņēmējus",
            "Latvian partnerships will support businesses in Moldova",
        ),
        summary=(
            """No 2020. gada jūlija līdz decembrim Latvijas Lauku forums kopā ar lauku
            partnerībām palīdz Moldovas Ziemeļu reģiona uzņēmējiem pielāgoties ārkārtas
            situācijai.""",
            """From July to December 2020 the Latvian Rural Forum and rural partnerships help
            businesses in the north of Moldova adapt to the state of emergency.""",
        ),
        body=(
            """<p>Klātienē satikties nedrīkst, tāpēc viss notiek tiešsaistē. Iecerēta arī
            digitāla platforma, kas tuvinās Moldovas un Latvijas uzņēmējus un Moldovas
            pašvaldības.</p><p>Projektu finansē Ārlietu ministrija no attīstības sadarbības
            budžeta.</p>""",
            """<p>Meeting in person is not allowed, so everything happens online. There is also to
            be a digital platform to bring businesses of Moldova and Latvia and municipalities
            in Moldova closer together.</p><p>The project is financed by the Ministry of
            Foreign Affairs from the development cooperation budget.</p>""",
        ),
    )
    | {
        "published_at": date(2020, 7, 6),
        "owner": "lielupe",
        "cover": "hills",
        "projects": ["atbalsts-moldovas-regionu-izaugsmei"],
        "themes": ["uznemejdarbiba-turisms-amatnieciba", "pieredzes-apmaina"],
    },
    both(
        title=(
            "32 lauku kopienas meklēs savus risinājumus projektā „KOPA”",
            "32 rural communities will look for solutions of their own in KOPA",
        ),
        summary=(
            """Četras partnerības divu gadu laikā rīkos apkaimes darbnīcas 17 novados, mācīs
            kopienu līderus un pierakstīs, kādi resursi kopienām ir.""",
            """Over two years four partnerships will hold neighbourhood workshops in 17
            municipalities, train leaders and record what resources communities have.""",
        ),
        body=(
            """<p>Projektu īsteno „Pierīgas partnerība”, „Cēsu rajona lauku partnerība”,
            „Darīsim paši!” un „Zied zeme”. Alsungas, Kuldīgas un Skrundas novadā kopienas
            atbalsta Kurzemes NVO centrs.</p><p>Paredzēti arī pieredzes braucieni, videostāsti
            un informatīvs materiāls par to, kā kopienas aktivizēt un iesaistīt.</p>""",
            """<p>The project is carried out by Pierīgas partnerība, the Cēsis District Rural
            Partnership, Darīsim paši! and Zied zeme. In Alsunga, Kuldīga and Skrunda the
            Kurzeme NGO Centre supports the communities.</p><p>There will also be study trips,
            video stories and information material on how to activate and involve
            communities.</p>""",
        ),
    )
    | {
        "published_at": date(2020, 11, 10),
        "owner": "pierigas-partneriba",
        "cover": "clearing",
        "projects": ["kopienu-pardomata-attistiba"],
        "themes": ["kopienas"],
    },
]
