"""Projects as data: their partners and places beside their public fields, GeoJSON for maps."""

from django.utils import translation

from opendata.columns import LANGUAGES
from opendata.records import Record
from opendata.writers import CHUNK, json_object

from .page import point
from .partners import Participation, shown_name
from .standards import iati, kohesio, partners_workbook, threesixty
from .structured import as_node

RELATED = (
    "participations__territories",
    "participations__organisation__earlier_names",
    "participations__organisation__partnership__area",
)


def partners_of(project):
    """The lead partner first, without those whose names are no longer data."""
    roles = list(Participation.Role)
    ordered = sorted(project.participations.all(), key=lambda each: roles.index(each.role))
    return [each for each in ordered if shown_name(each)]


def names_of(participation):
    """{language: name} of a partner, as far as data may tell it."""
    names = {}
    for code in LANGUAGES:
        with translation.override(code):
            names[code] = shown_name(participation)
    return names


def places_of(project):
    """[(longitude, latitude)] of the project's own territories, else of its partners' places."""
    own = [
        (float(each.longitude), float(each.latitude))
        for each in project.territories.all()
        if each.longitude is not None and each.latitude is not None
    ]
    found = own or [point(each) for each in project.participations.all()]
    return list(dict.fromkeys(filter(None, found)))


def geojson(rows, listing):
    """A feature for each project (RFC 7946), without a geometry where no place is known."""
    record = listing.record
    about = {"type": "FeatureCollection", "name": listing.title}
    features = (record.feature(row) for row in record.read(rows).iterator(chunk_size=CHUNK))
    yield from json_object(about, "features", features)


class ProjectRecord(Record):
    """A project with its stable name, its partners and where it happens."""

    writers = Record.writers | {
        "geojson": geojson,
        "kohesio.csv": kohesio.write,
        "partners.xlsx": partners_workbook.write,
        "iati.xml": iati.write,
        "360giving.json": threesixty.write,
    }

    def read(self, rows):
        rows = super().read(rows).select_related("programme__fund", "measure__programme")
        return rows.prefetch_related(*RELATED)

    def headings(self):
        return [
            "uid",
            "stable_url",
            *super().headings(),
            *(f"partners_{code}" for code in LANGUAGES),
        ]

    def cells(self, row):
        return [str(row.uid), row.stable_url, *super().cells(row), *self.partner_cells(row)]

    def partner_cells(self, row):
        """One cell in each language: `name; role; country`, a line for each partner."""
        partners = [self.partner(each) for each in partners_of(row)]
        return [
            "\n".join(
                f"{each['name'][code]}; {each['role']}; {each['country']}" for each in partners
            )
            for code in LANGUAGES
        ]

    def item(self, row):
        names = {"uid": str(row.uid), "stable_url": row.stable_url}
        return (
            names
            | super().item(row)
            | {"partners": [self.partner(each) for each in partners_of(row)]}
        )

    def linked(self, row):
        return as_node(row)

    def partner(self, participation):
        return {
            "name": names_of(participation),
            "role": participation.role,
            "country": participation.organisation.country,
        }

    def feature(self, row):
        return {
            "type": "Feature",
            "id": str(row.uid),
            "geometry": geometry(places_of(row)),
            "properties": {
                "address": self.addresses(row),
                "title": {code: getattr(row, f"title_{code}") or "" for code in LANGUAGES},
                "status": row.status,
                "kind": row.kind,
                "start_on": row.start_on,
                "end_on": row.end_on,
                "total_cost": row.total_cost,
            },
        }


def geometry(points):
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points} if points else None
