"""Communities as a table, and the sheets of workshops: a line for each need and resource."""

from core.admin import both
from core.content import SLUG_LENGTH
from core.exchange.importing import ScopedResource
from core.exchange.values import as_text

from .communities import Community
from .community_entries import CommunityEntry, entry_slug


class CommunityResource(ScopedResource):
    """`verified_on` is not among the columns: a table proves nothing."""

    class Meta(ScopedResource.Meta):
        model = Community
        fields = [
            *("slug_lv", "slug_en", "owner", "published_at", "unpublish_at"),
            *(name for row in both("title", "summary", "body") for name in row),
            *("territory", "settlement", "latitude", "longitude", "projects", "supporter"),
            *("leader_name", "website"),
        ]


class EntryResource(ScopedResource):
    """A sheet need not name its rows: community and title do, so that it can be brought again."""

    key, title = "slug", "title_lv"
    related = ("community",)

    class Meta(ScopedResource.Meta):
        model = CommunityEntry
        fields = [
            *("slug", "community", "kind", "category"),
            *(name for row in both("title", "text") for name in row),
            *("status", "terms", "visibility", "solved_by"),
        ]

    def key_of(self, row):
        given = as_text(row.get(self.key, ""))[:SLUG_LENGTH]
        return given or entry_slug(self.address_of(row), as_text(row.get(self.title, "")))

    def address_of(self, row):
        """The address of the row's community, by whichever of its names the sheet has."""
        directory = self.directory(Community)
        try:
            return directory.key_of[directory.find(as_text(row.get("community", "")))]
        except ValueError:  # told when the cell itself is read
            return ""
