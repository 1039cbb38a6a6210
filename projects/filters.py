"""What the list of projects can be narrowed and sorted by."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from core import countries
from core.filters import Facet, FilteredList, names_of
from core.text import alphabetical
from partnership.models import Gazetteer, Partnership

from .models import Fund, Participation, Programme, Project, Theme


class TerritoryFacet(Facet):
    """The tree of territories; an old municipality finds what its heirs have."""

    def __init__(self, name, label):
        super().__init__(name, label, None, None)

    def prepare(self, queryset):
        self.gazetteer = Gazetteer()
        self.labels = lambda: {each.slug: each.name for each in self.gazetteer.by_pk.values()}
        super().prepare(queryset)

    def pairs(self, queryset):
        """A project is where it says, where its partners say, else in its partners' areas."""
        rows = queryset.order_by()
        yield from rows.values_list("pk", "territories").distinct()
        yield from rows.values_list("pk", "participations__territories").distinct()
        whole_area = Participation.objects.filter(
            project__in=rows,
            territories=None,
            organisation__partnership__in=Partnership.objects.published().order_by().values("pk"),
        )
        yield from whole_area.values_list("project", "organisation__partnership__area").distinct()

    def found_under(self, pk):
        return {self.gazetteer.by_pk[each].slug for each in self.gazetteer.closure(pk)}

    def meant_by(self, slug):
        meant = self.gazetteer.meant_by(self.gazetteer.by_slug[slug].pk)
        return {self.gazetteer.by_pk[pk].slug for pk in meant}

    def options(self, rows, chosen):
        flat = {each.value: each for each in super().options(rows, chosen)}
        for value in chosen & flat.keys():
            flat[value].count = len(rows & self.matching([value]))
        return self.branch(None, flat)

    def branch(self, parent, flat):
        """The options below one territory, largest count first; old ones only when chosen."""
        found = []
        for territory in self.gazetteer.children.get(parent, ()):
            option = flat.get(territory.slug)
            if option and (territory.valid_to is None or option.is_chosen):
                option.children = self.branch(territory.pk, flat)
                found.append(option)
        return sorted(found, key=lambda each: (-each.count, alphabetical(each.label)))


class YearFacet(Facet):
    """The years in which a project runs, from the year of its start to that of its end.

    A slip of the pen such as 0219 must not offer a thousand years.
    """

    FIRST, LAST = 1950, 2100

    def __init__(self, name, label):
        super().__init__(name, label, None, lambda: {year: str(year) for year in self.years})

    def prepare(self, queryset):
        rows = queryset.order_by().values_list("pk", "start_on", "end_on")
        self.spans = [(pk, start or end, end or start) for pk, start, end in rows if start or end]
        seen = {year for _pk, start, end in self.spans for year in self.between(start, end)}
        self.years = sorted(seen, reverse=True)
        self.keep_order = True
        super().prepare(queryset)

    def pairs(self, queryset):
        for pk, start, end in self.spans:
            for year in self.between(start, end):
                yield pk, year

    def between(self, start, end):
        return range(max(start.year, self.FIRST), min(end.year, self.LAST) + 1)


class ProjectList(FilteredList):
    """Projects by territory, funder, programme, status, partnership, country, theme and year."""

    orders = (
        ("newest", _("newest first")),
        ("title", _("title")),
        ("budget", _("largest budget")),
        ("end", _("ends soonest")),
    )

    def make_facets(self):
        lead_to = "participations__organisation"
        return [
            TerritoryFacet("territory", _("Territory")),
            Facet(
                "funder",
                _("Funder"),
                "programme__fund__slug",
                names_of(Fund.objects, label="short_name"),
            ),
            Facet("status", _("Status"), "status", lambda: dict(Project.Status.choices), True),
            Facet(
                "programme",
                _("Programme"),
                "programme__slug_lv",
                names_of(Programme.objects.published(), "slug_lv", "title"),
            ),
            Facet(
                "partnership",
                _("Partnership"),
                f"{lead_to}__partnership__slug_lv",
                names_of(Partnership.objects.published(), "slug_lv", "title"),
            ),
            Facet(
                "country",
                _("Partner country"),
                f"{lead_to}__country",
                lambda: dict(countries.choices()),
            ),
            Facet("theme", _("Theme"), "themes__slug", names_of(Theme.objects)),
            YearFacet("year", _("Year")),
        ]

    def sorted(self, rows):
        if self.order == "budget":
            return rows.order_by(F("total_cost").desc(nulls_last=True), "pk")
        if self.order == "end":
            return rows.order_by(F("end_on").asc(nulls_last=True), "pk")
        return super().sorted(rows) if self.order == "title" else rows.newest_first()
