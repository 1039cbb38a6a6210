"""How forums and ideas are read."""

from datetime import timedelta

from django.apps import apps
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Now

from core.content import ContentQuerySet
from engage.visitors import ByVisitorQuerySet
from projects.acknowledgement import with_payer
from projects.cards import SHOWN as PROJECT_CARD

from . import columns
from .columns import of, own

NAMES_KEPT = timedelta(days=365)  # after the forum closes


def number_of_supports():
    """Of each idea, how many supports were given on the site."""
    rows = apps.get_model("ideas.Support").objects.filter(idea=OuterRef("pk")).order_by()
    numbers = rows.values("idea").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(numbers), 0)


def number_of_ideas(way):
    """Of each row to which `way` leads from ideas, how many are published there; of merged ones
    only what they went into."""
    ideas = apps.get_model("ideas.Idea").objects.counted().filter(**{way: OuterRef("pk")})
    numbers = ideas.order_by().values(way).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(numbers), 0)


class ForumQuerySet(ContentQuerySet):
    def open(self):
        """Forums that take ideas now."""
        return self.filter(archived_at=None, opens_at__lte=Now(), closes_at__gt=Now())

    def stale(self):
        """What is closed does not grow old."""
        return super().stale().filter(closes_at__gt=Now())

    def with_relations(self):
        return (
            super()
            .with_relations()
            .with_number()
            .select_related("project__programme__fund")
            .prefetch_related("territories")
        )

    def with_number(self):
        """The number of published ideas as `number_of_ideas`; of merged ones the whole counts."""
        return self.annotate(number_of_ideas=number_of_ideas("theme__forum"))

    def with_card(self):
        rows = self.with_number().select_related("project__programme__fund")
        return rows.only(*columns.FORUM_CARD)

    def with_details(self):
        shown = (*own(self.model), *of("project", *columns.PAID_BY))
        return with_payer(self.select_related("cover")).only(*shown)

    def forget_voters(self, now):
        """A year after the close nobody can tell any more which address supported what."""
        rows = self.filter(closes_at__lt=now - NAMES_KEPT).exclude(support_key="")
        return rows.update(support_key="", archived_at=now)


class IdeaQuerySet(ByVisitorQuerySet, ContentQuerySet):
    def counted(self):
        """Published ideas that stand for themselves; of merged ones only what they went into."""
        return self.published().filter(merged_into=None)

    def stale(self):
        """An idea is of its day; nobody brings it up to date."""
        return self.none()

    def with_relations(self):
        related = ("territory", "project", "answered_by", "merged_into", "event")
        return (
            super()
            .with_relations()
            .with_supports()
            .select_related("theme__forum__project__programme__fund", *related)
        )

    def with_card(self):
        rows = self.with_supports().select_related(
            "theme__forum__project__programme__fund", "territory"
        )
        return rows.only(*columns.IDEA_CARD)

    def with_details(self):
        joined = ("cover", "theme__forum__project__programme__fund", "territory", "answered_by")
        further = ("event", "merged_into", "project__programme__fund", "project__cover")
        shown = (
            *(*own(self.model), "theme__name", "theme__slug", "territory__name"),
            *of("theme__forum", *columns.LINK, "takes_support", columns.PROJECT_DYE),
            *of("theme__forum", "opens_at", "closes_at", "archived_at"),
            *("answered_by__name", *of("event", *columns.LINK)),
            *of("merged_into", *columns.LINK_OF_VISITOR),
            *of("project", *PROJECT_CARD),
        )
        return self.with_supports().select_related(*joined, *further).only(*shown)

    def with_supports(self):
        """The number of supports given on the site as `supports`."""
        return self.annotate(supports=number_of_supports())

    def forget_people(self, now):
        """Names go a year after the forum closes."""
        rows = self.filter(anonymised_at=None).exclude(Q(name="", email=None))
        return rows.filter(theme__forum__closes_at__lt=now - NAMES_KEPT).anonymise(now)
