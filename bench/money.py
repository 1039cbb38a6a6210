"""Made-up funds, programmes and measures of each country."""

from collections import defaultdict

from projects.models import Fund, Measure, Programme

from .words import name_of_place

FUNDS, PROGRAMMES = 400, 1_200
PERIODS = ((2007, 2013), (2014, 2020), (2014, 2020), (2021, 2027))
CODES = ("19.1", "19.2", "19.3", "19.4")


def make_money(frame):
    """Fills `programmes` of every country of the frame."""
    funds = dict(make_funds(frame))
    for country, number in frame.shares(frame.scaled(PROGRAMMES)):
        rows = [programme(frame.rng, country.code, place) for place in range(number)]
        for row in rows:
            row.fund = frame.rng.choice(funds[country.code])
        Programme.objects.bulk_create(rows)
        measures = make_measures(frame.rng, rows)
        country.programmes = [
            (row.pk, row.fund_id, measures[row.pk], row.period_start, row.period_end)
            for row in rows
        ]


def make_funds(frame):
    """(country's code, its funds)"""
    dyes, kinds = Fund.Dye.values, Fund.Kind.values
    for country, number in frame.shares(frame.scaled(FUNDS)):
        yield (
            country.code,
            Fund.objects.bulk_create(
                Fund(
                    name_lv=f"{name_of_place(frame.rng)} fonds",
                    short_name_lv=f"F{country.code}{place}",
                    slug=f"fonds-{country.code}-{place}".lower(),
                    kind=kinds[place % len(kinds)],
                    dye=dyes[place % len(dyes)],
                )
                for place in range(number)
            ),
        )


def programme(rng, code, place):
    begins, ends = rng.choice(PERIODS)
    name, slug = name_of_place(rng), f"programma-{code}-{place}".lower()
    return Programme(
        code=f"{code}-{begins}",
        period_start=begins,
        period_end=ends,
        title_lv=f"{name} attīstības programma {begins}.–{ends}. gadam",
        title_en=f"Development Programme of {name} {begins}–{ends}",
        slug_lv=slug,
        slug_en=slug,
        published_at="2015-03-02T07:00:00+00:00",
    )


def make_measures(rng, programmes):
    """{programme's key: keys of its measures}, one to four each."""
    rows = Measure.objects.bulk_create(
        Measure(programme=row, code=code, name_lv=f"Pasākums {code}", slug=f"{row.pk}-{code}")
        for row in programmes
        for code in CODES[: rng.randint(1, 4)]
    )
    keys = defaultdict(list)
    for row in rows:
        keys[row.programme_id].append(row.pk)
    return keys
