"""The events of “Kaimiņu sadarbība kopīgai attīstībai”, with how many people came."""

from datetime import date

from .building import both

# „Šī gada laikā”, and the year is that of the project's number.
NEIGHBOURS = {
    "project": "kaiminu-sadarbiba-kopigai-attistibai",
    "owner": "pierigas-partneriba",
    "starts": date(2021, 1, 1),
    "ends": date(2021, 10, 31),
    "precision": "year",
    "territories": ["marupes-novads", "olaines-novads", "kekavas-novads"],
}
FORUM = both(
    summary=(
        """Piecās tematiskajās grupās nevalstiskā sektora pārstāvji runāja par novada attīstību
        un pierakstīja savas idejas.""",
        """In five thematic groups representatives of the non-governmental sector talked about
        the future of their municipality and wrote down their ideas.""",
    ),
    body=(
        """<ul><li>Kultūra un izglītība</li><li>Vide, mājoklis, drošība</li>
        <li>Uzņēmējdarbības attīstība, tūrisms, amatniecība</li><li>Sports, atpūta,
        iespējas jauniešiem</li><li>Iedzīvotāju kopienas</li></ul>""",
        """<ul><li>Culture and education</li><li>Environment, housing, safety</li>
        <li>Business development, tourism, crafts</li><li>Sport, leisure, opportunities
        for young people</li><li>Residents’ communities</li></ul>""",
    ),
)
# The page tells of forums in three municipalities, and that all events together had more than 140
# participants. One forum in each, and who came to what, are assumptions; the sum is the least one
# of which the page is true.
FORUMS = [
    ("Mārupes", "Mārupe", "marupes-novads", 34),
    ("Olaines", "Olaine", "olaines-novads", 29),
    ("Ķekavas", "Ķekava", "kekavas-novads", 31),
]


def forum(place, place_en, territory, came):
    title = (
        f"Iedzīvotāju forums „Ideju skrejceļš” {place} novadā",
        f"Residents’ forum “Ideju skrejceļš” in {place_en} Municipality",
    )
    facts = {"kind": "forum", "territories": [territory], "came": came}
    return {**NEIGHBOURS, **both(title=title), **FORUM, **facts}


EVENTS = [
    *(forum(*each) for each in FORUMS),
    {
        **NEIGHBOURS,
        **both(
            title=("Divu dienu pasākums „Dižkūre”", "The two-day event “Dižkūre”"),
        ),
        "kind": "other",
        "came": 22,
    },
    {
        **NEIGHBOURS,
        **both(
            title=("Pieredzes brauciens uz Vidzemi", "Study trip to Vidzeme"),
            venue=("Vidzeme", "Vidzeme"),
        ),
        "kind": "trip",
        "came": 15,
    },
    {
        **NEIGHBOURS,
        **both(
            title=(
                "Seminārs kopienu līderiem un veidotājiem",
                "Seminar for leaders and founders of communities",
            ),
            summary=(
                """Trīs novadu nevalstiskajām organizācijām un aktīvo kopienu līderiem.""",
                """For non-governmental organisations and leaders of active communities of three
                municipalities.""",
            ),
        ),
        "kind": "seminar",
        "came": 10,
    },
]
