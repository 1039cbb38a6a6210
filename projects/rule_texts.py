"""The rules that every installation begins with: what was known of them, and from where.

They are data: `manage.py load_rules` writes those that are not there yet, staff change them in
the administration. What was not read at its source carries a `verification` that says so.
"""

from datetime import date

from django.utils.translation import gettext_noop as _

CHECKED_ON = date(2026, 11, 22)
UNION = {  # slug: kind of money is the Union's; colour, short name, name (Latvian, English)
    "elfla": ("pine", ("ELFLA", "EAFRD"), (
        "Eiropas Lauksaimniecības fonds lauku attīstībai",
        "European Agricultural Fund for Rural Development")),
    "ejzf": ("sea", ("EJZF", "EMFF"), (
        "Eiropas Jūrlietu un zivsaimniecības fonds",
        "European Maritime and Fisheries Fund")),
    "ejzaf": ("sea", ("EJZAF", "EMFAF"), (
        "Eiropas Jūrlietu, zvejniecības un akvakultūras fonds",
        "European Maritime, Fisheries and Aquaculture Fund")),
    "eraf": ("indigo", ("ERAF", "ERDF"), (
        "Eiropas Reģionālās attīstības fonds", "European Regional Development Fund")),
    "kf": ("indigo", ("KF", "CF"), ("Kohēzijas fonds", "Cohesion Fund")),
    "esf": ("amber", ("ESF", "ESF"), ("Eiropas Sociālais fonds", "European Social Fund")),
    "esf-plus": ("amber", ("ESF+", "ESF+"), (
        "Eiropas Sociālais fonds Plus", "European Social Fund Plus")),
    "tpf": ("madder", ("TPF", "JTF"), ("Taisnīgas pārkārtošanās fonds", "Just Transition Fund")),
}  # fmt: skip
COFUNDED = ("Līdzfinansē Eiropas Savienība", "Co-funded by the European Union")
FUNDED = ("Finansē Eiropas Savienība", "Funded by the European Union")
UNION_ALONE = ("Eiropas Savienība", "European Union")
LAD = (
    "Atbalsta Zemkopības ministrija un Lauku atbalsta dienests",
    "Supported by the Ministry of Agriculture and the Rural Support Service",
)
ANNEX_IX = (
    """Emblēma nav mazāka par lielāko no citiem logotipiem; paziņojums – Arial, Auto, Calibri,
    Garamond, Trebuchet, Tahoma, Verdana vai Ubuntu, bez slīpraksta, pasvītrojuma un efektiem,
    zilā, melnā vai baltā krāsā; citu vizuālo zīmi Savienības atbalstam neizmanto.""",
    """The emblem is at least as large as the largest other logo; the statement is set in Arial,
    Auto, Calibri, Garamond, Trebuchet, Tahoma, Verdana or Ubuntu, without italics, underlining
    or effects, in reflex blue, black or white; no other visual identity highlights the Union’s
    support.""",
)
CPR = _("Reg. (EU) 2021/1060, Art. 47, Art. 50(1)(a)–(d), Annex IX")
CPR_URL = "https://eur-lex.europa.eu/eli/reg/2021/1060/oj"
CAP = _("Reg. (EU) 2022/129, Art. 5–6, Annex II, Annex III point 2")
CAP_URL = "https://eur-lex.europa.eu/eli/reg_impl/2022/129/oj"
NEW = {"period_start": 2021, "period_end": 2027}
OLD = {"period_start": 2014, "period_end": 2020}
READ = {"verification": "read"}
LEADER = {
    "funds": ("elfla",),
    "thresholds_of": "support",
    "poster_above": 10_000,
    "plaque_above": 50_000,
    "billboard_above": 500_000,
    "source": CAP,
    "source_url": CAP_URL,
}
COHESION = {"thresholds_of": "cost", "poster_above": 0, "source": CPR, "source_url": CPR_URL}
LARGE = {"funds": ("eraf", "kf"), "billboard_above": 500_000}
SMALL = {"funds": ("esf-plus", "tpf", "ejzaf"), "billboard_above": 100_000}


def rule(slug, name, statement, level, *parts, **own):
    """One row; `name` and `statement` are (Latvian, English)."""
    row = {"slug": slug, "name": name, "statement": statement, "level": level}
    for part in parts:
        row |= part
    return row | own


