"""What forums and ideas can be narrowed and sorted by."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from partnership.filters import TerritoryFacet
from projects.models import Project
from search.facets import Facet, LanguageFacet, names_of
from search.lists import FilteredList
from search.orders import BY_TITLE, NEWEST, Order

from .models import Forum, Idea, Theme
from .querysets import number_of_supports

MOST_SUPPORTED = Order(
    "supported",
    _("most supported first"),
    number_of_supports() + F("paper_supports"),
    paths=("support_rows",),
)


class ForumList(FilteredList):
    """Forums by place, project and language."""

    def make_facets(self):
        projects = names_of(Project.objects.published(), "slug_lv", "title")
        return [
            TerritoryFacet("territory", _("Territory")),
            Facet("project", _("Project"), "project__slug_lv", projects),
            LanguageFacet(),
        ]


class DoerFacet(Facet):
    """Who can realise an idea; one that several can is found under each."""

    paths = ()
    names_of_doers = {
        "residents": ("by_residents", _("residents themselves")),
        "ngo": ("by_ngo", _("associations and foundations")),
        "municipality": ("by_municipality", _("the municipality")),
    }

    def pairs(self, rows):
        for value, (field, _label) in self.names_of_doers.items():
            for pk in rows.order_by().filter(**{field: True}).values_list("pk", flat=True):
                yield pk, value

    def read_names(self):
        return {value: str(label) for value, (_field, label) in self.names_of_doers.items()}


class AnswerFacet(Facet):
    """What was answered; ideas that wait for an answer have a value too."""

    UNANSWERED = "none"

    def found_under(self, value):
        return {value}

    def pairs(self, rows):
        for pk, answer in rows.order_by().values_list("pk", "answer"):
            yield pk, answer or self.UNANSWERED

    def read_names(self):
        return {value or self.UNANSWERED: str(label) for value, label in Idea.Answer.choices}


class IdeaTerritoryFacet(TerritoryFacet):
    paths = ("territory",)


class StandingFacet(Facet):
    """Whether an idea stands for itself or went into another one; never offered as a choice."""

    OWN, MERGED = "own", "merged"
    paths = ()

    def pairs(self, rows):
        for pk, merged in rows.order_by().values_list("pk", "merged_into"):
            yield pk, self.MERGED if merged else self.OWN

    def read_names(self):
        return {self.OWN: self.OWN, self.MERGED: self.MERGED}


class IdeaList(FilteredList):
    """Ideas by theme, place, who can realise them and what was answered.

    `fixed` are the values that no visitor chooses: merged ideas are in no list.
    """

    orders = (NEWEST, MOST_SUPPORTED, BY_TITLE)

    def __init__(self, *args, **kwargs):
        self.fixed = {"standing": StandingFacet.OWN}
        super().__init__(*args, **kwargs)

    def make_facets(self):
        forums = names_of(Forum.objects.published(), "slug_lv", "title")
        return [
            StandingFacet("standing", ""),
            Facet("forum", _("Idea forum"), "theme__forum__slug_lv", forums),
            Facet("theme", _("Theme"), "theme__slug", names_of(Theme.objects)),
            DoerFacet("who", _("Who can realise it"), keep_order=True),
            IdeaTerritoryFacet("territory", _("Territory")),
            AnswerFacet("answer", _("Answer"), "answer", keep_order=True),
            LanguageFacet(),
        ]

    def chosen_in(self, facet):
        if facet.name in self.fixed:
            return [self.fixed[facet.name]]
        return super().chosen_in(facet)

    @property
    def narrowing(self):
        return [facet for facet in self.facets if facet.name not in self.fixed]

    def query(self, **changes):
        return super().query(**dict.fromkeys(self.fixed) | changes)


class ForumIdeas(IdeaList):
    """The ideas of one forum."""

    def __init__(self, *args, forum, **kwargs):
        self.forum = forum
        super().__init__(*args, **kwargs)
