"""Municipalities, present and past, find on the search page what happens there today."""

import pytest
from django.test import RequestFactory

from config.demo.partnership_pages import PAGES
from core.text import fold
from partnership.loading import load_territories
from partnership.models import Territory
from search.pages import read
from tests.factories import ProgrammeFactory, ProjectFactory
from tests.search.declension import cases

pytestmark = pytest.mark.django_db
MORE = ("kekavas-novads", "olaines-novads")  # of projects whose partners have other areas


def forms(territory):
    """The name in every case without diacritics, and once just as it is."""
    name = territory.name.removesuffix(" novads")
    return {territory.name, *map(fold, cases(name))}


def test_every_form_of_every_name_finds_the_projects_there():
    load_territories()
    slugs = {slug for page in PAGES.values() for slug in page.get("area", ())} | set(MORE)
    rows = Territory.objects.filter(slug__in=slugs).prefetch_related("predecessors")
    rows = [row for row in rows if row.name.endswith(" novads")]
    programme = ProgrammeFactory()
    made = {row: ProjectFactory(programme=programme, territories=[row]) for row in rows}
    names = [(name, row) for row in rows for name in (row, *row.predecessors.all())]

    missed = [
        words
        for name, row in names
        if name.name.endswith(" novads")
        for words in forms(name)
        if made[row] not in found(words)
    ]

    assert (len(rows), len(names)) > (10, 40)
    assert missed == []


def found(words):
    _results, page = read(RequestFactory().get("/lv/meklet/", {"q": words}))
    return [hit.item for hit in page]
