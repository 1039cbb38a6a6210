"""Pages of the directory and of cooperation; whatever visitors send is in other modules."""

from django.http import Http404
from django.shortcuts import render

from core.views import content_detail, only_reads
from opendata.views import content_data
from search.views import content_list

from .data import EntryRecord, ListingRecord
from .entries import Entry
from .entry_page import ended_context, entry_context, listing_context
from .listings import Listing

GONE = 410


@only_reads
def entry_list(request):
    return content_list(request, Entry.objects)


def entry_data(request, form):
    return content_data(request, Entry.objects, form, EntryRecord)


@only_reads
def entry_detail(request, slug):
    return content_detail(request, Entry.objects, slug, entry_context)


@only_reads
def listing_list(request):
    return content_list(request, Listing.objects)


def listing_data(request, form):
    return content_data(request, Listing.objects, form, ListingRecord)


@only_reads
def listing_detail(request, slug):
    """The page of an offer or request; one whose time is over says only that."""
    try:
        return content_detail(request, Listing.objects, slug, listing_context)
    except Http404:
        ended = ended_with(slug)
        if ended is None:
            raise
        return ended_page(request, ended)


def ended_with(slug):
    """The listing that had this address while it was public, or None."""
    return next((each for each in Listing.objects.with_slug(slug) if each.has_ended), None)


def ended_page(request, listing):
    context = ended_context(listing)
    return render(request, "directory/listing_ended.html", context, status=GONE)
