"""Reads the formats of officials and funders and judges them by their validators.

The rules of Kohesio are those of `kohesio_rules`. IATI is judged by the schema and the ruleset of
version 2.03, which come with the package pyIATI. The schema of 360Giving is rebuilt, because no
registry carries it.
"""

import csv
import io
import json
import re
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

import openpyxl
from django.urls import reverse
from django.utils import timezone
from jsonschema import Draft202012Validator
from lxml import etree

from tests.opendata.reading import sent

STANDARD = Path(find_spec("iati").submodule_search_locations[0]) / "resources/standard/2-03"
SCHEMA = json.loads((Path(__file__).parent / "schemas" / "360giving.json").read_text())


def data(client, form, **query):
    return sent(client.get(reverse("projects:project_data", args=[form]), query))


def operations(client, **query):
    """The rows of the Kohesio list as {column: text}."""
    text = data(client, "kohesio.csv", **query).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def tabs(client):
    """{tab: rows} of the workbook, each row {heading: value}."""
    book = openpyxl.load_workbook(io.BytesIO(data(client, "partners.xlsx")))
    found = {}
    for sheet in book.worksheets:
        headings, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(headings, row, strict=True)) for row in rows]
    return found


def activities(client, **query):
    return etree.fromstring(data(client, "iati.xml", **query))


def complaints(activities):
    """What the schema and the ruleset of IATI 2.03 say against a file."""
    schema = etree.XMLSchema(etree.parse(STANDARD / "schemas" / "iati-activities-schema.xsd"))
    schema.validate(activities)
    rules = json.loads((STANDARD / "rulesets" / "standard_ruleset.json").read_text())
    found = [str(error) for error in schema.error_log]
    for context, kinds in rules.items():
        for element in activities.xpath(context):
            for kind, rule in kinds.items():
                cases = rule["cases"]
                broken = [case for case in cases if not HOLDS[kind](element, case)]
                found += [f"{context} {kind} {case}" for case in broken]
    return found


def all_of(element, case):
    return [str(value) for path in case["paths"] for value in element.xpath(path)]


def in_order(element, case):
    """Days of ISO 8601 are in order when their texts are."""
    ends = []
    for path in (case["less"], case["more"]):
        now = [timezone.localdate().isoformat()]
        ends.append(now if path == "NOW" else element.xpath(path))
    return all(less <= more for less in ends[0] for more in ends[1])


def fits(element, case):
    values = [each for path in case["paths"] for each in element.xpath(path)]
    texts = [getattr(each, "text", None) or str(each) for each in values]
    return all(re.fullmatch(case["regex"], text) for text in texts)


def sums_up(element, case):
    values = all_of(element, case)
    return not values or sum(map(Decimal, values)) == case["sum"]


HOLDS = {
    "atleast_one": lambda element, case: bool(all_of(element, case)),
    "no_more_than_one": lambda element, case: len(all_of(element, case)) <= 1,
    "date_order": in_order,
    "regex_matches": fits,
    "sum": sums_up,
}


def grants(client):
    return json.loads(data(client, "360giving.json"))


def grant_complaints(package):
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(package)]


def everything(client, form, **query):
    """All words of a file, also those packed into a workbook."""
    found = data(client, form, **query)
    if form.endswith(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(found))
        return " ".join(str(v) for sheet in book for row in sheet.values for v in row)
    return found.decode()
