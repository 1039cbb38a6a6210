"""What the directory and its offers and requests can be narrowed by."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import countries
from partnership.filters import TerritoryFacet
from partnership.models import Organisation
from projects.models import Project
from search.divided import DividedList
from search.facets import Facet, LanguageFacet, names_of
from search.lists import FilteredList
from search.orders import BY_TITLE, NEWEST

from .entries import Sector
from .listings import Listing


def country_names():
    return dict(countries.choices())


class PlaceFacet(TerritoryFacet):
    """The tree of territories, for pages that lie in one."""

    def __init__(self, path):
        super().__init__("territory", _("Territory"))
        self.path = path

    @property
    def paths(self):
        return (self.path,)


def project_names():
    return names_of(Project.objects.published, "slug_lv", "title")


class BrandBookFacet(Facet):
    """Organisations that have a brand book; there is nothing to choose for the others."""

    paths = ()

    def pairs(self, rows):
        with_book = rows.order_by().exclude(brand_book=None)
        yield from ((pk, "yes") for pk in with_book.values_list("pk", flat=True))

    def read_names(self):
        return {"yes": str(_("Has a brand book"))}


class EntryList(FilteredList):
    """Organisations by where they are and what they do."""

    orders = (BY_TITLE, NEWEST)

    def make_facets(self):
        kinds = dict(Organisation.Kind.choices)
        return [
            Facet("country", _("Country"), "organisation__country", country_names),
            PlaceFacet("territory"),
            Facet("sector", _("Sector"), "sectors__slug", names_of(Sector.objects.all)),
            Facet("type", _("Kind"), "organisation__kind", lambda: kinds),
            Facet("project", _("Project"), "projects__slug_lv", project_names()),
            BrandBookFacet("brand", _("Brand book")),
            LanguageFacet(),
        ]


class SoughtFacet(Facet):
    """Countries whose partners are sought; who seeks anywhere is found under each."""

    paths = ()

    def pairs(self, rows):
        for pk, codes in rows.order_by().values_list("pk", "countries_sought"):
            yield from ((pk, code) for code in codes)


class DirectionFacet(Facet):
    def __init__(self):
        names = {
            Listing.Direction.OFFER.value: pgettext_lazy("listings", "Offers"),
            Listing.Direction.REQUEST.value: pgettext_lazy("listings", "Requests"),
        }
        super().__init__("direction", _("Offer or request"), "direction", lambda: names, True)


class ListingList(DividedList):
    """Offers and requests, each a part of the list."""

    division = "direction"
    whole = "direction=all"
    orders = (NEWEST, BY_TITLE)

    def make_facets(self):
        forms = dict(Listing.Form.choices)
        return [
            DirectionFacet(),
            Facet("country", _("Country"), "entry__organisation__country", country_names),
            PlaceFacet("entry__territory"),
            Facet("sector", _("Sector"), "sectors__slug", names_of(Sector.objects.all)),
            Facet("cooperation", _("Form of cooperation"), "form", lambda: forms),
            SoughtFacet("sought", _("Partners sought in"), labels=country_names),
            LanguageFacet(),
        ]
