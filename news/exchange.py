"""News as a table."""

from core.admin import both
from core.exchange.importing import ScopedResource

from .models import Post


class PostResource(ScopedResource):
    class Meta(ScopedResource.Meta):
        model = Post
        fields = [
            *("slug_lv", "slug_en", "owner", "published_at", "unpublish_at"),
            *(name for row in both("title", "summary", "body") for name in row),
            *("author", "projects", "themes"),
        ]
