"""Communities and their resources as data: what visitors see, no contact of anybody."""

from opendata.columns import LANGUAGES, in_languages
from opendata.records import Record
from projects.data import geojson, geometry

from .community_entries import CommunityEntry
from .community_page import as_node


class CommunityRecord(Record):
    """A community with its public needs and resources; coordinates have two decimals."""

    writers = Record.writers | {"geojson": geojson}

    def read(self, rows):
        return super().read(rows).prefetch_related("entries")

    def headings(self):
        kinds = CommunityEntry.Kind
        lists = [f"{kind}s_{code}" for kind in kinds.values for code in LANGUAGES]
        return [*super().headings(), *lists]

    def cells(self, row):
        lists = [
            "; ".join(each["title"][code] or each["title"]["lv"] for each in entries_of(row, kind))
            for kind in CommunityEntry.Kind.values
            for code in LANGUAGES
        ]
        return [*super().cells(row), *lists]

    def item(self, row):
        lists = {f"{kind}s": entries_of(row, kind) for kind in CommunityEntry.Kind.values}
        return super().item(row) | lists

    def linked(self, row):
        return as_node(row)

    def feature(self, row):
        has_point = row.latitude is not None
        points = [(float(row.longitude), float(row.latitude))] if has_point else []
        return {
            "type": "Feature",
            "geometry": geometry(points),
            "properties": {
                "address": self.addresses(row),
                "title": in_languages(row, "title"),
                "territory": in_languages(row.territory, "name"),
                "settlement": row.settlement,
                "verified_on": row.verified_on,
            },
        }


def entries_of(community, kind):
    """Public entries of one kind, without what is no longer there."""
    return [
        {
            "category": each.category,
            "title": in_languages(each, "title"),
            "text": in_languages(each, "text"),
            "status": each.status,
            "terms": each.terms,
        }
        for each in sorted(community.entries.all(), key=lambda each: each.order)
        if each.is_public and each.kind == kind and each.status != CommunityEntry.Status.GONE
    ]


class ResourceRecord(Record):
    """A resource with its community; its address is its place on the community's page."""

    def headings(self):
        return [*super().headings(), *(f"territory_{code}" for code in LANGUAGES)]

    def cells(self, row):
        return [*super().cells(row), *in_languages(row.community.territory, "name").values()]

    def item(self, row):
        return super().item(row) | {"territory": in_languages(row.community.territory, "name")}

    def read(self, rows):
        return super().read(rows).select_related("community__territory")
