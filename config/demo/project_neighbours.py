"""“Kaimiņu sadarbība kopīgai attīstībai”, as its page at pierigaspartneriba.lv tells it."""

from datetime import date

from .building import both

# One page, two ends: finished „ar oktobra beigām”, and carried out „līdz šī gada novembrim”.
# Both agree with the last day of October; the year is that of the number and of the hashtag.
LAST_MONTH = date(2021, 10, 31)

PROJECT = {
    "fields": both(
        title=(
            "Kaimiņu sadarbība kopīgai attīstībai",
            "Neighbours’ cooperation for common development",
        ),
        summary=(
            """Divas kaimiņu partnerības pētīja nevalstisko sektoru un saveda kopā aktīvos
            cilvēkus Mārupes, Olaines un Ķekavas novadā. Pasākumos piedalījās vairāk nekā 140
            cilvēku, un forumos apkopotas vairāk nekā 163 idejas.""",
            """Two neighbouring partnerships studied the non-governmental sector and brought
            together active people from Mārupe, Olaine and Ķekava municipalities. More than 140
            people took part in the events, and more than 163 ideas were collected at the
            forums.""",
        ),
        aims=(
            """<p>Projekts palīdzēja kaimiņu novadu biedrībām un kopienu līderiem iepazīties,
            atrast iespējas sadarboties savā starpā un ar pašvaldībām un kopīgi domāt par
            dzīves kvalitāti novados.</p>""",
            """<p>The project helped associations and community leaders of neighbouring
            municipalities to get to know each other, to find ways of cooperating with each
            other and with the municipalities, and to think together about the quality of
            life.</p>""",
        ),
        target_groups=(
            "Nevalstiskās organizācijas, aktīvo kopienu līderi un veidotāji",
            "Non-governmental organisations, leaders and founders of active communities",
        ),
        activities=(
            """<h3>Pētījums</h3><p>Visā projekta laikā tika pētīts nevalstiskais sektors
            iesaistītajos novados: organizāciju „profils” un darbība, to savstarpējā sadarbība,
            sadarbības iespējas ar pašvaldībām un pašvaldību atbalsts. Pētnieki iepazina jaunas
            organizācijas un jaunus līderus, kuri vēlas veidot kopienas apdzīvotajās vietās, un
            ar pašvaldībām un biedrībām pārrunāja, kā tās var iesaistīties novadu dzīves
            kvalitātes uzlabošanā un iedzīvotāju
            aktivizēšanā.</p><h3>Pasākumi</h3><ul><li>Iedzīvotāju forumi „Ideju
            skrejceļš”.</li> <li>Divu dienu pasākums „Dižkūre”.</li><li>Pieredzes brauciens uz
            Vidzemi.</li> <li>Seminārs iedzīvotāju kopienu līderiem un veidotājiem.</li></ul>
            <p>Forumos piecas tematiskās grupas apsprieda iedzīvotāju redzējumu par novadu
            attīstību: kultūru un izglītību; vidi, mājokli un drošību; uzņēmējdarbības
            attīstību, tūrismu un amatniecību; sportu, atpūtu un iespējas jauniešiem;
            iedzīvotāju kopienas.</p>""",
            """<h3>A study</h3><p>Throughout the project the non-governmental sector of the
            municipalities was studied: the “profile” and work of organisations, their
            cooperation with each other, opportunities to cooperate with the municipalities,
            and the municipalities’ support. The researchers got to know new organisations and new
            leaders who want to build communities where they live, and discussed with
            municipalities and associations how they can take part in improving the quality of
            life and in activating residents.</p><h3>Events</h3> <ul><li>Residents’ forums
            “Ideju skrejceļš” (Runway of Ideas).</li> <li>The two-day event
            “Dižkūre”.</li><li>A study trip to Vidzeme.</li> <li>A seminar for leaders and
            founders of residents’ communities.</li></ul> <p>At the forums five thematic groups
            discussed how residents see the development of their municipalities: culture and
            education; environment, housing and safety; business development, tourism and
            crafts; sport, leisure and opportunities for young people; residents’
            communities.</p>""",
        ),
        outcome=(
            """<p>Forumos apkopotas vairāk nekā 163 idejas. Daļu var īstenot paši iedzīvotāji
            vai novada nevalstiskās organizācijas, citām vajadzīga pašvaldības
            iesaiste.</p><p>Ideju apkopojums ir publicēts abu biedrību mājaslapās un iesniegts
            novadu pašvaldībām.</p>""",
            """<p>The forums brought together more than 163 ideas. Some can be carried out by
            residents themselves or by local non-governmental organisations; others require the
            municipality to be involved.</p><p>The collection of ideas is published on the web
            sites of both associations and was handed over to the municipalities.</p>""",
        ),
        thanks=(
            """Paldies visiem, kas iesaistījās: pašvaldībām, nevalstiskajam sektoram un
            aktīvajiem iedzīvotājiem. Uz turpmāku sadarbību!""",
            """Thank you to everybody who took part: municipalities, the non-governmental
            sector and active residents. We look forward to working together again!""",
        ),
        territory_note=(
            "Mārupes (t.\u00a0sk. Babītes), Olaines un Ķekavas (t.\u00a0sk. Baldones) novads",
            "Mārupe (including Babīte), Olaine and Ķekava (including Baldone) municipalities",
        ),
    )
    | {
        "kind": "interterritorial",
        "status": "completed",
        "number": "2021.LV/NVOF/MAC/039",
        "programme": "nvo-fonds",
        "end_on": LAST_MONTH,
        "end_precision": "month",
        "owner": "pierigas-partneriba",
        "published_at": date(2021, 11, 2),
    },
    "themes": [
        "kultura-un-izglitiba",
        "vide-majoklis-drosiba",
        "uznemejdarbiba-turisms-amatnieciba",
        "sports-atputa-jauniesi",
        "kopienas",
    ],
    "territories": ["marupes-novads", "olaines-novads", "kekavas-novads"],
    # The page names both associations side by side and no lead.
    "partners": [{"organisation": "pierigas-partneriba"}, {"organisation": "daugavkrasts"}],
    "money": [
        {"fund": "sif"}
        | both(
            note=(
                "Latvijas valsts budžeta līdzekļi, ko piešķīrusi Kultūras ministrija",
                "Latvian state budget, allocated by the Ministry of Culture",
            )
        ),
    ],
    "steps": [
        both(title=("Pētījums par nevalstisko sektoru", "Study of the non-governmental sector")),
        both(title=("Iedzīvotāju forumi „Ideju skrejceļš”", "Residents’ forums “Ideju skrejceļš”"))
        | {"is_highlight": True},
        both(title=("Divu dienu pasākums „Dižkūre”", "The two-day event “Dižkūre”")),
        both(title=("Pieredzes brauciens uz Vidzemi", "Study trip to Vidzeme")),
        both(
            title=(
                "Seminārs kopienu līderiem un veidotājiem",
                "Seminar for leaders and founders of communities",
            )
        ),
        both(title=("Projekts noslēdzies", "The project has ended"))
        | {"happens_on": LAST_MONTH, "precision": "month"},
    ],
    "links": [
        both(
            label=(
                "Pētījums par nevalstisko sektoru Mārupes, Olaines un Ķekavas novadā",
                "Study of the non-governmental sector in Mārupe, Olaine and Ķekava (in Latvian)",
            )
        )
        | {"url": "https://ej.uz/PetijumsNVO"},
    ],
}
