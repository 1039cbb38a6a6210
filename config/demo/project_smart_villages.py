"""“Smart Villages LEADER Network”, as its page at pierigaspartneriba.lv tells it."""

from datetime import date

from .building import both

# The page says „šī gada oktobrī” and ends with © 2022: the year of the trip is inferred from that.
FIRST_TRIP = date(2022, 10, 1)

PROJECT = {
    "fields": both(
        title=("Smart Villages LEADER Network", "Smart Villages LEADER Network"),
        summary=(
            """Septiņi partneri no Latvijas, Somijas, Grieķijas un Skotijas mācās cits no cita,
            kā viedi attīstīt ciemus. No Latvijas piedalās „Zied zeme”, „Pierīgas partnerība”
            un „Sernikon”.""",
            """Seven partners from Latvia, Finland, Greece and Scotland learn from each other
            how to develop villages in a smart way. The Latvian partners are Zied zeme,
            Pierīgas partnerība and Sernikon.""",
        ),
        aims=(
            """<p>Projekts veicina viedu vietējo attīstību „Zied zemes”, „Pierīgas partnerības”
            un „Sernikon” darbības teritorijās. Līdzeklis ir starptautiska sadarbība: partneri
            pārņem cits cita labo praksi un apmainās ar pieredzi.</p>""",
            """<p>The project promotes smart local development in the areas of Zied zeme,
            Pierīgas partnerība and Sernikon. It does so through international cooperation: the
            partners adopt each other’s good practice and exchange experience.</p>""",
        ),
        tasks=(
            """<ul><li>Apzināt iespējas radīt pievienoto vērtību lauku teritorijās.</li>
            <li>Pārņemt un ieviest projekta partneru labās prakses piemērus.</li>
            <li>Iedrošināt uzņēmējus un sociālos partnerus ikdienas darbā izmantot dažādus
            digitālo tehnoloģiju risinājumus.</li></ul>""",
            """<ul><li>Identify opportunities to create added value in rural areas.</li>
            <li>Adopt and put into practice good examples from the project’s partners.</li>
            <li>Encourage businesses and social partners to use various digital solutions in
            their everyday work.</li></ul>""",
        ),
        target_groups=(
            "Uzņēmēji, sociālie partneri un vietējie līderi",
            "Businesses, social partners and local leaders",
        ),
        body=(
            """<h2>Viedais ciems kā metode</h2><p>Viedais ciems nav rezultāts. Tā ir metode un
            process: kā viedi attīstīt vietējo ekonomiku, kopienas un dzīves vidi, balstoties
            uz to, kas vietai jau ir.</p> <h2>Trīs līmeņi</h2><p>Vietējā un nacionālā līmenī
            viedo ciemu ideju attīsta projekts „KOPA”, ko īsteno „Pierīgas partnerība”,
            „Darīsim paši!”, „Cēsu rajona lauku partnerība” un „Zied zeme”. Šis projekts
            pievieno starptautisko līmeni: vietējie līderi var mācīties no citu valstu
            pieredzes.</p>""",
            """<h2>The smart village as a method</h2><p>A smart village is not a result. It is
            a method and a process: how to develop the local economy, communities and the
            living environment in a smart way, building on what a place already has.</p>
            <h2>Three levels</h2><p>At the local and the national level the idea of smart
            villages is developed by KOPA, a project of Pierīgas partnerība, Darīsim paši!, the
            Cēsis District Rural Partnership and Zied zeme. This project adds the international
            level: local leaders can learn from the experience of other countries.</p>""",
        ),
        activities=(
            """<p>Pieredzes braucienos uz Lielbritāniju (Skotiju), Grieķiju un Somiju plānots
            doties 20 cilvēkiem no Latvijas. Pirmais brauciens plānots 2022. gada oktobrī.</p>""",
            """<p>Study trips to Great Britain (Scotland), Greece and Finland are planned for
            20 people from Latvia. The first trip is planned for October 2022.</p>""",
        ),
        territory_note=(
            "„Zied zemes”, „Pierīgas partnerības” un „Sernikon” darbības teritorijas",
            "The areas of Zied zeme, Pierīgas partnerība and Sernikon",
        ),
    )
    | {
        "title_language": "en",
        "kind": "transnational",
        "status": "approved",
        "number": "19-00-A019.333-000005",
        "programme": "latvijas-lauku-attistibas-programma-2014-2020",
        "measure": "elfla-sadarbiba",
        "owner": "pierigas-partneriba",
        "cover": "lake",
        "published_at": date(2022, 6, 15),
    },
    "themes": ["viedie-ciemi", "digitalie-risinajumi", "pieredzes-apmaina"],
    "terms": ["viedais-ciems", "vietejas-ricibas-grupa"],
    # The number is that of Zied zeme, which carries the project out as its beneficiary.
    "partners": [
        {"organisation": "zied-zeme", "role": "lead"}
        | both(
            note=(
                "Publisko un privāto partnerattiecību (PPP) biedrība; projekta numurs ir tās.",
                "Public-private partnership (PPP) association; the project number is its own.",
            )
        ),
        {"organisation": "pierigas-partneriba"},
        {"organisation": "juras-zeme"}
        | both(
            note=(
                "Piedalās ar nosaukumu PPP biedrība „Sernikon”; toreizējā vietne – sernikon.lv.",
                "Takes part as PPP association “Sernikon”; its site was then sernikon.lv.",
            )
        ),
        {"organisation": "kantri", "territories": ["pirkanmaa"]},
        {"organisation": "pirkanhelmi", "territories": ["pirkanmaa"]},
        {"organisation": "attica-islands-network", "territories": ["atika"]},
        {"organisation": "forth-valley-lomond", "territories": ["skotija"]},
    ],
    "money": [{"fund": "elfla"}],
    "results": [
        both(
            label=(
                "pieredzes braucienu dalībnieki no Latvijas",
                "study trip participants from Latvia",
            )
        )
        | {"value": 20, "is_planned": True},
    ],
    "steps": [
        both(
            title=("Pirmais pieredzes brauciens", "First study trip"),
            text=("Uz vienu no trim valstīm.", "To one of the three countries."),
        )
        | {"happens_on": FIRST_TRIP, "precision": "month", "is_highlight": True},
        both(
            title=(
                "Braucieni uz Lielbritāniju (Skotiju), Grieķiju un Somiju",
                "Trips to Great Britain (Scotland), Greece and Finland",
            ),
            text=("Kopā 20 cilvēki no Latvijas.", "20 people from Latvia in all."),
        ),
    ],
}
