"""How events are read: what is ahead, what is over, with what cards show."""

from django.db.models.functions import Now

from core.content import ContentQuerySet


class EventQuerySet(ContentQuerySet):
    def upcoming(self):
        """Events that are not over, the next one first; cancelled ones stay among them."""
        return self.filter(ends_at__gt=Now()).order_by("starts_at", "pk")

    def past(self):
        """Events that are over, the latest first."""
        return self.filter(ends_at__lte=Now()).order_by("-starts_at", "-pk")

    def with_relations(self):
        return (
            super()
            .with_relations()
            .select_related("project__programme__fund", "series", "organiser")
            .prefetch_related("territories")
        )


class SeriesQuerySet(ContentQuerySet):
    def with_relations(self):
        return super().with_relations().select_related("project__programme__fund")
