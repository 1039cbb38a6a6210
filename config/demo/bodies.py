"""The organisations as plain rows, at home and abroad."""

# slug, kind, name, full name, web site
LATVIAN = [
    (
        "pierigas-partneriba",
        "lag",
        ("Pierīgas partnerība", "Pierīgas partnerība"),
        ("Biedrība „Pierīgas partnerība”", "Association “Pierīgas partnerība”"),
        "https://www.pierigaspartneriba.lv",
    ),
    (
        "zied-zeme",
        "lag",
        ("Zied zeme", "Zied zeme"),
        (
            "Publisko un privāto partnerattiecību biedrība „Zied zeme”",
            "Public-private partnership association “Zied zeme”",
        ),
        "http://www.ziedzeme.lv",
    ),
    (
        "juras-zeme",
        "lag",
        ("Jūras zeme", "Jūras zeme"),
        ("Biedrība „Jūras zeme”", "Association “Jūras zeme”"),
        "https://juraszeme.lv",
    ),
    (
        "lielupe",
        "lag",
        ("Lauku partnerība „Lielupe”", "Rural Partnership “Lielupe”"),
        ("Biedrība „Lauku partnerība Lielupe”", "Association “Lauku partnerība Lielupe”"),
        "https://www.partneribalielupe.lv",
    ),
    (
        "partneriba-laukiem-un-jurai",
        "lag",
        ("Partnerība laukiem un jūrai", "Partnership for Rural and the Sea"),
        (
            "Biedrība „Partnerība laukiem un jūrai”",
            "Association “Partnerība laukiem un jūrai”",
        ),
        "https://www.plj.lv",
    ),
    (
        "liepajas-rajona-partneriba",
        "lag",
        ("Liepājas rajona partnerība", "Liepāja District Partnership"),
        ("Biedrība „Liepājas rajona partnerība”", "Association “Liepājas rajona partnerība”"),
        "https://lrpartneriba.lv",
    ),
    (
        "darisim-pasi",
        "lag",
        ("Darīsim paši!", "Darīsim paši!"),
        ("Biedrība „Darīsim paši!”", "Association “Darīsim paši!”"),
        "https://darisimpasi.lv",
    ),
    (
        "cesu-rajona-lauku-partneriba",
        "lag",
        ("Cēsu rajona lauku partnerība", "Cēsis District Rural Partnership"),
        (
            "Biedrība „Cēsu rajona lauku partnerība”",
            "Association “Cēsu rajona lauku partnerība”",
        ),
        "",
    ),
    (
        "daugavkrasts",
        "lag",
        ("Partnerība „Daugavkrasts”", "Partnership “Daugavkrasts”"),
        ("Biedrība „Partnerība Daugavkrasts”", "Association “Partnerība Daugavkrasts”"),
        "https://daugavkrasts.lv",
    ),
    (
        "latvijas-lauku-forums",
        "umbrella",
        ("Latvijas Lauku forums", "Latvian Rural Forum"),
        ("Biedrība „Latvijas Lauku forums”", "Association “Latvijas Lauku forums”"),
        "https://laukuforums.lv",
    ),
    (
        "kurzemes-nvo-centrs",
        "ngo",
        ("Kurzemes NVO centrs", "Kurzeme NGO Centre"),
        ("", ""),
        "",
    ),
    (
        "lauku-atbalsta-dienests",
        "authority",
        ("Lauku atbalsta dienests", "Rural Support Service"),
        ("", ""),
        "https://www.lad.gov.lv",
    ),
    (
        "zemkopibas-ministrija",
        "authority",
        ("Zemkopības ministrija", "Ministry of Agriculture"),
        ("", ""),
        "https://www.zm.gov.lv",
    ),
    (
        "sabiedribas-integracijas-fonds",
        "authority",
        ("Sabiedrības integrācijas fonds", "Society Integration Foundation"),
        ("", ""),
        "https://www.sif.gov.lv",
    ),
    (
        "arlietu-ministrija",
        "authority",
        ("Ārlietu ministrija", "Ministry of Foreign Affairs"),
        ("", ""),
        "https://www.mfa.gov.lv",
    ),
    (
        "kulturas-ministrija",
        "authority",
        ("Kultūras ministrija", "Ministry of Culture"),
        ("", ""),
        "https://www.km.gov.lv",
    ),
]
# slug, country, name, region, town, web site
ABROAD = [
    ("kantri", "FI", "Kantri ry", ("Pirkanmaa", "Pirkanmaa"), ("", ""), "http://kantriry.fi"),
    ("pirkanhelmi", "FI", "PirkanHelmi", ("Pirkanmaa", "Pirkanmaa"), ("", ""),
     "http://pirkanhelmi.fi"),
    ("attica-islands-network", "GR", "Attica Islands Network", ("Atika", "Attica"), ("", ""),
     "https://atticaislandsnetwork.gr"),
    # The page of the project names only the country and the address, fvl.org.uk.
    ("forth-valley-lomond", "GB", "Forth Valley & Lomond LEADER", ("Skotija", "Scotland"),
     ("", ""), "https://www.fvl.org.uk"),
    ("bohuskust", "SE", "Leader Bohuskust och gränsbygd",
     ("Vestra Jētalandes lēne", "Västra Götaland County"),
     ("Lysekil, uz ziemeļiem no Gēteborgas", "Lysekil, north of Gothenburg"), ""),
]  # fmt: skip
