"""Offers and requests as plain rows, each in the language of its organisation."""

from .building import both

LISTINGS = [
    {
        "entry": "livada-dulce",
        "direction": "offer",
        "form": "supply",
        "sectors": ["partika"],
        "countries_sought": ["LV", "LT", "EE"],
        "text_language": "ro",
        "texts": {
            "title_lv": "Fructe uscate pentru magazine și cafenele din Letonia",
            "summary_lv": "Livrăm de la 20 kg, ambalaj cu marca noastră sau a dumneavoastră.",
        },
    },
    {
        "entry": "colorpasta",
        "direction": "request",
        "form": "co_production",
        "sectors": ["partika"],
        "countries_sought": ["MD"],
        "texts": both(
            title=(
                "Meklējam žāvētu dārzeņu un ogu piegādātāju Moldovā",
                "We are looking for a supplier of dried vegetables and berries in Moldova",
            ),
            summary=(
                "Krāsainiem makaroniem vajadzīgi dabīgi pulveri – no bietēm, burkāniem, ogām.",
                "Coloured pasta needs natural powders: from beetroot, carrots and berries.",
            ),
        ),
    },
    {
        "entry": "medovyj-dvor",
        "direction": "request",
        "form": "distribution",
        "sectors": ["partika"],
        "countries_sought": ["LV"],
        "text_language": "ru",
        "texts": {
            "title_lv": "Ищем магазин фермерских продуктов в Риге или Елгаве",
            "summary_lv": "Мёд в сотах и прополис, партии от 50 банок, документы в порядке.",
        },
    },
    {
        "entry": "darzini-2",
        "direction": "offer",
        "form": "know_how",
        "sectors": ["kosmetika"],
        "countries_sought": ["MD"],
        "texts": both(
            title=(
                "Tiešsaistes meistarklase: skrubis no dabīgiem augiem",
                "Online master class: a scrub from natural plants",
            ),
            summary=(
                "Sarakstu ar vajadzīgo nosūtām iepriekš; grupā līdz 15 cilvēkiem.",
                "We send the list of what is needed beforehand; up to 15 people in a group.",
            ),
        ),
    },
    {
        "entry": "casa-tesuta",
        "direction": "offer",
        "form": "tourism",
        "sectors": ["amatnieciba", "turisms"],
        "text_language": "ro",
        "texts": {
            "title_lv": "Ateliere de țesut pentru grupuri de turiști",
            "summary_lv": "Două ore la războiul de țesut, cu ghid și gustări din sat.",
        },
    },
]
