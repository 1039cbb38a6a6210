"""What the pages of an organisation and of its offers and requests show beside their own fields."""

from core.newest import cards
from core.reading import Reading
from core.structured import web_page
from projects.models import Project

from . import structured
from .contacts import reachable
from .listings import Listing


def lists(entry):
    """The keys of what an organisation offers and looks for now, and of its projects."""
    return {
        "listings": Listing.objects.published().filter(entry=entry).values_list("pk", flat=True),
        "projects": Project.objects.published().filter(entries=entry).values_list("pk", flat=True),
    }


LISTS = Reading(lists)


def entry_context(entry):
    """What the organisation offers and looks for now, and whom one can write to."""
    found = LISTS(entry=entry.pk)
    nodes = [web_page(entry)]
    if entry.organisation:
        nodes.append(structured.organisation(entry))
    return {
        "listings": cards("directory.Listing", found["listings"]),
        "brand_book": card("library.Item", entry.brand_book_id),
        "projects": cards("projects.Project", found["projects"]),
        "contact": reachable(entry.contact, entry),
        "structured": nodes,
    }


def listing_context(listing):
    return {
        "contact": reachable(listing.entry.contact, listing.entry),
        "project": card("projects.Project", listing.project_id),
        "structured": [web_page(listing), structured.demand(listing)],
    }


def ended_context(listing):
    """Nothing of a listing whose time is over; what its organisation has now."""
    entry = listing.entry if listing.entry.is_published else None
    keys = LISTS(entry=entry.pk)["listings"] if entry else []
    return {"entry": entry, "listings": cards("directory.Listing", keys)}


def card(label, key):
    """The card of a row that may be missing or hidden; then None."""
    return next(iter(cards(label, [key] if key else [])), None)
