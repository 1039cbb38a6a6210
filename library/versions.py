"""Versions of a work: each is an item of its own, tied to the one that it replaces."""


def earlier_than(item):
    """The versions before `item`, the nearest first; ends even where somebody made a circle."""
    found = []
    while item.replaces and item.replaces not in found:
        item = item.replaces
        found.append(item)
    return found


def later_than(item):
    """`item` itself, unless it is new, and the versions after it, the nearest first."""
    found = []
    while item is not None and item.pk and item not in found:
        found.append(item)
        item = getattr(item, "replaced_by", None)
    return found


def versions_of(item):
    """All versions of the same work, the first one first; `item` is among them."""
    return [*reversed(earlier_than(item)), *later_than(item)]


def newest_of(item, is_shown):
    """The newest version for which `is_shown` holds, or None."""
    return next((each for each in reversed(versions_of(item)) if is_shown(each)), None)


def newer_than(item):
    """The newest public version after `item`, or None."""
    return next((each for each in reversed(later_than(item)[1:]) if each.is_published), None)
