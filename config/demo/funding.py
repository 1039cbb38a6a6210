"""Who pays: funds, their programmes and measures, and the donors of the site itself."""

from datetime import date

from projects.models import (
    AcknowledgementRule,
    Fund,
    Measure,
    Programme,
    SiteAcknowledgement,
    Theme,
)
from projects.rule_loading import load_rules

from .building import both, found
from .programmes import PROGRAMMES

THEMES = {
    "viedie-ciemi": ("Viedie ciemi", "Smart villages"),
    "kopienas": ("Iedzīvotāju kopienas", "Residents’ communities"),
    "kultura-un-izglitiba": ("Kultūra un izglītība", "Culture and education"),
    "vide-majoklis-drosiba": ("Vide, mājoklis, drošība", "Environment, housing, safety"),
    "uznemejdarbiba-turisms-amatnieciba": (
        "Uzņēmējdarbības attīstība, tūrisms, amatniecība",
        "Business development, tourism, crafts",
    ),
    "sports-atputa-jauniesi": (
        "Sports, atpūta, iespējas jauniešiem",
        "Sport, leisure, opportunities for young people",
    ),
    "aprites-ekonomika": ("Aprites ekonomika", "Circular economy"),
    "digitalie-risinajumi": ("Digitālie risinājumi", "Digital solutions"),
    "pieredzes-apmaina": ("Pieredzes apmaiņa", "Exchange of experience"),
}
# slug, kind, colour, short name, name, web site; those of the Union come with the rules
FUNDS = [
    ("sif", "national", "madder", ("SIF", "SIF"), (
        "Sabiedrības integrācijas fonds", "Society Integration Foundation"),
     "https://www.sif.gov.lv"),
    ("arlietu-ministrija", "national", "indigo", ("ĀM", "MFA"), (
        "Ārlietu ministrijas attīstības sadarbības budžets",
        "Development cooperation budget of the Ministry of Foreign Affairs"),
     "https://www.mfa.gov.lv"),
    ("eez-un-norvegijas-granti", "donor", "amber",
     ("EEZ un Norvēģijas granti", "EEA and Norway Grants"), (
        "Eiropas Ekonomikas zonas un Norvēģijas granti",
        "European Economic Area and Norway Grants"), "https://eeagrants.org"),
]  # fmt: skip
MEASURE = (
    "Starpteritoriālā un starpvalstu sadarbība",
    "Interterritorial and transnational cooperation",
)
MEASURES = {  # slug: programme, code
    "elfla-sadarbiba": ("latvijas-lauku-attistibas-programma-2014-2020", "19.3"),
    "ejzf-sadarbiba": ("ricibas-programma-zivsaimniecibas-attistibai-2014-2020", ""),
}
# The page does not say which fund pays for the running costs, so none is named here.
ACKNOWLEDGEMENTS = [
    both(
        statement=(
            """Biedrības „Pierīgas partnerība” darbības nodrošināšana un teritorijas
            aktivizēšana, projekta Nr.""",
            """Running costs and animation of the association “Pierīgas partnerība”, project No""",
        )
    )
    | {"number": "23-00-U31523.0-000003"},
    both(
        statement=(
            "Atbalsta Zemkopības ministrija un Lauku atbalsta dienests",
            "Supported by the Ministry of Agriculture and the Rural Support Service",
        )
    ),
    both(
        # The rule of the fund brings the sentence.
        statement=("", "")
    )
    | {"fund": "eez-un-norvegijas-granti", "rule": "aktivo-iedzivotaju-fonds"},
]


def make_funding():
    """Themes, funds, programmes with their measures, and the acknowledgements of the site."""
    for slug, name in THEMES.items():
        Theme.objects.create(slug=slug, **both(name=name))
    for position, (slug, kind, dye, short, name, website) in enumerate(FUNDS, 1):
        own = {"kind": kind, "dye": dye, "website": website, "position": position}
        Fund.objects.create(slug=slug, **own, **both(short_name=short, name=name))
    load_rules(report=lambda line: None)
    for row in PROGRAMMES:
        Programme.objects.create(**found({**row, "published_at": date(2019, 1, 7)}))
    for slug, (programme, code) in MEASURES.items():
        row = found({"programme": programme, "code": code, "slug": slug})
        Measure.objects.create(**row, **both(name=MEASURE))
    rules = {rule.slug: rule for rule in AcknowledgementRule.objects.all()}
    for position, row in enumerate(ACKNOWLEDGEMENTS):
        fields = found(row) | {"rule": rules.get(row.get("rule"))}
        SiteAcknowledgement.objects.create(position=position, **fields)
