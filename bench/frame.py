"""What projects hang on: countries with territories, themes; money and bodies are made beside."""

from dataclasses import dataclass, field

from django.utils.text import slugify

from partnership.loading import load_territories
from partnership.models import Organisation, Partnership, Territory
from projects.models import Fund, Programme, Theme

from .bodies import make_bodies
from .money import make_money
from .words import name_of_place

FULL = 2_000_000  # projects for which the numbers of territories, funds and so on are meant
TERRITORIES = 4_700  # beside those of Latvia
COUNTRIES = 35
HOME_SHARE = 0.3  # of the projects
THEMES = (
    ("Viedie ciemi", "Smart villages"),
    ("Vietējie produkti", "Local products"),
    ("Tūrisms", "Tourism"),
    ("Amatniecība", "Crafts"),
    ("Jaunieši", "Young people"),
    ("Kultūras mantojums", "Cultural heritage"),
    ("Zivsaimniecība", "Fisheries"),
    ("Piekraste", "The coast"),
    ("Daba", "Nature"),
    ("Enerģija", "Energy"),
    ("Digitālās prasmes", "Digital skills"),
    ("Uzņēmējdarbība", "Entrepreneurship"),
    ("Izglītība", "Education"),
    ("Veselība", "Health"),
    ("Sports", "Sports"),
    ("Sociālā iekļaušana", "Social inclusion"),
    ("Lauksaimniecība", "Farming"),
    ("Mežs", "Forest"),
    ("Ūdens", "Water"),
    ("Klimats", "Climate"),
    ("Satiksme", "Transport"),
    ("Pārvaldība", "Governance"),
    ("Attīstības sadarbība", "Development cooperation"),
    ("Seniori", "Senior people"),
)


@dataclass
class Country:
    """What a project of one country can choose from; all are keys."""

    code: str
    territories: list = field(default_factory=list)
    partners: list = field(default_factory=list)  # (organisation, partnership)
    others: list = field(default_factory=list)  # organisations without a partnership
    programmes: list = field(default_factory=list)  # (programme, fund, measures, first, last year)


class Frame:
    """Makes all that is not a project and keeps the keys by country."""

    def __init__(self, rng, size, report):
        self.rng, self.size = rng, size
        load_territories()
        rows = Territory.objects.filter(kind="country").order_by("pk")
        self.rows = sorted(rows, key=lambda row: row.code != "LV")[:COUNTRIES]
        self.countries = [Country(row.code) for row in self.rows]
        self.weights = weights(len(self.rows))
        self.themes = make_themes()
        self.make_territories()
        make_money(self)
        make_bodies(self)
        models = (Territory, Fund, Programme, Organisation, Partnership)
        report(", ".join(f"{each.__name__}: {each.objects.count():,}" for each in models))

    def scaled(self, number):
        """How many of something there are: by the square root of the number of projects."""
        return max(1, round(number * (self.size / FULL) ** 0.5))

    def shares(self, number):
        """(country, how many of `number` it gets), at least one."""
        for country, weight in zip(self.countries, self.weights, strict=True):
            yield country, max(1, round(number * weight))

    def make_territories(self):
        self.countries[0].territories = list(
            Territory.objects.exclude(kind__in=("country", "region"))
            .filter(valid_to=None)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        number = self.scaled(TERRITORIES) / (1 - HOME_SHARE)
        for place, country in enumerate(self.countries[1:], 1):
            wanted = max(2, round(number * self.weights[place]))
            regions = self.places(self.rows[place], "region", max(1, wanted // 9), country.code)
            for at, region in enumerate(regions):
                below = len(range(at, wanted, len(regions)))
                rows = self.places(region, "municipality", below, f"{country.code}{at}")
                country.territories += [row.pk for row in rows]

    def places(self, parent, kind, number, mark):
        """Territories below one; `mark` makes their addresses unique."""
        names = [name_of_place(self.rng) for _each in range(number)]
        return Territory.objects.bulk_create(
            Territory(
                name_lv=name,
                slug=slugify(f"{name} {mark} {kind[0]}{place}"),
                kind=kind,
                parent=parent,
            )
            for place, name in enumerate(names)
        )


def weights(number):
    """Shares of the countries: the home country first, the others by Zipf."""
    tail = [1 / (rank + 2) for rank in range(number - 1)]
    return [HOME_SHARE, *((1 - HOME_SHARE) * each / sum(tail) for each in tail)]


def make_themes():
    """Keys of the themes."""
    rows = [
        Theme(name_lv=lv, name_en=en, slug=slugify(lv), position=place)
        for place, (lv, en) in enumerate(THEMES)
    ]
    return [row.pk for row in Theme.objects.bulk_create(rows)]
