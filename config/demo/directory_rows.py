"""Sectors and organisations as plain rows."""

from datetime import date

from .building import both

DAY = date(2020, 12, 14)  # after the closing event
SECTORS = [
    ("partika", ("pārtika un dzērieni", "food and drink")),
    ("amatnieciba", ("amatniecība", "crafts")),
    ("turisms", ("tūrisms un mantojums", "tourism and heritage")),
    ("kosmetika", ("dabīgā kosmētika", "natural cosmetics")),
    ("lauksaimnieciba", ("lauksaimniecība un vīnkopība", "farming and wine-growing")),
]
MADE_UP = (
    "<p>Demonstrācijas ieraksts: projekta lapā teikts, ka trīs Moldovas uzņēmēji saņēma zīmola"
    " grāmatas, bet nav teikts, kuri.</p>",
    "<p>A demonstration entry: the page of the project says that three businesses of Moldova got"
    " brand books, but not which.</p>",
)


def latvian(slug, kind, name, sectors, summary, body=("", ""), **more):
    """A body that the page of the project names; all are of the area of “Lielupe”."""
    texts = both(title=name, summary=summary, body=body)
    here = {"country": "LV", "territory": "jelgavas-novads", "day": DAY, "languages": ["lv"]}
    facts = {"slug": slug, "kind": kind, "name": name, "sectors": sectors, "texts": texts}
    return here | facts | more


def moldovan(slug, kind, name, town, sectors, language, summary, products, **more):
    """A business that is made up; what it says of itself is in its own language."""
    texts = {"title_lv": name, "summary_lv": summary, "products_lv": products}
    texts |= both(body=MADE_UP)
    facts = {"slug": slug, "kind": kind, "name": (name, name), "sectors": sectors, "texts": texts}
    there = {"country": "MD", "town": town, "text_language": language, "day": DAY}
    return facts | there | {"has_brand_book": True, "size": "micro"} | more


ENTRIES = [
    latvian(
        "colorpasta",
        "company",
        ("SIA „ColorPasta”", "SIA “ColorPasta”"),
        ["partika"],
        (
            "Makaronu ražotājs, kas kolēģiem Moldovā stāstīja, kā pārdzīvot krīzi.",
            "A pasta maker that told colleagues in Moldova how to get through a crisis.",
        ),
        (
            "<p>Projekta video parakstā uzņēmums nosaukts par „PastaHouse”.</p>",
            "<p>The caption of the project’s video calls the business “PastaHouse”.</p>",
        ),
        size="small",
    ),
    latvian(
        "lv-destilati",
        "company",
        ("SIA „LV-Destilāti”", "SIA “LV-Destilāti”"),
        ["partika"],
        (
            "Mazais dzērienu ražotājs, kas dalījās pieredzē ar Moldovas uzņēmējiem.",
            "A small drinks producer that shared its experience with businesses of Moldova.",
        ),
        size="micro",
    ),
    latvian(
        "darzini-2",
        "farm",
        ("Z/s „Dārziņi-2”", "Farm “Dārziņi-2”"),
        ["kosmetika", "lauksaimnieciba"],
        (
            "Zemnieku saimniecība, kas no dabīgiem augiem gatavo skrubi un to māca citiem.",
            "A farm that makes a scrub from natural plants and teaches others to make it.",
        ),
        cover="field",
    ),
    latvian(
        "inta-bendrupa",
        "craftsperson",
        ("Inta Bendrupa", "Inta Bendrupa"),
        ["amatnieciba"],
        (
            "Skalu grozu pinēja; viņas meistarklasi skatījās arī Moldovā.",
            "A weaver of baskets from wood splints; her master class was watched in Moldova too.",
        ),
    ),
    latvian(
        "novada-mantojums",
        "ngo",
        ("Biedrība „Novada mantojums”", "Association “Novada mantojums”"),
        ["turisms"],
        (
            "Biedrība, kas atjauno Svētes pili un rāda to virtuālā ekskursijā.",
            "An association that restores Svēte castle and shows it in a virtual tour.",
        ),
        cover="hills",
    ),
    moldovan(
        "livada-dulce",
        "company",
        "Livada Dulce SRL",
        ("Soroka", "Soroca"),
        ["partika", "lauksaimnieciba"],
        "ro",
        "Uscăm fructe din livezile satelor de lângă Nistru și căutăm parteneri în țările baltice.",
        "Prune și mere uscate\nDulceață de cireșe\nPastilă din fructe",
        languages=["ro", "ru", "en"],
    ),
    moldovan(
        "casa-tesuta",
        "craftsperson",
        "Casa Țesută",
        ("Drokija", "Drochia"),
        ["amatnieciba", "turisms"],
        "ro",
        "Atelier de țesut covoare și prosoape, cu ateliere pentru oaspeți și școlari.",
        "Covoare țesute manual\nProsoape de in\nAteliere pentru grupuri",
        languages=["ro", "ru"],
    ),
    moldovan(
        "medovyj-dvor",
        "farm",
        "Медовый двор",
        ("Belci", "Bălți"),
        ["partika", "lauksaimnieciba"],
        "ru",
        "Семейная пасека: мёд, прополис и экскурсии для гостей, говорим по-русски и по-румынски.",
        "Мёд в сотах\nПрополис\nЭкскурсии на пасеку",
        languages=["ru", "ro"],
    ),
]
