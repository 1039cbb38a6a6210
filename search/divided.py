"""A list in parts of which one is seen at a time, such as what is ahead and what is over."""

from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from .lists import FilteredList

ALL = "all"


@dataclass(frozen=True)
class Part:
    """One part of a list, as a link; `query` leads to it with all else as it is."""

    label: str
    number: int
    query: str
    is_current: bool


class DividedList(FilteredList):
    """`division` names the facet whose values are the parts; the first one is shown at first."""

    division = ""

    @property
    def usual(self):
        return next(iter(self.divider.names))

    @property
    def divider(self):
        return next(facet for facet in self.facets if facet.name == self.division)

    @property
    def shown_part(self):
        """The value of the part that is asked for, or `ALL`."""
        asked = self.parameters.get(self.division)
        return asked if asked in (*self.divider.names, ALL) else self.usual

    @property
    def part_in_address(self):
        return "" if self.shown_part == self.usual else self.shown_part

    @property
    def narrowing(self):
        return [facet for facet in self.facets if facet.name != self.division]

    def chosen_in(self, facet):
        if facet.name != self.division:
            return super().chosen_in(facet)
        return [] if self.shown_part == ALL else [self.shown_part]

    def query(self, **changes):
        return super().query(**{self.division: self.part_in_address} | changes)

    def parts(self):
        """Every part and, last, the whole."""
        counts = self.shown_counts[self.division]
        labels = {**self.divider.names, ALL: pgettext_lazy("part of a list", "All")}
        counts = {**counts, ALL: sum(counts.values())}
        for value, label in labels.items():
            query = self.query(**{self.division: "" if value == self.usual else value})
            yield Part(str(label), counts.get(value, 0), query, value == self.shown_part)
