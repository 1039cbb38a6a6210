"""Latvian place names in their cases, for tests."""

import csv
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "partnership" / "reference"
CASES = {
    "as": ("a", "as", "ai", "u", "ā"),
    "es": ("e", "es", "ei", "i", "ē"),
    "u": ("i", "u", "iem", "us", "os"),
    "a": ("s", "a", "am", "u", "ā"),
    "pils": ("pils", "pili", "pilij", "pilī"),
}
IRREGULAR = {
    "Cēsu": ("Cēsis", "Cēsu", "Cēsīm", "Cēsīs"),
    "Saldus": ("Saldus", "Saldum", "Saldu", "Saldū"),
}


def municipalities():
    """The genitive names of Latvia's municipalities and of those before 2021: Ādažu, Cēsu."""
    with (REFERENCE / "municipalities.csv").open() as today:
        names = {row["name_lv"] for row in csv.DictReader(today)}
    with (REFERENCE / "successions.csv").open() as before:
        names |= {row["predecessor"] for row in csv.DictReader(before)}
    return sorted(name.removesuffix(" novads") for name in names if name.endswith(" novads"))


def cases(genitive):
    """The forms of a place's name that has this genitive."""
    if genitive in IRREGULAR:
        return IRREGULAR[genitive]
    for ending in ("pils", "as", "es", "u", "a"):
        if genitive.endswith(ending):
            return tuple(genitive.removesuffix(ending) + other for other in CASES[ending])
    raise ValueError(genitive)
