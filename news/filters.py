"""What the news can be narrowed by."""

from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from core.filters import Facet, FilteredList, names_of
from projects.models import Theme


class PublicationYearFacet(Facet):
    """The year of publication, by the site's own clock."""

    def __init__(self, name, label):
        super().__init__(name, label, None, lambda: {year: str(year) for year in self.years}, True)

    def prepare(self, queryset):
        rows = queryset.order_by().annotate(year=ExtractYear("published_at"))
        self.rows = list(rows.values_list("pk", "year"))
        self.years = sorted({year for _pk, year in self.rows}, reverse=True)
        super().prepare(queryset)

    def pairs(self, queryset):
        return self.rows


class PostList(FilteredList):
    """News by year and theme."""

    def make_facets(self):
        themes = Facet("theme", _("Theme"), "themes__slug", names_of(Theme.objects))
        return [PublicationYearFacet("year", _("Year")), themes]
