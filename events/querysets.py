"""How events are read: what is ahead, what is over, with what cards show."""

from datetime import timedelta
from functools import reduce
from operator import or_

from django.db.models import (
    Count,
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Subquery,
)
from django.db.models.functions import Coalesce, Now

from core.content import ContentQuerySet
from library.models import Item
from projects.acknowledgement import with_payer

from .parts import Material, Session

Kind = Item.Kind


class EventQuerySet(ContentQuerySet):
    def upcoming(self):
        """Events that are not over, the next one first; cancelled ones stay among them."""
        return self.filter(ends_at__gt=Now()).order_by("starts_at", "pk")

    def past(self):
        """Events that are over, the latest first."""
        return self.filter(ends_at__lte=Now()).order_by("-starts_at", "-pk")

    def stale(self):
        """The archive does not grow old."""
        return super().stale().filter(ends_at__gt=Now())

    def to_close(self):
        """Events with registrations here that are over and not counted yet."""
        rows = self.filter(registration="open", ends_at__lte=Now(), precision__in=("hour", "day"))
        return rows.filter(cancelled_at=None, closed_at=None).order_by("ends_at", "pk")

    def forgotten_by(self, last):
        """Events that are over and whose people are known, though not after `last`; the soonest
        first, with `forgotten_at`."""
        people = self.model._meta.get_field("registrations").related_model.objects
        known = people.filter(event=OuterRef("pk"), anonymised_at=None).exclude(confirmed_at=None)
        kept = ExpressionWrapper(F("retention_days") * timedelta(days=1), DurationField())
        rows = self.filter(Exists(known.order_by()), ends_at__lte=Now())
        end = ExpressionWrapper(F("ends_at") + kept, DateTimeField())
        return (
            rows.annotate(forgotten_at=end)
            .filter(forgotten_at__lte=last)
            .order_by("forgotten_at", "pk")
        )

    def with_relations(self):
        return (
            super()
            .with_relations()
            .with_taken()
            .with_recordings()
            .select_related("project__programme__fund", "series", "organiser")
            .prefetch_related("territories")
        )

    def with_details(self):
        return with_payer(self.with_relations().select_related("figures", "project__cover"))

    def with_taken(self):
        """The number of people who have a place as `taken`."""
        registrations = self.model._meta.get_field("registrations").related_model
        rows = registrations.objects.filter(event=OuterRef("pk")).confirmed().order_by()
        numbers = rows.values("event").annotate(number=Count("pk")).values("number")
        return self.annotate(taken=Coalesce(Subquery(numbers), 0))

    def with_recordings(self):
        """Whether the event can be watched or heard on its page, as `is_recorded`."""
        told = Session.objects.filter(recording__in=Item.objects.published().values("pk"))
        shown = Material.objects.shown().filter(item__kind__in=(Kind.RECORDING, Kind.VIDEO))
        of_this = (rows.filter(event=OuterRef("pk")).order_by() for rows in (told, shown))
        return self.annotate(is_recorded=reduce(or_, map(Exists, of_this)))


class SeriesQuerySet(ContentQuerySet):
    def with_relations(self):
        return super().with_relations().select_related("project__programme__fund")

    def with_details(self):
        return with_payer(self.with_relations().select_related("project__cover"))
