"""Four programmes: what they are, and the sentence that their projects must show."""

from .building import both

PROGRAMMES = [
    both(
        title=(
            "Latvijas Lauku attīstības programma 2014.–2020. gadam",
            "Rural Development Programme of Latvia 2014–2020",
        ),
        summary=(
            """Programma, no kuras finansēja lielāko daļu LEADER darba Latvijas laukos, arī
            vietējo rīcības grupu sadarbību savā starpā un ar citām valstīm.""",
            """The programme that paid for most of LEADER in rural Latvia, including the
            cooperation of local action groups with each other and with other countries.""",
        ),
        body=(
            """<p>Sadarbības projektus atbalsta apakšpasākumā 19.3. Tā projektus pazīst pēc
            numura: piemēram, 19-00-A019.333-000005.</p>""",
            """<p>Sub-measure 19.3 supports cooperation projects. Their numbers look like
            this: 19-00-A019.333-000005.</p>""",
        ),
        # The official Latvian slogan of the fund is not verified, so this names the facts.
        statement=(
            """Projektu atbalsta Eiropas Lauksaimniecības fonds lauku attīstībai (ELFLA)
            Latvijas Lauku attīstības programmas 2014.–2020. gadam apakšpasākumā
            „Starpteritoriālā un starpvalstu sadarbība”.""",
            """The project is supported by the European Agricultural Fund for Rural
            Development (EAFRD) under the sub-measure “Interterritorial and transnational
            cooperation” of the Rural Development Programme of Latvia 2014–2020.""",
        ),
        national_line=(
            "Atbalsta Zemkopības ministrija un Lauku atbalsta dienests",
            "Supported by the Ministry of Agriculture and the Rural Support Service",
        ),
    )
    | {
        "slug_lv": "latvijas-lauku-attistibas-programma-2014-2020",
        "slug_en": "rural-development-programme-of-latvia-2014-2020",
        "fund": "elfla",
        "manager": "lauku-atbalsta-dienests",
        "period_start": 2014,
        "period_end": 2020,
        "number_pattern": r"^\d{2}-\d{2}-A019\.\d{3}-\d{6}$",
    },
    both(
        title=(
            "Rīcības programma zivsaimniecības attīstībai 2014.–2020. gadam",
            "Operational Programme for Fisheries Development 2014–2020",
        ),
        summary=(
            """Programma piekrastes un zivsaimniecības teritorijām. No tās finansēja arī
            piekrastes partnerību sadarbību.""",
            """The programme for the coast and the fisheries areas. It also paid for the
            cooperation of coastal partnerships.""",
        ),
        body=(
            """<p>Projekta „Piekrastes viedie ciemi” izmaksas tā sedza 100\u00a0% apmērā no
            pasākuma „Starpteritoriālā un starpvalstu sadarbība”.</p>""",
            """<p>It covered 100% of the costs of the project on smart villages on the coast,
            under the measure “Interterritorial and transnational cooperation”.</p>""",
        ),
        statement=(
            """Projekta izmaksas sedz Eiropas Jūrlietu un zivsaimniecības fonds no pasākuma
            „Starpteritoriālā un starpvalstu sadarbība”.""",
            """The costs of the project are covered by the European Maritime and Fisheries
            Fund under the measure “Interterritorial and transnational cooperation”.""",
        ),
        national_line=("", ""),
    )
    | {
        "slug_lv": "ricibas-programma-zivsaimniecibas-attistibai-2014-2020",
        "slug_en": "operational-programme-for-fisheries-development-2014-2020",
        "fund": "ejzf",
        "manager": "lauku-atbalsta-dienests",
        "period_start": 2014,
        "period_end": 2020,
        "number_pattern": r"^\d{2}-\d{2}-F043\.\d{4}-\d{6}$",
    },
    both(
        title=("NVO fonds", "NGO Fund"),
        summary=(
            """Sabiedrības integrācijas fonda programma biedrībām un nodibinājumiem. Naudu tai
            no valsts budžeta piešķir Kultūras ministrija.""",
            """A programme of the Society Integration Foundation for associations and
            foundations. Its money comes from the state budget through the Ministry of
            Culture.""",
        ),
        body=(
            """<p>Programma stiprina nevalstisko sektoru: pētījumus, tikšanās, mācības un
            kopienu līderus.</p>""",
            """<p>The programme strengthens the non-governmental sector: studies, meetings,
            training and community leaders.</p>""",
        ),
        statement=(
            """Projektu finansiāli atbalsta Sabiedrības integrācijas fonds no Kultūras
            ministrijas piešķirtajiem Latvijas valsts budžeta līdzekļiem.""",
            """The project is financially supported by the Society Integration Foundation from
            the Latvian state budget allocated by the Ministry of Culture.""",
        ),
        national_line=("", ""),
    )
    | {
        "fund": "sif",
        "manager": "sabiedribas-integracijas-fonds",
        "period_start": 2021,
        "period_end": 2021,
        "number_pattern": r"^\d{4}\.LV/NVOF/[A-Z]+/\d{3}$",
        "hashtag": "#NVOFonds2021",
        "website": "https://www.sif.gov.lv",
    },
    both(
        title=("Attīstības sadarbība 2020. gadā", "Development cooperation in 2020"),
        summary=(
            """Ārlietu ministrijas līdzekļi, ar kuriem Latvija dalās pieredzē ar valstīm ārpus
            Eiropas Savienības, arī ar Moldovu.""",
            """Funds of the Ministry of Foreign Affairs with which Latvia shares its experience
            with countries outside the European Union, Moldova among them.""",
        ),
        body=(
            """<p>Projektus īsteno Latvijas organizācijas kopā ar partneriem uz vietas.</p>""",
            """<p>Projects are carried out by Latvian organisations with local partners.</p>""",
        ),
        statement=(
            """Projekts saņēmis Ārlietu ministrijas finansējumu 2020. gadā no attīstības
            sadarbības budžeta.""",
            """The project received funding from the Ministry of Foreign Affairs in 2020 from
            the development cooperation budget.""",
        ),
        national_line=("", ""),
    )
    | {
        "fund": "arlietu-ministrija",
        "manager": "arlietu-ministrija",
        "period_start": 2020,
        "period_end": 2020,
        "website": "https://www.mfa.gov.lv",
    },
]
