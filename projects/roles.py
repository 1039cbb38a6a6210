"""The roles that partnerships have in projects: what is asked of the chosen partnerships alone."""

from partnership.models import Partnership
from search.facets import Facet
from search.lists import FilteredList
from search.sets import Counts

from .models import Participation


class RoleFacet(Facet):
    """The part that partnerships of this site have: as lead partner, partner or supporter.

    A project also has each role together with the partnership that has it.
    """

    paths = ("participations__organisation__partnership",)

    def pairs(self, rows):
        ours = Participation.objects.filter(
            project__in=rows.order_by(),
            organisation__partnership__in=Partnership.objects.published().order_by().values("pk"),
        )
        ways = ("project", "role", "organisation__partnership__slug_lv")
        for pk, role, slug in ours.order_by().values_list(*ways):
            yield pk, role
            yield pk, slug and role_of(slug, role)


def role_of(slug, role):
    """The value of a role that one partnership has; no visitor can choose it."""
    return f"{role}:{slug}"


class RolesOfPartnerships(FilteredList):
    """A list with the facets `partnership` and `role`: with both, one of the chosen partnerships
    has one of the chosen roles; without a partnership any has it."""

    def meant(self):
        meant = super().meant()
        if meant.keys() >= {"partnership", "role"}:
            slugs, roles = meant.pop("partnership"), meant["role"]
            meant["role"] = [role_of(slug, role) for slug in slugs for role in roles]
        return meant

    def counts_of(self, facet):
        roles = self.chosen.get("role")
        if facet.name == "role":
            return self.counts_of_roles(facet.names)
        if facet.name == "partnership" and roles:
            return self.counts_of_partnerships(facet.names, roles)
        return super().counts_of(facet)

    def counts_of_roles(self, roles):
        """{role: in how many projects one of the chosen partnerships, or any, has it}"""
        counts, slugs = Counts(), self.chosen.get("partnership", ())
        for role in roles:
            values = [role_of(slug, role) for slug in slugs] or [role]
            counts[role] = self.results.number_with("role", values)
        return counts

    def counts_of_partnerships(self, slugs, roles):
        """{slug: in how many projects it has one of the roles}; in each it has only one."""
        slug_by_value = {role_of(slug, role): slug for slug in slugs for role in roles}
        found = self.results.counts({"role": slug_by_value.keys()})["role"]
        counts = Counts()
        for value in found.keys() & slug_by_value.keys():
            slug = slug_by_value[value]
            counts[slug] = counts.get(slug, 0) + found[value]
        return counts
