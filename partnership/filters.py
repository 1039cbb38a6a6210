"""What lists can be narrowed by where things happen; the list of partnerships."""

from collections import Counter

from core.text import alphabetical
from search.facets import Facet, Option
from search.lists import FilteredList
from search.orders import BY_TITLE

from .models import Gazetteer, Succession, Territory

WHOLE_TREE = 1000  # territories whose counts are worked out at once


class PartnershipList(FilteredList):
    """Partnerships in alphabetical order, found by words."""

    orders = (BY_TITLE,)


class TerritoryFacet(Facet):
    """The tree of territories; an old municipality finds what its heirs have."""

    everything = (Territory, Succession)
    paths = ("territories",)

    @property
    def gazetteer(self):
        return self.remember("gazetteer", Gazetteer)

    def read_names(self):
        return {each.slug: each.name for each in self.gazetteer.by_pk.values()}

    def pairs(self, rows):
        for path in self.paths:
            yield from rows.order_by().values_list("pk", path).distinct()

    def found_under(self, pk):
        return {self.gazetteer.by_pk[each].slug for each in self.gazetteer.closure(pk)}

    @property
    def depths(self):
        """{slug: how many territories lie above it}."""
        return self.remember("depths", self.read_depths)

    def read_depths(self):
        depths, depth, level = {}, 0, self.gazetteer.children.get(None, [])
        while level:
            depths |= {each.slug: depth for each in level}
            level = [each for one in level for each in self.gazetteer.children.get(one.pk, ())]
            depth += 1
        return depths

    def counted(self, chosen):
        """A small tree whole; of a large one the roots, and the branches on the way to the chosen
        ones with what lies below these."""
        if len(self.depths) <= WHOLE_TREE:
            return None
        found = set(self.remember("roots", self.read_roots))
        for slug in chosen:
            found |= {each.slug for each in self.branches(self.gazetteer.by_slug[slug])}
        return frozenset(found)

    def read_roots(self):
        return {slug for slug, depth in self.depths.items() if depth <= self.first_fork}

    def branches(self, territory):
        """What lies directly below a territory and below each that it is part of."""
        while territory:
            yield from self.gazetteer.children.get(territory.pk, ())
            territory = self.gazetteer.by_pk.get(territory.parent_id)

    @property
    def first_fork(self):
        """The first level with more than one territory."""
        numbers = Counter(self.depths.values())
        return next((depth for depth, number in sorted(numbers.items()) if number > 1), 0)

    def meant_by(self, slug):
        meant = self.gazetteer.meant_by(self.gazetteer.by_slug[slug].pk)
        return {self.gazetteer.by_pk[pk].slug for pk in meant}

    def read_tree(self):
        """{key of a territory: [(key, slug, name, whether it exists today)]}, by name."""
        tree = {}
        for parent, territories in self.gazetteer.children.items():
            rows = [(each.pk, each.slug, each.name, not each.valid_to) for each in territories]
            tree[parent] = sorted(rows, key=lambda row: alphabetical(row[2]))
        return tree

    def arrange(self, counts, chosen):
        return self.branch(None, self.remember("tree", self.read_tree), counts, chosen)

    def branch(self, parent, tree, counts, chosen):
        """The options below one territory, largest count first; old ones only when chosen."""
        found = []
        for key, slug, name, is_current in tree.get(parent, ()):
            count = counts.get(slug, 0)
            if (count and is_current) or slug in chosen:
                below = self.branch(key, tree, counts, chosen) if key in tree else []
                found.append(Option(slug, name, count, slug in chosen, below))
        return sorted(found, key=lambda each: -each.count)
