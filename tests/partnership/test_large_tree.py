"""Of a large tree of territories only the branches that a page can show are counted."""

import pytest

from partnership import filters
from tests.factories import TerritoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(monkeypatch):
    """Two countries, in each two municipalities, in each of these two parishes."""
    monkeypatch.setattr(filters, "WHOLE_TREE", 5)
    for country in ("latvija", "igaunija"):
        top = TerritoryFactory(slug=country, parent=None)
        for place in ("a", "b"):
            middle = TerritoryFactory(slug=f"{country}-{place}", parent=top)
            for parish in ("1", "2"):
                TerritoryFactory(slug=f"{country}-{place}{parish}", parent=middle)
    return filters.TerritoryFacet("territory", "")


ROOTS = {"latvija", "igaunija"}
BELOW = {"latvija-a", "latvija-b"}
PARISHES = {"latvija-a1", "latvija-a2"}


@pytest.mark.parametrize(
    ("chosen", "counted"),
    [
        ([], ROOTS),
        (["latvija"], ROOTS | BELOW),
        (["latvija-a"], ROOTS | BELOW | PARISHES),
        (["latvija-a1"], ROOTS | BELOW | PARISHES),
        (["latvija-a", "igaunija"], ROOTS | BELOW | PARISHES | {"igaunija-a", "igaunija-b"}),
    ],
)
def test_large_tree_is_counted_along_the_chosen_branches(tree, chosen, counted):
    assert tree.counted(chosen) == counted


def test_small_tree_is_counted_whole(tree, monkeypatch):
    monkeypatch.setattr(filters, "WHOLE_TREE", 14)

    assert tree.counted(["latvija-a"]) is None
