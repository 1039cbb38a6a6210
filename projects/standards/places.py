"""Where a project happens, in the codes of statistics: NUTS regions, municipalities, points.

NUTS 2024 (Regulation (EU) 2023/674): the regions of level 3 in Latvia are its planning regions
(Cabinet regulation MK 418/2021), and levels 1 and 2 are the whole country. For other countries
no NUTS codes are kept, so that their places leave with a point alone.
"""

from partnership.models import Gazetteer, Territory

NUTS_3 = {  # slug of the planning region: code and label
    "rigas-planosanas-regions": ("LV00A", "Rīga"),
    "kurzemes-planosanas-regions": ("LV00B", "Kurzeme"),
    "vidzemes-planosanas-regions": ("LV00C", "Vidzeme"),
    "latgales-planosanas-regions": ("LV005", "Latgale"),
    "zemgales-planosanas-regions": ("LV009", "Zemgale"),
}
NUTS_1, NUTS_2 = ("LV0", "Latvija"), ("LV00", "Latvija")
KINDS = Territory.Kind
MUNICIPALITIES = (KINDS.MUNICIPALITY, KINDS.STATE_CITY)


class Places:
    """The territories of projects and what lies above them; reads the gazetteer once."""

    def __init__(self):
        self.gazetteer = Gazetteer()

    def of(self, project):
        """The project's own territories, else those of its partners, each once."""
        found = list(project.territories.all())
        if not found:
            partners = [each for each in project.participations.all() if each.role != "supporter"]
            found = [place for each in partners for place in each.where()]
        return list({place.pk: place for place in found}.values())

    def around(self, places):
        """The places, their heirs and all that these are part of, the nearest first."""
        keys = [place.pk for place in places]
        for pk in keys:
            keys += [each for each in self.gazetteer.above(pk) if each not in keys]
        return [self.gazetteer.by_pk[pk] for pk in keys]

    def nuts_3(self, places):
        """(code, label) of the regions of level 3, by code."""
        slugs = {each.slug for each in self.around(places)}
        return sorted(region for slug, region in NUTS_3.items() if slug in slugs)

    def municipalities(self, places):
        """The municipalities of today in which the places lie (LAU of Latvia)."""
        around = self.around(places)
        return [each for each in around if each.kind in MUNICIPALITIES and not each.valid_to]

    def countries(self, places):
        """ISO 3166-1 codes of the places' countries, without a territory's former ones."""
        return [each.code for each in self.around(places) if each.kind == KINDS.COUNTRY]

    def point(self, place):
        """(latitude, longitude) of the place or of the nearest thing around it; None if unknown."""
        for each in self.around([place]):
            if each.latitude is not None and each.longitude is not None:
                return each.latitude, each.longitude
        return None
