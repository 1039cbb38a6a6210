"""What the library can be narrowed and sorted by."""

from django.db.models import DateField
from django.db.models.functions import Coalesce, ExtractYear
from django.utils.translation import gettext_lazy as _

from partnership.filters import TerritoryFacet
from projects.models import Project
from search.facets import Facet, YearFacet, names_of
from search.lists import FilteredList
from search.orders import BY_TITLE, Order

from . import languages
from .models import Item

CAME_OUT = Coalesce("published_on", "published_at__date", output_field=DateField())


class CameOutFacet(YearFacet):
    """The year in which the work came out, else that in which it was put here."""

    paths = ()

    def pairs(self, rows):
        return rows.order_by().values_list("pk", ExtractYear(CAME_OUT))


def named_languages():
    return dict(languages.choices())


class ItemList(FilteredList):
    """The library by kind, project, territory, language and year."""

    orders = (Order("newest", _("newest first"), CAME_OUT), BY_TITLE)

    def make_facets(self):
        projects = names_of(Project.objects.published, "slug_lv", "title")
        return [
            Facet("type", _("Kind"), "kind", lambda: dict(Item.Kind.choices)),
            Facet("project", _("Project"), "project__slug_lv", projects),
            TerritoryFacet("territory", _("Territory")),
            Facet("language", _("Language"), "files__language", named_languages),
            CameOutFacet("year", _("Year")),
        ]
