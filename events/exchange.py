"""Events and their series as tables."""

from core.admin import both
from core.exchange.importing import ScopedResource

from .models import Event, Series


def in_both(*names):
    """Names of the columns of both languages."""
    return [column for row in both(*names) for column in row]


class EventResource(ScopedResource):
    class Meta(ScopedResource.Meta):
        model = Event
        fields = [
            *("slug_lv", "slug_en", "owner", "published_at", "unpublish_at"),
            *in_both("title", "summary", "body"),
            *("kind", "starts_at", "ends_at", "precision", "attendance"),
            *in_both("venue", "street"),
            *("territories", "country", "project", "series", "organiser"),
            *("registration", "registration_url", "opens_at", "closes_at", "capacity"),
            *("attended_total", *in_both("report")),
        ]


class SeriesResource(ScopedResource):
    class Meta(ScopedResource.Meta):
        model = Series
        fields = [
            *("slug_lv", "slug_en", "owner", "published_at", "unpublish_at"),
            *in_both("title", "summary", "body"),
            "project",
        ]
