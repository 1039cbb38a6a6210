"""Works of the project for Moldova: videos, tours, brand books, materials of master classes."""

from .building import both

LIELUPE = {
    "publisher": "lielupe",
    "owner": "lielupe",
    "project": "atbalsts-moldovas-regionu-izaugsmei",
}
# The page names its videos; where each of them lies it does not say.
THERE = [{"language": "lv", "url": "https://www.partneribalielupe.lv/"}]
REASON = "Video glabājas partnerības vietnē, un subtitru tam nav."
MADE_HERE = (
    """<p>Demonstrācijas video: kadri zīmēti šai vietnei, oriģinālo ekskursiju sagatavoja
    partnerība.</p>""",
    """<p>A demonstration video: the pictures were drawn for this site, the original tour was
    prepared by the partnership.</p>""",
)


def video(title_lv, title_en, summary, kind="video"):
    texts = both(title=(title_lv, title_en), summary=summary)
    return {**LIELUPE, **texts, "kind": kind, "no_captions_reason": REASON, "files": THERE}


def tour(slug, title, summary, place, pictures, *captions):
    """A film of the demonstration in place of a tour that the partnership made."""
    film = {"language": "lv", "film": pictures, "captions": captions}
    return {
        **LIELUPE,
        **both(title=title, summary=summary, body=MADE_HERE, place=place),
        "kind": "tour",
        "slug_lv": slug,
        "cover": pictures[0],
        "territories": ["jelgavas-novads"],
        "files": [film],
    }


def material(title, summary, heading, *paragraphs):
    """What was sent beforehand to those who took part."""
    return {
        **LIELUPE,
        **both(title=title, summary=summary),
        "kind": "guideline",
        "visibility": "registered",
        "files": [{"language": "lv", "paper": [(heading, list(paragraphs))]}],
    }


WORKS = [
    video(
        "SIA „PastaHouse”",
        "SIA “PastaHouse”",
        (
            "Uzņēmums stāsta, kā pārvar krīzes laiku, un iedrošina kolēģus Moldovā.",
            "A business tells how it gets through the crisis and encourages colleagues in Moldova.",
        ),
    ),
    video(
        "SIA „LV-Destilāti”",
        "SIA “LV-Destilāti”",
        (
            "Mazais ražotājs dalās pieredzē par darbu krīzes apstākļos.",
            "A small producer shares its experience of working in a crisis.",
        ),
    ),
    tour(
        "lielplatones-muizas-vesuzis",
        ("Lielplatones muižas „Vešūzis”", "“Vešūzis”, the wash house of Lielplatone manor"),
        (
            "Virtuāla ekskursija: kā muižās mazgāja veļu 18. un 19. gadsimtā.",
            "A virtual tour: how laundry was done in manors in the 18th and 19th centuries.",
        ),
        ("Lielplatones muižas „Vešūzis”", "Wash house of Lielplatone manor"),
        ["field", "lake", "hills"],
        "Lielplatones muiža Jelgavas novadā.",
        "„Vešūzī” rāda, kā veļu mazgāja 18. un 19. gadsimtā.",
        "Ekskursiju skatījās Moldovas partnerības un uzņēmēji.",
    ),
    tour(
        "svetes-pils-atjaunosana",
        (
            "Biedrības „Novada mantojums” iniciatīva: Svētes pils atjaunošana",
            "An initiative of the association “Novada mantojums”: restoring Svēte castle",
        ),
        (
            "Virtuāla ekskursija pilī, ko atjauno vietējā biedrība.",
            "A virtual tour of a castle that a local association is restoring.",
        ),
        ("Svētes pils", "Svēte castle"),
        ["hills", "field", "clearing"],
        "Svētes pils Jelgavas novadā.",
        "Pili atjauno biedrība „Novada mantojums”.",
        "Iniciatīva nāk no vietējiem iedzīvotājiem.",
    ),
    video(
        "Skrubja sagatavošana no dabīgiem augiem",
        "Making a scrub from natural plants",
        (
            "Meistarklase, ko vadīja Z/s „Dārziņi-2”.",
            "A master class led by the farm “Dārziņi-2”.",
        ),
        "recording",
    ),
    video(
        "Skalu grozu pīšana",
        "Weaving baskets from wood splints",
        ("Intas Bendrupas meistarklase.", "Inta Bendrupa’s master class."),
        "recording",
    ),
    {
        **LIELUPE,
        **both(
            title=("Trīs zīmolu grāmatas uzņēmējiem", "Three brand books for businesses"),
            summary=(
                "Kas ir zīmola grāmatā un kā ar to uzrunāt klientus.",
                "What a brand book contains and how it helps to address customers.",
            ),
        ),
        "kind": "brand_book",
        "files": [
            {
                "language": "lv",
                "paper": [
                    (
                        "Kāpēc vajadzīga zīmola grāmata",
                        [
                            """Trīs uzņēmēji projektā ieguva īpaši veidotas zīmolu grāmatas, lai
                            veiksmīgāk uzrunātu klientus.""",
                        ],
                    ),
                    (
                        "Kas tajā ir",
                        ["Nosaukums un stāsts, krāsas un burti, lietošanas piemēri."],
                    ),
                ],
            }
        ],
    },
    {
        **LIELUPE,
        **both(
            title=(
                "Kā parādīt tūrisma iespējas reģionā",
                "How to show what a region offers to tourists",
            ),
            summary=(
                "Prezentācija vebināram, ko vadīja Lauku partnerība „Lielupe”.",
                "Presentation for a webinar led by the Rural Partnership “Lielupe”.",
            ),
        ),
        "kind": "presentation",
        "files": [
            {
                "language": "lv",
                "paper": [
                    (
                        "Pieredze deviņos novados",
                        [
                            """Agrākā LEADER sadarbības projektā deviņos novados tapa jauni
                            tūrisma piedāvājumi.""",
                        ],
                    ),
                ],
            }
        ],
    },
    material(
        ("Materiāli skrubja meistarklasei", "Materials for the scrub master class"),
        ("Ko sagatavot pirms meistarklases.", "What to prepare before the master class."),
        "Pirms sākam",
        "Dabīgi augi, trauks maisīšanai un burciņa gatavajam skrubim.",
    ),
    material(
        ("Materiāli grozu pīšanas meistarklasei", "Materials for the basket master class"),
        ("Ko sagatavot pirms meistarklases.", "What to prepare before the master class."),
        "Pirms sākam",
        "Skali, asas šķēres un ūdens skalu mērcēšanai.",
    ),
]
# Latvian titles of events, and of parts of their programme → the work, by its address.
HANDED_OUT = {
    "Dabīgu augu skrubja gatavošana": "materiali-skrubja-meistarklasei",
    "Skalu grozu pīšana": "materiali-grozu-pisanas-meistarklasei",
}
RECORDED = {
    "Videoekskursija: Lielplatones muižas „Vešūzis”": "lielplatones-muizas-vesuzis",
    "Videoekskursija: Svētes pils": "svetes-pils-atjaunosana",
    "Skrubja gatavošana": "skrubja-sagatavosana-no-dabigiem-augiem",
    "Grozu pīšanas darbnīca": "skalu-grozu-pisana",
}
