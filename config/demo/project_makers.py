"""The earlier LEADER project of nine municipalities that the page on Moldova leads back to."""

from datetime import date

from .building import both

OWN_PAGE = (
    "https://www.partneribalielupe.lv/index.php/leader-sadarbiba/"
    "atbalsts-vietejo-produktu-razotajiem"
)

PROJECT = {
    "fields": both(
        title=("Atbalsts vietējo produktu ražotājiem", "Support for makers of local products"),
        summary=(
            """LEADER sadarbības projekts deviņos Zemgales novados. Tajā Lauku partnerība
            „Lielupe” guva pieredzi jaunu tūrisma piedāvājumu veidošanā, ko vēlāk nodeva
            kolēģiem Moldovā.""",
            """A LEADER cooperation project in nine municipalities of Zemgale. Here the Rural
            Partnership “Lielupe” gained the experience in creating new tourism offers that it
            later passed on to colleagues in Moldova.""",
        ),
        activities=(
            """<p>Projekts norisinājās Jelgavas, Ozolnieku, Dobeles, Bauskas, Tērvetes, Auces,
            Iecavas, Rundāles un Vecumnieku novadā. Tajā tapa jauni tūrisma piedāvājumi.</p>""",
            """<p>The project took place in the municipalities of Jelgava, Ozolnieki, Dobele,
            Bauska, Tērvete, Auce, Iecava, Rundāle and Vecumnieki. New tourism offers were
            created.</p>""",
        ),
        target_groups=(
            "Vietējo produktu ražotāji un tūrisma uzņēmēji",
            "Makers of local products and tourism businesses",
        ),
        territory_note=(
            "Deviņi novadi, kā tie bija pirms 2021. gada jūlija reformas",
            "Nine municipalities as they were before the reform of July 2021",
        ),
    )
    | {
        "kind": "interterritorial",
        "status": "completed",
        # The page says LEADER and gives no dates; the period is that of its later sister projects.
        "programme": "latvijas-lauku-attistibas-programma-2014-2020",
        "measure": "elfla-sadarbiba",
        "owner": "lielupe",
        "published_at": date(2019, 3, 4),
    },
    "themes": ["uznemejdarbiba-turisms-amatnieciba"],
    "terms": ["vietejas-ricibas-grupa"],
    "territories": [
        "jelgavas-novads",
        "ozolnieku-novads",
        "dobeles-novads",
        "bauskas-novads",
        "tervetes-novads",
        "auces-novads",
        "iecavas-novads",
        "rundales-novads",
        "vecumnieku-novads",
    ],
    "partners": [
        {"organisation": "lielupe"}
        | both(note=("Veidoja jaunus tūrisma piedāvājumus.", "Created new tourism offers.")),
    ],
    "money": [{"fund": "elfla"}],
    "links": [
        both(
            label=(
                "Projekta lapa Lauku partnerības „Lielupe” vietnē",
                "Page of the project on the site of the Rural Partnership “Lielupe” (in Latvian)",
            )
        )
        | {"url": OWN_PAGE},
    ],
}
