"""The directory of the project for Moldova: businesses of both countries, offers and requests.

The businesses of Latvia are those that the page names. Of Moldova it tells that three businesses
got brand books, not which: these three are made up, and their pages say so.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from directory.models import ContactPoint, Entry, Listing, Sector
from library.models import Item
from partnership.models import Organisation, Partnership, Territory
from projects.models import Project

from .building import both, chosen
from .directory_offers import LISTINGS
from .directory_rows import ENTRIES, SECTORS

PROJECT = "atbalsts-moldovas-regionu-izaugsmei"
BRAND_BOOKS = "tris-zimolu-gramatas-uznemejiem"


def make_directory(pictures):
    for position, (slug, name) in enumerate(SECTORS):
        Sector.objects.create(slug=slug, position=position, **both(name=name))
    project = Project.objects.get(slug_lv=PROJECT)
    entries = {row["slug"]: make_entry(row, project, pictures) for row in ENTRIES}
    for days, row in enumerate(LISTINGS):
        make_listing(row, entries, project, days)


def make_entry(row, project, pictures):
    body = make_body(row)
    point = ContactPoint.objects.create(
        organisation=body, email=f"{row['slug']}@example.org", language="lv"
    )
    entry = Entry.objects.create(
        organisation=body,
        contact=point,
        owner=Partnership.objects.get(organisation__slug="lielupe"),
        territory=Territory.objects.filter(slug=row.get("territory", "")).first(),
        cover=pictures[row["cover"]] if "cover" in row else None,
        brand_book=Item.objects.get(slug_lv=BRAND_BOOKS) if row.get("has_brand_book") else None,
        published_at=morning(row["day"]),
        text_language=row.get("text_language", ""),
        source=Entry.Source.STAFF,
        **{name: row[name] for name in ("size", "languages") if name in row},
        **row["texts"],
    )
    entry.sectors.set(chosen(Sector, row["sectors"]))
    entry.projects.add(project)
    return entry


def make_body(row):
    """The organisation behind a page."""
    facts = {
        "kind": row["kind"],
        "country": row["country"],
        "is_natural_person": row["kind"] == "craftsperson",
        **both(name=row["name"]),
        **both(town=row.get("town", ("", ""))),
    }
    return Organisation.objects.get_or_create(slug=row["slug"], defaults=facts)[0]


def make_listing(row, entries, project, days):
    """Valid for some months from the day on which the demonstration is loaded."""
    entry, today = entries[row["entry"]], timezone.localdate()
    listing = Listing.objects.create(
        entry=entry,
        owner=entry.owner,
        project=project,
        published_at=morning(today - timedelta(days=days + 1)),
        valid_until=today + timedelta(days=150 + 7 * days),
        source=Listing.Source.STAFF,
        languages=entry.languages,
        **{key: value for key, value in row.items() if key not in ("entry", "sectors", "texts")},
        **row["texts"],
    )
    listing.sectors.set(chosen(Sector, row["sectors"]))


def morning(day):
    return timezone.make_aware(datetime.combine(day, time(9)))