UNION_RULES = [
    rule("elfla-2023", ("ELFLA 2023–2027, līdzfinansēts", "EAFRD 2023–2027, co-funded"),
         COFUNDED, "cofunded", NEW, LEADER, READ, national_line=LAD, note=ANNEX_IX),
    rule("elfla-2023-pilniba", ("ELFLA 2023–2027, finansēts pilnībā", "EAFRD 2023–2027, funded"),
         FUNDED, "funded", NEW, LEADER, READ, national_line=LAD, note=ANNEX_IX),
    rule("elfla-2023-darbiba", ("ELFLA 2023–2027, partnerības darbība",
         "EAFRD 2023–2027, running costs of a partnership"), COFUNDED, "running", NEW, LEADER,
         READ, national_line=LAD, note=(
            """LEADER finansētas vietējās rīcības grupas telpās ir skaidrojošā plāksne.""",
            """The premises of a local action group financed by LEADER have an explanatory
            plaque.""")),
    rule("eraf-kf-2021", ("ERAF un KF 2021–2027, līdzfinansēts",
         "ERDF and CF 2021–2027, co-funded"),
         COFUNDED, "cofunded", NEW, COHESION, LARGE, READ, note=ANNEX_IX),
    rule("eraf-kf-2021-pilniba", ("ERAF un KF 2021–2027, finansēts pilnībā",
         "ERDF and CF 2021–2027, funded"), FUNDED, "funded", NEW, COHESION, LARGE, READ,
         note=ANNEX_IX),
    rule("esf-tpf-ejzaf-2021", ("ESF+, TPF un EJZAF 2021–2027, līdzfinansēts",
         "ESF+, JTF and EMFAF 2021–2027, co-funded"), COFUNDED, "cofunded", NEW, COHESION, SMALL,
         READ, note=ANNEX_IX),
    rule("esf-tpf-ejzaf-2021-pilniba", ("ESF+, TPF un EJZAF 2021–2027, finansēts pilnībā",
         "ESF+, JTF and EMFAF 2021–2027, funded"), FUNDED, "funded", NEW, COHESION, SMALL, READ,
         note=ANNEX_IX),
    rule("elfla-2014", ("ELFLA 2014–2020", "EAFRD 2014–2020"), (
            "Eiropas Lauksaimniecības fonds lauku attīstībai: Eiropa investē lauku apvidos",
            """The European Agricultural Fund for Rural Development: Europe investing in rural
            areas"""),
         "cofunded", OLD, funds=("elfla",), national_line=LAD, poster_share=25,
         thresholds_of="support", poster_above=10_000, billboard_above=500_000,
         verification="secondary",
         source=_("Reg. (EU) No 808/2014, Annex III; from secondary sources"),
         source_url="https://eur-lex.europa.eu/eli/reg_impl/2014/808/oj", note=(
            """Saukļa latviešu teksts nav salīdzināts ar oficiālo. LEADER projektos lieto arī
            LEADER logotipu. Apraksts, emblēma un fonds aizņem vismaz 25 % plakāta, plāksnes vai
            lapas.""",
            """The Latvian wording of the slogan was not compared with the official one. LEADER
            projects also use the LEADER logo. Description, emblem and fund take at least 25% of
            a poster, plaque or page.""")),
    rule("ejzf-2014", ("EJZF 2014–2020", "EMFF 2014–2020"), UNION_ALONE, "cofunded", OLD, READ,
         funds=("ejzf",), names_fund=True, source=_("Reg. (EU) No 763/2014, Art. 2 and 4"),
         source_url="https://eur-lex.europa.eu/eli/reg_impl/2014/763/oj", note=(
            """Vietnē emblēma ir krāsaina, tā un atsauce uz fondu redzama bez ritināšanas; sīkiem
            priekšmetiem pietiek ar 5 mm.""",
            """On a web site the emblem is in colour; it and the reference to the fund are
            visible without scrolling; 5 mm is enough on small items.""")),
    rule("eraf-esf-kf-2014", ("ERAF, ESF un KF 2014–2020", "ERDF, ESF and CF 2014–2020"),
         UNION_ALONE, "cofunded", OLD, READ, funds=("eraf", "esf", "kf"), names_fund=True,
         poster_share=25, poster_above=0, source=_("Reg. (EU) No 821/2014, Art. 4–5"),
         source_url="https://eur-lex.europa.eu/eli/reg_impl/2014/821/oj", note=(
            """Emblēma ir krāsaina, tā un atsauce uz Savienību redzama bez ritināšanas; citi
            logotipi nav lielāki par emblēmu.""",
            """The emblem is in colour; it and the reference to the Union are visible without
            scrolling; no other logo is larger than the emblem.""")),
]  # fmt: skip
NATIONAL = {"emblem": "none", "in_first_screen": False, "verification": "seen"}
OTHER_RULES = [
    rule("sif", ("Sabiedrības integrācijas fonds", "Society Integration Foundation"), (
            """Projektu finansiāli atbalsta Sabiedrības integrācijas fonds no Kultūras
            ministrijas piešķirtajiem Latvijas valsts budžeta līdzekļiem.""",
            """The project is financially supported by the Society Integration Foundation from
            the Latvian state budget allocated by the Ministry of Culture."""),
         "funded", NATIONAL, funds=("sif",), source=_("Seen in use in 2021; logo rule not found")),
    rule("arlietu-ministrija-2020", ("Ārlietu ministrija, attīstības sadarbība 2020",
         "Ministry of Foreign Affairs, development cooperation 2020"), (
            """Projekts saņēmis Ārlietu ministrijas finansējumu 2020. gadā no attīstības
            sadarbības budžeta.""",
            """The project received funding from the Ministry of Foreign Affairs in 2020 from
            the development cooperation budget."""),
         "funded", NATIONAL, funds=("arlietu-ministrija",), period_start=2020, period_end=2020,
         source=_("Seen in use in 2020; logo rule not found")),
    rule("aktivo-iedzivotaju-fonds", ("Aktīvo iedzīvotāju fonds, vietnes izstrāde",
         "Active Citizens Fund, making of the web site"), (
            """Mājaslapas izstrādi finansē Islande, Lihtenšteina un Norvēģija EEZ un Norvēģijas
            grantu programmas „Aktīvo iedzīvotāju fonds” ietvaros.""",
            """The development of the web site is financed by Iceland, Liechtenstein and Norway
            under the Active Citizens Fund, a programme of the EEA and Norway Grants."""),
         "site", NATIONAL, funds=("eez-un-norvegijas-granti",), period_start=2014,
         period_end=2021, source=_("Seen in use in 2022; logo rule not found")),
]  # fmt: skip
