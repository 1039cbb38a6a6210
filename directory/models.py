"""The directory: bodies with a page, what they offer and look for, and writing to people.

Each model lives in a module of its own; Django finds the models of an app here.
"""

from .communities import Community  # noqa: F401
from .community_entries import CommunityEntry  # noqa: F401
from .contacts import ContactPoint  # noqa: F401
from .entries import Entry, Sector  # noqa: F401
from .listings import Listing  # noqa: F401
from .messages import ContactMessage  # noqa: F401
from .profiles import Cooperation, OrganisationProfile  # noqa: F401
from .suggestions import Suggestion  # noqa: F401
from .yearly_check import YearlyCheck  # noqa: F401
