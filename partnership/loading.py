"""Writes the territories of `reference/` into the database; may be repeated at any time."""

import csv
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from core import countries
from core.speaking import gettext as _

from .territories import Succession, Territory

REFERENCE = Path(__file__).parent / "reference"
HOME = "LV"
EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
NEIGHBOURS = "AL BA CH GB GE IS LI MD ME MK NO RS TR UA".split()  # EEA, candidates, UK, Switzerland
TEXTS = ("name_lv", "name_en", "kind", "code", "register_code")
DAYS = ("valid_from", "valid_to")
DEGREES = ("latitude", "longitude")


def rows_of(name):
    """The rows of one file of `reference/` as dictionaries."""
    with open(REFERENCE / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def country_rows():
    latvian, english = countries.names("lv"), countries.names("en")
    for code in (*EU, *NEIGHBOURS):
        yield {"name_lv": latvian[code], "name_en": english[code], "code": code, "kind": "country"}


def unit_rows():
    """Parishes and towns; a name that two municipalities have gets the municipality in its slug."""
    rows = rows_of("units")
    times = Counter(row["name"] for row in rows)
    for row in rows:
        name, municipality = row["name"], row["municipality"]
        slug = slugify(f"{name} {municipality}" if times[name] > 1 else name)
        parent = slugify(municipality)
        yield {"name_lv": name, "slug": slug, "kind": row["kind"], "parent": parent}


def levels():
    """Name and rows of every level of the tree; the parents of each stand in one before it."""
    yield _("countries"), country_rows()
    yield _("regions"), [row | {"kind": "region"} for row in rows_of("regions")]
    yield _("municipalities"), rows_of("municipalities")
    yield _("parishes and towns"), unit_rows()
    yield _("smaller places"), [row | {"kind": "place"} for row in rows_of("places")]


def values_of(row, known):
    """The fields of a territory from one row of text; the parent's slug becomes its key."""
    values = {name: row.get(name, "") for name in TEXTS}
    for name in DAYS:
        values[name] = date.fromisoformat(row[name]) if row.get(name) else None
    for name in DEGREES:
        values[name] = Decimal(row[name]) if row.get(name) else None
    values["parent_id"] = known[row["parent"]].pk if row.get("parent") else None
    return values


def save_level(rows, known):
    """Create what is missing in one level and correct what differs; returns (created, changed)."""
    created, changed = [], []
    for row in rows:
        slug = row.get("slug") or slugify(row["name_lv"])
        values = values_of(row, known)
        if slug not in known:
            known[slug] = Territory(slug=slug, **values)
            created.append(known[slug])
        elif any(getattr(known[slug], name) != value for name, value in values.items()):
            vars(known[slug]).update(values)
            changed.append(known[slug])
    Territory.objects.bulk_create(created)
    Territory.objects.bulk_update(changed, [*TEXTS, *DAYS, *DEGREES, "parent"])
    return len(created), len(changed)


def save_successions(known):
    """Link every former municipality with its heirs; returns how many links are new."""
    present = set(Succession.objects.values_list("predecessor_id", "successor_id"))
    links = [
        Succession(
            predecessor=known[slugify(row["predecessor"])],
            successor=known[slugify(row["successor"])],
            is_split=bool(row["is_split"]),
        )
        for row in rows_of("successions")
    ]
    missing = [each for each in links if (each.predecessor_id, each.successor_id) not in present]
    Succession.objects.bulk_create(missing)
    return len(missing)


@transaction.atomic
def load_territories(report=lambda line: None):
    """Bring the territories to the state of the files; rows that editors added stay as they are.

    Returns counts: `created`, `changed`, `linked`.
    """
    known = {each.slug: each for each in Territory.objects.all()}
    counts = Counter(created=0, changed=0)
    for name, rows in levels():
        created, changed = save_level(rows, known)
        counts.update(created=created, changed=changed)
        told = _("Territories, %(level)s: new – %(created)d, corrected – %(changed)d.")
        report(told % {"level": name, "created": created, "changed": changed})
    counts["linked"] = save_successions(known)
    report(_("Territories, successions: new – %(number)d.") % {"number": counts["linked"]})
    return dict(counts)
