"""The synonyms that a new site begins with: abbreviations and terms of LEADER and its funds.

An expression in capitals is an abbreviation and is met only as it is; any other is met in all
its forms. Abbreviations that are common words or units as well (`KM`, `AM`) are left out.
"""

SHIPPED_SYNONYMS = (
    # Partnerships and what they do
    ("VRG", "vietējā rīcības grupa", "LAG", "local action group", "местная группа действия"),
    ("FLAG", "ZVRG", "zivsaimniecības vietējā rīcības grupa", "fisheries local action group"),
    ("CLLD", "SVVA", "sabiedrības virzīta vietējā attīstība", "community-led local development"),
    ("vietējās attīstības stratēģija", "SVVA stratēģija", "local development strategy"),
    ("viedie ciemi", "viedciems", "smart villages", "умные деревни"),
    ("starpvalstu sadarbība", "transnational cooperation", "международное сотрудничество"),
    ("starpteritoriālā sadarbība", "inter-territorial cooperation"),
    ("projektu konkurss", "projektu uzsaukums", "call for projects", "конкурс проектов"),
    # Funds of the European Union
    ("ES", "Eiropas Savienība", "EU", "European Union", "ЕС", "Европейский союз"),
    (
        *("ELFLA", "Eiropas Lauksaimniecības fonds lauku attīstībai"),
        *("EAFRD", "European Agricultural Fund for Rural Development"),
    ),
    (
        *("ELGF", "Eiropas Lauksaimniecības garantiju fonds"),
        *("EAGF", "European Agricultural Guarantee Fund"),
    ),
    (
        *("EJZF", "Eiropas Jūrlietu un zivsaimniecības fonds"),
        *("EMFF", "European Maritime and Fisheries Fund"),
    ),
    (
        *("EJZAF", "Eiropas Jūrlietu, zvejniecības un akvakultūras fonds"),
        *("EMFAF", "European Maritime, Fisheries and Aquaculture Fund"),
    ),
    ("EZF", "Eiropas Zivsaimniecības fonds", "EFF", "European Fisheries Fund"),
    (
        *("ERAF", "Eiropas Reģionālās attīstības fonds"),
        *("ERDF", "European Regional Development Fund"),
    ),
    ("ESF", "Eiropas Sociālais fonds", "European Social Fund", "Европейский социальный фонд"),
    ("Kohēzijas fonds", "Cohesion Fund", "Фонд сплочения"),
    ("TPF", "Taisnīgas pārkārtošanās fonds", "JTF", "Just Transition Fund"),
    (
        *("ANM", "Atveseļošanas un noturības mehānisms"),
        *("RRF", "Recovery and Resilience Facility"),
    ),
    ("KLP", "kopējā lauksaimniecības politika", "CAP", "common agricultural policy"),
    ("LAP", "Lauku attīstības programma", "RDP", "Rural Development Programme"),
    # Other funds
    ("EEZ", "Eiropas Ekonomikas zona", "EEA", "European Economic Area"),
    ("AIF", "Aktīvo iedzīvotāju fonds", "ACF", "Active Citizens Fund"),
    ("SIF", "Sabiedrības integrācijas fonds", "Society Integration Foundation"),
    ("VKKF", "Valsts kultūrkapitāla fonds", "State Culture Capital Foundation"),
    ("LVAF", "Latvijas vides aizsardzības fonds", "Latvian Environmental Protection Fund"),
    # Institutions
    ("LAD", "Lauku atbalsta dienests", "Rural Support Service", "Служба поддержки села"),
    ("CFLA", "Centrālā finanšu un līgumu aģentūra", "Central Finance and Contracting Agency"),
    ("LLF", "Latvijas Lauku forums", "Latvian Rural Forum"),
    ("LLKC", "Latvijas Lauku konsultāciju un izglītības centrs"),
    (
        *("LIAA", "Latvijas Investīciju un attīstības aģentūra"),
        "Investment and Development Agency of Latvia",
    ),
    ("JSPA", "Jaunatnes starptautisko programmu aģentūra"),
    ("ZM", "Zemkopības ministrija", "Ministry of Agriculture", "Министерство земледелия"),
    ("MFA", "Ārlietu ministrija", "Ministry of Foreign Affairs", "Министерство иностранных дел"),
    (
        *("VARAM", "Viedās administrācijas un reģionālās attīstības ministrija"),
        "Vides aizsardzības un reģionālās attīstības ministrija",
    ),
    # Words of projects
    (
        *("NVO", "nevalstiskā organizācija", "NGO", "non-governmental organisation"),
        *("НПО", "неправительственная организация"),
    ),
    ("MVU", "mazie un vidējie uzņēmumi", "SME", "small and medium-sized enterprises"),
    (
        *("PPP", "publiskā un privātā partnerība", "publisko un privāto partnerattiecību"),
        "public-private partnership",
    ),
    ("sociālā uzņēmējdarbība", "social entrepreneurship", "социальное предпринимательство"),
    ("aprites ekonomika", "circular economy", "циркулярная экономика"),
    ("TIC", "tūrisma informācijas centrs", "tourist information centre"),
    ("PII", "pirmsskolas izglītības iestāde", "bērnudārzs"),
    ("jaunieši", "jaunatne"),
    ("seniori", "pensionāri"),
    ("veloceliņš", "veloceļš", "velosipēdu celiņš"),
)
