"""What communities and their resources can be narrowed by."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.filters import TerritoryFacet
from projects.models import Project
from search.facets import Facet, names_of
from search.lists import FilteredList
from search.orders import BY_TITLE, NEWEST

from .community_entries import CommunityEntry


class CommunityPlaceFacet(TerritoryFacet):
    paths = ("territory",)


class EntryFacet(Facet):
    """The categories in which communities have entries of one kind that visitors may see."""

    paths = ("entries__category",)

    def __init__(self, name, label, kind):
        super().__init__(name, label, labels=lambda: dict(CommunityEntry.Category.choices))
        self.kind = kind

    def pairs(self, rows):
        entries = CommunityEntry.objects.filter(
            **CommunityEntry.public_if, kind=self.kind, community__in=rows.order_by()
        )
        gone = CommunityEntry.Status.GONE
        found = entries.exclude(status=gone).order_by()
        return found.values_list("community", "category").distinct()


class PublicProjectFacet(Facet):
    """The published projects that communities take part in."""

    def __init__(self, path):
        names = names_of(Project.objects.published, "slug_lv", "title")
        super().__init__("project", _("Project"), path, names)


class CommunityList(FilteredList):
    """Communities by place, by what they have and need, by project."""

    views = ("list", "map")
    orders = (BY_TITLE, NEWEST)

    def make_facets(self):
        kinds = CommunityEntry.Kind
        return [
            CommunityPlaceFacet("territory", _("Territory")),
            EntryFacet("resource", pgettext_lazy("of a community", "Has"), kinds.RESOURCE),
            EntryFacet("need", pgettext_lazy("of a community", "Needs"), kinds.NEED),
            PublicProjectFacet("projects__slug_lv"),
        ]


class ResourcePlaceFacet(TerritoryFacet):
    paths = ("community__territory",)


class ResourceList(FilteredList):
    """Resources of all communities. They have no pages of their own, so the tables answer."""

    orders = (BY_TITLE,)

    def __init__(self, queryset=None, parameters=None, **_index):
        super().__init__(queryset, parameters, engine=None)

    def make_facets(self):
        categories, terms = CommunityEntry.Category.choices, CommunityEntry.Terms.choices
        states = CommunityEntry.Status.choices
        return [
            Facet("category", _("Category"), "category", lambda: dict(categories)),
            ResourcePlaceFacet("territory", _("Territory")),
            Facet("terms", _("Terms"), "terms", lambda: dict(terms)),
            Facet("status", _("State"), "status", lambda: dict(states), keep_order=True),
            PublicProjectFacet("community__projects__slug_lv"),
        ]
