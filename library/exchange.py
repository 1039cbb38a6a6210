"""The library as a table; files stay out of it."""

from core.admin import both
from core.exchange.importing import ScopedResource

from .models import Item


class ItemResource(ScopedResource):
    class Meta(ScopedResource.Meta):
        model = Item
        fields = [
            *("slug_lv", "slug_en", "owner", "published_at", "unpublish_at"),
            *(name for row in both("title", "summary", "body") for name in row),
            *("kind", "authors", "publisher", "published_on", "published_precision"),
            *("project", "territories", "place_lv", "place_en", "licence", "visibility"),
        ]
