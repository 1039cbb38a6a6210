"""What forums and ideas can be narrowed and sorted by."""

import hashlib

from django.db.models import CharField, F, Value
from django.db.models.functions import MD5, Cast, Concat
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from partnership.filters import TerritoryFacet
from projects.models import Project
from search.facets import Facet, LanguageFacet, names_of
from search.lists import Cards, FilteredList
from search.orders import BY_TITLE, NEWEST, Order

from .models import Forum, Idea, Theme
from .querysets import number_of_supports

MOST_SUPPORTED = Order(
    "supported",
    _("most supported first"),
    number_of_supports() + F("paper_supports"),
    paths=("support_rows",),
)


class MixedOrder:
    """Another order every day, the same for everybody: no idea is always the first one."""

    name = "mixed"
    label = _("mixed anew each day")
    is_descending = False

    def place(self, pk):
        text = f"{timezone.localdate()}:{pk}"
        return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()

    def sql(self):
        day = Value(f"{timezone.localdate()}:")
        return [MD5(Concat(day, Cast("pk", CharField()))), "pk"]


MIXED = MixedOrder()


class ForumList(FilteredList):
    """Forums by place, project and language."""

    def make_facets(self):
        projects = names_of(Project.objects.published, "slug_lv", "title")
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


class ThemeFacet(Facet):
    """Themes of one forum in its order; or of all, where those of the same name are one."""

    def __init__(self, forum=None):
        names = names_of(self.themes, "slug")
        super().__init__("theme", _("Theme"), "theme__slug", names, keep_order=forum is not None)
        self.forum = forum

    def themes(self):
        return Theme.objects.filter(forum=self.forum) if self.forum else Theme.objects.all()

    def remember(self, what, make):
        return super().remember((what, self.forum and self.forum.pk), make)


class IdeaList(FilteredList):
    """Ideas by theme, place, who can realise them and what was answered.

    `fixed` are the values that no visitor chooses: merged ideas are in no list.
    """

    orders = (NEWEST, MOST_SUPPORTED, MIXED, BY_TITLE)
    forum = None

    def make_facets(self):
        forums = names_of(Forum.objects.published, "slug_lv", "title")
        return [
            StandingFacet("standing", ""),
            Facet("forum", _("Idea forum"), "theme__forum__slug_lv", forums),
            ThemeFacet(self.forum),
            DoerFacet("who", _("Who can realise it"), keep_order=True),
            IdeaTerritoryFacet("territory", _("Territory")),
            AnswerFacet("answer", _("Answer"), "answer", keep_order=True),
            LanguageFacet(),
        ]

    @property
    def fixed(self):
        return {"standing": StandingFacet.OWN}

    def chosen_in(self, facet):
        if facet.name in self.fixed:
            return [self.fixed[facet.name]]
        return super().chosen_in(facet)

    @property
    def narrowing(self):
        return [facet for facet in self.facets if facet.name not in self.fixed]

    def query(self, **changes):
        return super().query(**dict.fromkeys(self.fixed) | changes)

    # The daily mix is no order of the index: all keys are read and mixed here.

    def mixed_keys(self):
        found = self.results.keys(NEWEST, translation.get_language(), 0, self.number)
        return sorted((pk for _kind, pk in found), key=MIXED.place)

    def rows(self):
        if self.order is not MIXED or self.engine is None:
            return super().rows()
        rows = self.queryset.with_relations().filter(pk__any=self.mixed_keys())
        return rows.order_by(*MIXED.sql())

    def part(self, offset, limit):
        if self.order is not MIXED:
            return super().part(offset, limit)
        return Cards(self.queryset, self.mixed_keys()[offset : offset + limit])


class ForumIdeas(IdeaList):
    """The ideas of one forum."""

    def __init__(self, *args, forum, **kwargs):
        self.forum = forum
        super().__init__(*args, **kwargs)

    @property
    def fixed(self):
        return super().fixed | {"forum": self.forum.slug_lv}
