"""The panel of filters stays short, whatever the facets hold."""

import re

import pytest

from search import panel
from search.facets import Facet, Option
from search.templatetags.facets import facet_options


class Found:
    """A list that finds ten rows and offers what it is given."""

    number = 10

    def __init__(self, *facets):
        self.facets = facets

    def facet_options(self):
        for name, options in self.facets:
            yield Facet(name, name), options, sum(option.is_chosen for option in options)


def options(number, chosen=(), count=1):
    return [Option(f"v{n}", f"vērtība {n}", count, n in chosen) for n in range(number)]


def html(values):
    (group,) = panel.groups(Found(("theme", values)))
    return facet_options(group)


def values(text):
    return re.findall(r'value="([^"]+)"', text)


def test_long_facet_shows_a_dozen_then_folds_then_says_how_many_more():
    text = html(options(130, chosen=(40, 129)))
    first, fold = text.split("<details")

    assert values(first) == ["v40", "v129", *(f"v{n}" for n in range(12))]
    assert len(values(first + fold)) == panel.UNFOLDED
    assert f"{130 - panel.UNFOLDED} " in re.search(r'<p class="small">([^<]+)', fold)[1]
    assert first.count(" checked") == text.count(" checked") == 2


def test_short_facet_has_no_fold():
    assert "<details" not in html(options(13))
    assert "<details" in html(options(14))


def test_large_tree_shows_below_its_first_levels_only_what_is_chosen():
    tree = options(3, chosen=(2,))
    for top in tree:
        top.children = [Option(f"{top.value}-{n}", "novads", 1) for n in range(60)]
    tree[1].children[59].is_chosen = True

    shown = set(values(html(tree)))

    assert "v0" in shown
    assert "v0-0" not in shown
    assert {"v1-59", "v1-0", "v2-0"} <= shown


def test_small_tree_is_shown_whole():
    tree = options(3)
    for top in tree:
        top.children = [Option(f"{top.value}-{n}", "novads", 1) for n in range(12)]

    assert len(values(html(tree))) == 39


def test_facet_that_could_leave_nothing_out_is_not_shown():
    everywhere = options(1, count=10)
    chosen = options(1, chosen=(0,), count=10)
    deeper = options(1, count=10)
    deeper[0].children = [Option("dziļāk", "dziļāk", 4)]

    shown = panel.groups(Found(("a", everywhere), ("b", chosen), ("c", deeper), ("d", options(1))))

    assert [group.facet.name for group in shown] == ["b", "c", "d"]


def test_first_three_and_chosen_facets_stand_open():
    facets = [(f"f{n}", options(2, chosen=(1,) if n == 4 else ())) for n in range(6)]

    opened = [group.is_open for group in panel.groups(Found(*facets))]

    assert opened == [True, True, True, False, True, False]


@pytest.mark.parametrize("text", ["<b>", '"><script>', "&amp;"])
def test_words_of_values_are_escaped(text):
    shown = html([Option(text, text, 3), Option("cits", "cits", 1)])

    assert f">{text}<" not in shown
    assert f'value="{text}"' not in shown
