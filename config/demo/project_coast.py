"""“Viedo ciemu attīstība piekrastes teritorijās”, as its page at plj.lv tells it."""

from datetime import date

from .building import both

PROJECT = {
    "fields": both(
        title=(
            "Viedo ciemu attīstība piekrastes teritorijās",
            "Development of smart villages in coastal areas",
        ),
        summary=(
            """Divas Latvijas partnerības un viena Zviedrijas partnerība sāka attīstīt viedos
            ciemus savā piekrastē; Latvijā tā ir Engures un Papes apkaime. Pamatā ir
            iedzīvotāju sadarbība, viņu vajadzības un kopīgie resursi.""",
            """Two Latvian partnerships and one in Sweden began to develop smart villages on
            their coasts; in Latvia, in and around Engure and Pape. The project builds on
            cooperation among residents, on their needs and on the resources they share.""",
        ),
        aims=(
            """<p>Projekta mērķis bija sākt viedo ciemu koncepcijas attīstību katra partnera
            piekrastes teritorijā. Tās pamats ir vietējo iedzīvotāju sadarbība un jauni veidi,
            kā strādāt kopā.</p><p>Prioritāte bija sadarbība starp uzņēmējdarbību, sociālo
            uzņēmējdarbību, sociālo jomu un kultūru. Tai bija jāveicina pāreja uz aprites
            ekonomiku: gudrāka vietējo resursu izmantošana, konkurētspēja, ilgtspējīga
            ekonomikas un teritorijas izaugsme.</p>""",
            """<p>The project set out to begin developing the concept of smart villages in the
            coastal area of every partner. The basis was cooperation among local people and new
            ways of working together.</p><p>The priority was cooperation between business,
            social enterprise, the social sector and culture. It was to promote the move to a
            circular economy: smarter use of local resources, competitiveness, and sustainable
            growth of the economy and the area.</p>""",
        ),
        tasks=(
            """<ul><li>Apzināt apkaimes vajadzības un kopīgos resursus.</li> <li>Izskaidrot
            viedo ciemu konceptu.</li> <li>Kopā atrast pamatotas vajadzības un
            izaicinājumus.</li> <li>Noskaidrot, kādas vērtības un prasmes piemīt katram
            iedzīvotājam.</li></ul>""",
            """<ul><li>Map the needs and common resources of the neighbourhood.</li>
            <li>Explain the concept of smart villages.</li> <li>Find well-founded needs and
            challenges together.</li> <li>Find out what values and skills every resident
            has.</li></ul>""",
        ),
        target_groups=(
            "Piekrastes ciemu iedzīvotāji, uzņēmēji, sociālie un kultūras darbinieki",
            "Residents of coastal villages, businesses, people in the social sector and culture",
        ),
        activities=(
            """<h3>Vajadzības, resursi, ideatons</h3><p>Pasākumos profesionālu lektoru un
            mentoru pavadībā bija paredzēts apzināt apkaimes vajadzības un resursus. Pēc tiem
            bija iecerēta ideju darbnīca jeb ideatons: diena, kurā kopā ar nozaru
            profesionāļiem meklēt risinājumus esošajiem izaicinājumiem. Vienu no labākajiem
            risinājumiem bija iecerēts finansiāli atbalstīt no projekta līdzekļiem.</p>
            <h3>Padomdevēji no citām valstīm</h3><p>Visos pasākumos bija paredzēts piesaistīt
            profesionāļus no Zviedrijas, Islandes un Eiropas Zivsaimniecības grupu tīkla
            (FARNET). Viņu uzdevums bija palīdzēt Engures apkaimei spert pirmos soļus uz savu
            viedo ciemu – viedu un kvalitatīvu dzīves vietu.</p> <h3>Braucieni</h3><p>Pieredzes
            apmaiņas braucienā uz Zviedriju bija paredzēts iepazīt viedo teritoriju un kopienu
            attīstību. Atsevišķi bija iecerēts piedāvāt iespēju 2020. gadā doties uz
            Islandi.</p><p>Par viedo ciemu konceptu ir arī īss video.</p>""",
            """<h3>Needs, resources, an ideathon</h3><p>At the events the needs and resources
            of the neighbourhood were to be mapped with the help of professional lecturers and
            mentors. An ideas workshop, the ideathon, was to follow: a day to look for
            solutions to existing challenges together with professionals from various sectors.
            One of the best solutions was to be financed by the project.</p> <h3>Advice from
            abroad</h3><p>Professionals from Sweden, Iceland and the European Fisheries Areas
            Network (FARNET) were to be invited to all events. Their task was to help Engure
            and its surroundings take the first steps towards a smart village of their own – a
            smart and good place to live.</p> <h3>Trips</h3><p>A study trip to Sweden was
            planned, to see how smart areas and communities develop there. A separate
            opportunity to go to Iceland in 2020 was to be offered.</p><p>A short video
            explains the concept of smart villages.</p>""",
        ),
    )
    | {
        "short_name_lv": "Piekrastes viedie ciemi",
        "short_name_en": "Smart villages of the coast",
        "kind": "transnational",
        "status": "completed",
        "number": "19-00-F043.0443-000001",
        "programme": "ricibas-programma-zivsaimniecibas-attistibai-2014-2020",
        "measure": "ejzf-sadarbiba",
        "total_cost": 50000,
        "cofinancing_rate": 100,
        "start_on": date(2019, 8, 29),
        "end_on": date(2020, 12, 12),
        "owner": "partneriba-laukiem-un-jurai",
        "cover": "dunes",
        "published_at": date(2019, 10, 21),
    },
    "themes": ["viedie-ciemi", "aprites-ekonomika", "kopienas", "pieredzes-apmaina"],
    "terms": ["viedais-ciems", "ideatons", "vietejas-ricibas-grupa"],
    "partners": [
        {
            "organisation": "liepajas-rajona-partneriba",
            "role": "lead",
            "territories": ["papes-apkaime"],
        }
        | both(place=("Papes ciema apkaime", "The village of Pape and its surroundings")),
        {
            "organisation": "partneriba-laukiem-un-jurai",
            "territories": ["engures-apkaime"],
            "contact": "Ieva Vītola Deusa",
        }
        | both(place=("Engures apkaime", "Engure and its surroundings")),
        {"organisation": "bohuskust", "territories": ["lysekil"]},
    ],
    "money": [{"fund": "ejzf", "amount": 50000, "rate": 100}],
    "results": [
        both(label=("finansiāli atbalstīts risinājums", "solution financed by the project"))
        | {"value": 1, "is_planned": True},
    ],
    # The wording of the Latvian page; the English text is a translation of it.
    "quotes": [
        both(
            text=(
                """Viedie ciemi ir lauku reģioni un kopienas, kas balstās uz savām esošajām
                stiprajām īpašībām un vērtībām, kā arī uz jaunu iespēju pilnveidošanu, lai
                radītu jaunu pievienoto vērtību. Viedajos ciemos tradicionālas lietas un
                jaunas pieejas tiek meklētas un uzlabotas, izmantojot digitālās komunikāciju
                tehnoloģijas, inovācijas un zināšanu labāku pielietojumu vietējo iedzīvotāju
                labā.""",
                """Smart villages are rural areas and communities which build on their
                existing strengths and values, and on developing new opportunities, to create
                new added value. In smart villages traditional things and new approaches are
                sought and improved with digital communication technologies, innovations and a
                better use of knowledge for the benefit of local people.""",
            ),
            source=(
                "Eiropas Komisija, „ES plāns darbībai ar viedajiem ciemiem”, 2017. gada aprīlis",
                "European Commission, “EU Action for Smart Villages”, April 2017 (our translation)",
            ),
        ),
    ],
    "steps": [
        both(title=("Projekts sākas", "The project begins"))
        | {"happens_on": date(2019, 8, 29), "is_highlight": True},
        both(
            title=("Vajadzību un resursu darbnīcas", "Workshops on needs and resources"),
            text=(
                "Profesionālu lektoru un mentoru pavadībā.",
                "With professional lecturers and mentors.",
            ),
        ),
        both(
            title=("Ideatons", "Ideathon"),
            text=(
                "Viena diena, nozaru profesionāļi un viens finansiāli atbalstīts risinājums.",
                "One day, professionals from various sectors, and funding for one solution.",
            ),
        ),
        both(title=("Pieredzes brauciens uz Zviedriju", "Study trip to Sweden")),
        both(title=("Iespēja doties uz Islandi", "An opportunity to go to Iceland"))
        | {"happens_on": date(2020, 1, 1), "precision": "year"},
        both(title=("Projekts noslēdzas", "The project ends")) | {"happens_on": date(2020, 12, 12)},
    ],
    "gallery": ["dunes", "harbour", "clearing", "lake"],
}
