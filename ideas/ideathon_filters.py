"""What ideathons and solutions can be narrowed by."""

from django.utils.translation import gettext_lazy as _

from projects.models import Project
from search.facets import Facet, LanguageFacet, names_of
from search.lists import FilteredList

from .models import Ideathon


class IdeathonList(FilteredList):
    """Ideathons by project and language."""

    def make_facets(self):
        projects = names_of(Project.objects.published, "slug_lv", "title")
        return [Facet("project", _("Project"), "project__slug_lv", projects), LanguageFacet()]


class SolutionList(FilteredList):
    """Solutions by ideathon and language."""

    def make_facets(self):
        names = names_of(Ideathon.objects.published, "slug_lv", "title")
        lookup = "challenge__ideathon__slug_lv"
        return [Facet("ideathon", _("Ideathon"), lookup, names), LanguageFacet()]
