"""Pages of the directory and of cooperation; whatever visitors send is in other modules."""

from django.http import Http404
from django.shortcuts import render

from core.structured import web_page
from core.views import content_detail
from opendata.views import content_data
from search.views import content_list

from . import structured
from .data import EntryRecord, ListingRecord
from .entries import Entry
from .listings import Listing

GONE = 410


def entry_list(request):
    return content_list(request, Entry.objects)


def entry_data(request, form):
    return content_data(request, Entry.objects, form, EntryRecord)


def entry_detail(request, slug):
    return content_detail(request, Entry.objects, slug, entry_context)


def entry_context(entry):
    """What the organisation offers and looks for now, and whom one can write to."""
    listings = Listing.objects.published().filter(entry=entry).with_relations()
    brand_book = entry.brand_book
    nodes = [web_page(entry)]
    if entry.organisation:
        nodes.append(structured.organisation(entry))
    return {
        "listings": listings,
        "brand_book": brand_book if brand_book and brand_book.is_published else None,
        "projects": [each for each in entry.projects.all() if each.is_published],
        "contact": reachable(entry.contact),
        "structured": nodes,
    }


def listing_list(request):
    return content_list(request, Listing.objects)


def listing_data(request, form):
    return content_data(request, Listing.objects, form, ListingRecord)


def listing_detail(request, slug):
    """The page of an offer or request; one whose time is over says only that."""
    try:
        return content_detail(request, Listing.objects, slug, listing_context)
    except Http404:
        ended = ended_with(slug)
        if ended is None:
            raise
        return ended_page(request, ended)


def listing_context(listing):
    project = listing.project
    return {
        "contact": reachable(listing.entry.contact),
        "project": project if project and project.is_published else None,
        "structured": [web_page(listing), structured.demand(listing)],
    }


def ended_with(slug):
    """The listing that had this address while it was public, or None."""
    return next((each for each in Listing.objects.with_slug(slug) if each.has_ended), None)


def ended_page(request, listing):
    """Nothing of the listing itself; what its organisation has now."""
    entry = listing.entry if listing.entry.is_published else None
    current = Listing.objects.published().filter(entry=entry).with_relations() if entry else []
    context = {"entry": entry, "listings": current}
    return render(request, "directory/listing_ended.html", context, status=GONE)


def reachable(contact):
    """A contact point that somebody can write to now, else None."""
    return contact if contact and contact.is_reachable else None
