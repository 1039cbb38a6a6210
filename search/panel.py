"""What the panel of filters shows of many facets with many values, so that it stays short."""

from dataclasses import dataclass, field

from .facets import Facet

SHOWN = 12  # values of a facet that are seen at once
UNFOLDED = Facet.most  # with those that unfold; of more the page says that they exist
TREE = 120  # options up to which a tree is offered whole
OPEN = 3  # facets that stand open at first


@dataclass
class Group:
    """One facet of the panel; below `depth` a tree shows only branches with something chosen."""

    facet: object
    options: list
    chosen: int
    is_open: bool
    depth: int


@dataclass
class Shown:
    """The values of one level: at once, behind a fold, and how many more there are."""

    first: list = field(default_factory=list)
    folded: list = field(default_factory=list)
    left_out: int = 0


def groups(found):
    """The facets that are worth showing for a list."""
    offered = [
        (facet, options, chosen)
        for facet, options, chosen in found.facet_options()
        if chosen or narrows(options, found.number)
    ]
    return [
        Group(facet, options, chosen, bool(chosen) or place < OPEN, depth(options))
        for place, (facet, options, chosen) in enumerate(offered)
    ]


def narrows(options, number):
    """Whether a choice among the options could leave anything out."""
    return any(option.count != number or narrows(option.children, number) for option in options)


def depth(options):
    """How many levels of a tree are shown whole: the first, and more while they are few."""
    levels, total, level = 0, 0, options
    while level:
        total += len(level)
        if levels and total > TREE:
            break
        levels += 1
        level = [child for option in level for child in option.children]
    return levels


def shown(options):
    """The options of one level as `Shown`; whatever is chosen, or lies above it, comes at once."""
    left_out = getattr(options, "left_out", 0)
    if len(options) <= SHOWN + 1:  # a fold for a single value would save nothing
        return Shown(options, left_out=left_out)
    late, rest = [], []
    for option in options[SHOWN:]:
        (late if option.is_chosen or option.is_open else rest).append(option)
    first = late + options[:SHOWN]
    folded = rest[: max(UNFOLDED - len(first), 0)]
    return Shown(first, folded, left_out + len(rest) - len(folded))
