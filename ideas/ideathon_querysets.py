"""How ideathons and solutions are read."""

from datetime import timedelta

from django.db.models import Q

from core.content import ContentQuerySet
from engage.visitors import ByVisitorQuerySet
from projects.acknowledgement import with_payer
from projects.cards import SHOWN as PROJECT_CARD

from . import columns
from .columns import of, own

NAMES_KEPT = timedelta(days=365)  # after the results, without results after the close


class IdeathonQuerySet(ContentQuerySet):
    def with_relations(self):
        related = ("project__programme__fund", "event", "needs", "rules")
        return super().with_relations().select_related(*related)

    def with_card(self):
        rows = self.select_related("cover", "project__programme__fund")
        return rows.only(*columns.IDEATHON_CARD)

    def with_details(self):
        shown = (
            *own(self.model),
            *of("project", *columns.PAID_BY, *PROJECT_CARD),
            *(*of("event", *columns.LINK), *of("needs", *columns.LINK)),
            *of("rules", *columns.LINK_OF_ITEM),
        )
        rows = self.select_related("cover", "project__cover", "event", "needs", "rules")
        return with_payer(rows).only(*shown)

    def stale(self):
        """What has its results does not grow old."""
        return super().stale().filter(results_at=None)


def long_over(way, now):
    """The condition that names go: a year after the results, where there are none after the close,
    and where none was set after they came."""
    long_ago, open_end = now - NAMES_KEPT, Q(**{f"{way}results_at": None})
    closed = Q(**{f"{way}solutions_close_at__lt": long_ago})
    never_closed = Q(**{f"{way}solutions_close_at": None}, created_at__lt=long_ago)
    return Q(**{f"{way}results_at__lt": long_ago}) | open_end & (closed | never_closed)


class SolutionQuerySet(ByVisitorQuerySet, ContentQuerySet):
    def with_relations(self):
        related = (
            "challenge__ideathon__project__programme__fund",
            "pitch",
            "award__funded_project",
        )
        return super().with_relations().select_related(*related)

    def with_card(self):
        rows = self.select_related("cover", "challenge__ideathon__project__programme__fund")
        return rows.only(*columns.SOLUTION_CARD)

    def with_details(self):
        project = "challenge__ideathon__project"
        shown = (
            *(*own(self.model), "challenge__title"),
            *of("challenge__ideathon", *columns.LINK, "results_at"),
            *(*of(project, *columns.PAID_BY), *of("pitch", *columns.LINK_OF_ITEM)),
        )
        return with_payer(self.select_related("cover", "pitch"), project).only(*shown)

    def stale(self):
        """A solution is of its day; nobody brings it up to date."""
        return self.none()

    def forget_people(self, now):
        over = long_over("challenge__ideathon__", now)
        return self.filter(over).exclude(name="", email=None).anonymise(now)
