"""Any list as data: the same rows in the same order as its page, without pages or limits."""

from django.http import Http404, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
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
    response = StreamingHttpResponse(parts, content_type=FORMS[form].media_type)
    if not FORMS[form].is_feed:
        name = f"{slugify(listing.title)}-{timezone.localdate()}.{form}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return open_to_all(response)


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
