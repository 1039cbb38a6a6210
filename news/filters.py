"""What the news can be narrowed by."""

from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from projects.models import Theme
from search.facets import Facet, LanguageFacet, YearFacet, names_of
from search.lists import FilteredList


class PublicationYearFacet(YearFacet):
    """The year of publication, by the site's own clock."""

    paths = ()

    def pairs(self, rows):
        return rows.order_by().values_list("pk", ExtractYear("published_at"))


class PostList(FilteredList):
    """News by year, theme and language."""

    def make_facets(self):
        themes = Facet("theme", _("Theme"), "themes__slug", names_of(Theme.objects.all))
        return [PublicationYearFacet("year", _("Year")), themes, LanguageFacet()]
