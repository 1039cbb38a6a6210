"""Any list as data: the same rows in the same order as its page, without pages or limits."""

import hashlib

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from search.watching import list_of

from .access import open_to_all
from .catalogue import SYNTAXES
from .forms import FORMS, LICENCE
from .offer import offers
from .records import Listing, Record

PART = 64 * 1024  # bytes sent at once


@require_safe
def content_data(request, queryset, form, record=Record):
    """The published rows that the address asks for, in the form named at its end.

    Anybody may ask from anywhere: no key, no cookie, any other site (CORS).
    """
    model = queryset.model
    if form not in model.data_forms or form not in record.writers:
        raise Http404
    found = list_of(model)(queryset.published(), request.GET)
    listing = Listing.of(found, record(model), form, translation.get_language())
    parts = () if request.method == "HEAD" else written(found.rows(), listing, form)
    if FORMS[form].is_feed:
        return open_to_all(unless_known(request, b"".join(parts), FORMS[form].media_type))
    response = StreamingHttpResponse(parts, content_type=FORMS[form].media_type)
    name = f"{slugify(listing.title)}-{timezone.localdate()}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return open_to_all(response)


def unless_known(request, content, media_type):
    """The content, or that it is still what was sent: feeds and calendars are asked for often."""
    response = HttpResponse(content, content_type=media_type)
    if request.method != "GET":
        return response
    response.headers["ETag"] = etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=etag, response=response)


def written(rows, listing, form):
    """The answer in parts of some size, made while they are sent: after the middleware."""
    waiting, size = [], 0
    with translation.override(listing.language):
        for part in listing.record.writers[form](rows, listing):
            waiting.append(part)
            size += len(part)
            if size >= PART:
                yield b"".join(waiting)
                waiting, size = [], 0
    yield b"".join(waiting)


@require_safe
def open_data(request):
    """The page that says what data there is, in which forms, and how to take them."""
    context = {"offers": offers(), "licence": LICENCE, "syntaxes": SYNTAXES}
    return render(request, "opendata/open_data.html", context)
