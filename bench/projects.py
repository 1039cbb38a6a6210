"""Made-up projects as lines for COPY, and in spools the rows that belong to them."""

from uuid import UUID

from projects.models import FundingShare, Participation, Project

from .facts import cents, days, moments, number, sort, texts
from .loading import NULL, Spool, Table
from .words import english, latvian

# The untranslated column of a text is never read; only that of the title and the slug is filled.
PROJECT = Table(
    Project,
    "id title title_lv title_en summary_lv summary_en body_lv body_en slug slug_lv slug_en owner_id"
    " published_at unpublish_at created_at updated_at uid kind status number programme_id"
    " measure_id funding_level total_cost cofinancing_rate start_on start_precision end_on"
    " end_precision",
    fixed={"is_gone_at_origin": "f"}
    | dict.fromkeys(
        "summary body origin_url local_text short_name title_language aims tasks activities outcome"
        " target_groups thanks territory_note other_partners".split(),
        "",
    ),
    left="cover_id subscription_id origin_changed_at duration_months"
    " local_text_lv local_text_en short_name_lv short_name_en aims_lv aims_en tasks_lv tasks_en"
    " activities_lv activities_en outcome_lv outcome_en target_groups_lv target_groups_en"
    " thanks_lv thanks_en territory_note_lv territory_note_en other_partners_lv other_partners_en",
)
PARTICIPATION = Table(
    Participation,
    "id project_id organisation_id role number share position",
    fixed=dict.fromkeys(("place", "note", "text"), ""),
    left="place_lv place_en contact_id note_lv note_en text_lv text_en agreed_on",
)
SHARE = Table(
    FundingShare,
    "id project_id fund_id amount rate position",
    fixed={"note": ""},
    left="note_lv note_en",
)
THEME = Table(Project.themes.through, "id project_id theme_id")
TERRITORY = Table(Project.territories.through, "id project_id territory_id")
PARTNER_TERRITORY = Table(Participation.territories.through, "id participation_id territory_id")


class Projects:
    """Iterating gives the lines of PROJECT; the spools are full when it ends."""

    def __init__(self, rng, size, frame, folder):
        self.rng, self.size, self.frame = rng, size, frame
        self.latvian, self.english = latvian(), english()
        tables = (PARTICIPATION, SHARE, THEME, TERRITORY, PARTNER_TERRITORY)
        self.spools = {table: Spool(table, folder) for table in tables}

    def __iter__(self):
        rng, lv, en = self.rng, self.latvian, self.english
        chosen = rng.choices(self.frame.countries, self.frame.weights, k=self.size)
        for key, country in enumerate(chosen, 1):
            partnership = self.partners(key, country)
            programme, fund, measures, *period = self.skewed(country.programmes)
            start, end, dates = days(rng, *period)
            money = self.money(key, fund)
            self.places(key, country)
            yield PROJECT.line(
                str(key),
                *texts(rng, lv, en, key),
                str(partnership or NULL),
                *moments(rng, start),
                str(UUID(int=rng.getrandbits(128), version=4)),
                *sort(rng, start, end),
                number(rng, key, start),
                str(programme),
                str(rng.choice(measures)),
                *money,
                *dates,
            )

    def skewed(self, rows):
        """One of the rows, the first ones more often."""
        return rows[int(len(rows) * self.rng.random() ** 2)]

    def money(self, key, fund):
        """Level of the support, total cost and rate; who pays what goes into its spool."""
        rng = self.rng
        rate = rng.choice((50, 70, 75, 85, 90, 90, 100))
        level = "funded" if rate == 100 else "cofunded"
        if rng.random() < 0.06:
            return level, NULL, NULL
        cost = min(int(100 * rng.lognormvariate(11, 1.2)), 9_000_000_000)
        self.spools[SHARE].add(key, fund, cents(cost * rate // 100), rate, 0)
        if rate < 100:
            other = rng.choice(self.frame.countries[0].programmes)[1]
            self.spools[SHARE].add(key, other, cents(cost - cost * rate // 100), 100 - rate, 1)
        return level, cents(cost), str(rate)

    def places(self, key, country):
        """Themes, and in two of three projects territories of its own."""
        rng, themes = self.rng, self.frame.themes
        for theme in {self.skewed(themes) for _each in range(rng.randint(1, 3))}:
            self.spools[THEME].add(key, theme)
        if rng.random() < 0.66:
            for place in {self.skewed(country.territories) for _each in range(rng.randint(1, 3))}:
                self.spools[TERRITORY].add(key, place)

    def partners(self, key, country):
        """One to six organisations, the lead partner's first; gives the lead's partnership."""
        rng = self.rng
        number = rng.choices((1, 2, 3, 4, 5, 6), (25, 30, 20, 12, 8, 5))[0]
        countries = rng.choices(self.frame.countries, self.frame.weights, k=number - 1)
        bodies = {}
        for each in (country, *countries):
            usual = each.others if bodies and rng.random() < 0.35 else each.partners
            organisation = self.skewed(usual)
            body = organisation if isinstance(organisation, tuple) else (organisation, None)
            bodies[body[0]] = (body[1], each)
        for position, (organisation, (_partnership, each)) in enumerate(bodies.items()):
            self.partner(key, organisation, position, each)
        return next(iter(bodies.values()))[0]

    def partner(self, key, organisation, position, country):
        rng = self.rng
        role = "lead" if position == 0 else "supporter" if rng.random() < 0.1 else "partner"
        own = self.spools[PARTICIPATION].add(key, organisation, role, "", NULL, position)
        if rng.random() < 0.3:
            self.spools[PARTNER_TERRITORY].add(own, self.skewed(country.territories))
