"""What the list of partnerships can be narrowed and sorted by."""

from search.lists import FilteredList
from search.orders import BY_TITLE


class PartnershipList(FilteredList):
    """Partnerships in alphabetical order, found by words."""

    orders = (BY_TITLE,)
