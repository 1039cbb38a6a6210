"""KOPA, as the page of Kurzemes NVO centrs tells it; the day it began is not known."""

from datetime import date

from .building import both

PROJECT = {
    "fields": both(
        title=("Kopienu pārdomāta attīstība", "Thoughtful development of communities"),
        summary=(
            """Četras partnerības divu gadu laikā palīdz 32 lauku kopienām saprast, kas tām
            vajadzīgs, un īstenot praktiskus risinājumus. Apkaimes darbnīcas notiek 17
            novados.""",
            """Over two years four partnerships help 32 rural communities understand what they
            need and put practical solutions in place. Neighbourhood workshops take place in 17
            municipalities.""",
        ),
        aims=(
            """<p>Projekta mērķis ir sekmēt kopienu iesaisti, lai tās pašas apzinātu savas
            vajadzības un īstenotu risinājumus. Projekts atbalsta kopienas un stiprina to
            ilgtspējīgu izaugsmi.</p>""",
            """<p>The aim of the project is to involve communities in identifying their needs
            and in putting solutions into practice. It supports communities and strengthens
            their sustainable growth.</p>""",
        ),
        target_groups=(
            "Lauku kopienu iedzīvotāji un līderi",
            "Residents and leaders of rural communities",
        ),
        activities=(
            """<ul><li>Apkaimes darbnīcas partneru darbības teritorijās: iedzīvotāji apzina un
            praktiski risina savas kopienas jautājumus.</li><li>Kopienu līderu apmācības.</li>
            <li>Pieredzes braucieni.</li><li>Iesaistīto kopienu resursi, apzināti un
            elektroniski fiksēti.</li><li>Videostāsti par kopienu aktivizēšanu.</li>
            <li>Informatīvs materiāls par kopienu aktivizēšanu un iesaisti.</li></ul>
            <h3>Kuldīgas pusē</h3><p>Kurzemes NVO centrs atbalsta Alsungas, Kuldīgas un
            Skrundas novadu kopienas. Kopā ar vietējiem līderiem tas rīko darbnīcas pagastos un
            pilsētas ielās, lai izprastu iedzīvotāju vajadzības un stiprinātu viņus, lai viņi
            paši spētu tās apmierināt.</p>""",
            """<ul><li>Neighbourhood workshops in the partners’ areas: residents identify the
            issues of their community and work on practical solutions.</li><li>Training for
            community leaders.</li><li>Study trips.</li><li>The resources of the communities,
            mapped and recorded electronically.</li><li>Video stories on activating
            communities.</li> <li>Information material on activating and involving
            communities.</li></ul> <h3>Around Kuldīga</h3><p>The Kurzeme NGO Centre supports
            communities in the municipalities of Alsunga, Kuldīga and Skrunda. With local
            leaders it holds workshops in parishes and in town streets, to understand what
            residents need and to strengthen them so that they can meet these needs
            themselves.</p>""",
        ),
        territory_note=(
            "17 novadi, kā tie bija pirms 2021. gada jūlija reformas",
            "17 municipalities as they were before the reform of July 2021",
        ),
    )
    | {
        "short_name_lv": "KOPA",
        "short_name_en": "KOPA",
        "kind": "interterritorial",
        "status": "running",
        "programme": "latvijas-lauku-attistibas-programma-2014-2020",
        "measure": "elfla-sadarbiba",
        "duration_months": 24,
        "owner": "pierigas-partneriba",
        "cover": "clearing",
        "published_at": date(2020, 11, 10),
    },
    "themes": ["kopienas", "viedie-ciemi"],
    "terms": ["viedais-ciems", "vietejas-ricibas-grupa"],
    # Neither page that tells of KOPA says which of the four leads it.
    "partners": [
        {"organisation": "pierigas-partneriba"}
        | both(note=("No šīs partnerības nāk projekta ideja.", "The project was its idea.")),
        {"organisation": "cesu-rajona-lauku-partneriba"},
        {"organisation": "darisim-pasi"},
        {"organisation": "zied-zeme"},
        {
            "organisation": "kurzemes-nvo-centrs",
            "role": "supporter",
            "territories": ["alsungas-novads", "kuldigas-novads", "skrundas-novads"],
        }
        | both(
            note=(
                "Atbalsta kopienas un rīko iedzīvotāju darbnīcas pagastos un pilsētas ielās.",
                "Supports communities and holds residents’ workshops in parishes and town streets.",
            )
        ),
    ],
    "money": [{"fund": "elfla"}],
    "results": [
        both(label=("lauku kopienas", "rural communities")) | {"value": 32, "is_planned": True},
        both(label=("novadi", "municipalities")) | {"value": 17, "is_planned": True},
    ],
    "quotes": [
        both(
            text=(
                """Projektā „KOPA” mēs aicināsim Latvijas lauku kopienu iedzīvotājus meklēt
                jaunus veidus, kā risināt savas problēmas un domāt „ārpus rāmjiem”. Mūsu vēlme
                ir tuvināt lauku kopienas „Viedo ciemu” idejai, veicināt spējas izmantot
                pieejamos resursus un savstarpēji sadarboties.""",
                """In the KOPA project we will invite the people of Latvia’s rural communities
                to look for new ways to solve their problems and to think “outside the box”.
                Our wish is to bring rural communities closer to the idea of “Smart Villages”
                and to promote the ability to use the resources available and to cooperate with
                each other.""",
            ),
            role=(
                "administratīvā vadītāja un projekta idejas autore",
                "administrative manager and author of the project idea",
            ),
        )
        | {"person": "Alīna Lukjanceva", "organisation": "pierigas-partneriba"},
        # „Pretstatā” mends a misprint of the page, „Pretstatus”.
        both(
            text=(
                """Mēs ikviens gribam dzīvot labāk. Pretstatā tam, lai gaidītu, ka kāds cits
                uzlabos mūsu dzīves, mēs varam to darīt paši, jo īpaši, sadarbojoties – kopā
                ir spēks. Projekts „KOPA” būs kā papildus atbalsts aktīvajiem cilvēkiem.""",
                """Every one of us wants to live better. Instead of waiting for somebody else
                to improve our lives, we can do it ourselves, especially by cooperating – there
                is strength in being together. The KOPA project will be like additional support
                for active people.""",
            ),
            role=("valdes locekle", "member of the board"),
        )
        | {"person": "Elīna Immere", "organisation": "kurzemes-nvo-centrs"},
    ],
    "steps": [
        both(title=("Apkaimes darbnīcas", "Neighbourhood workshops")) | {"is_highlight": True},
        both(title=("Kopienu līderu apmācības", "Training for community leaders")),
        both(title=("Pieredzes braucieni", "Study trips")),
        both(
            title=(
                "Kopienu resursi, videostāsti un informatīvs materiāls",
                "Community resources, video stories and information material",
            )
        ),
    ],
}
