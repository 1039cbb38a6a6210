from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from core.views import content_detail, find, only_reads
from opendata.forms import FORMS
from opendata.views import content_data
from search.divided import ALL
from search.views import content_list

from . import calendar
from .data import EventRecord
from .models import Event, Series
from .page import event_context, series_context


@only_reads
def event_list(request):
    return content_list(request, Event.objects)


def event_data(request, form):
    """A subscribed calendar keeps what is over, unless its address says otherwise."""
    if form == "ics":
        request.GET = request.GET.copy()
        request.GET.setdefault("when", ALL)
    return content_data(request, Event.objects, form, EventRecord)


@only_reads
def event_detail(request, slug):
    return content_detail(request, Event.objects, slug, event_context)


@require_safe
def event_calendar(request, slug):
    """The event as a file for one's own calendar."""
    event = find(Event.objects, request, slug)
    if not event.is_dated:
        raise Http404
    return HttpResponse(
        calendar.single(event),
        content_type=FORMS["ics"].media_type,
        headers={"Content-Disposition": f'attachment; filename="{slug}.ics"'},
    )


@require_safe
def event_by_uid(request, uid):
    """The stable address of an event leads to its page in the reader's language."""
    event = get_object_or_404(Event.objects.published(), uid=uid)
    response = redirect(event.url_in(translation.get_language_from_request(request)))
    patch_vary_headers(response, ["Accept-Language"])
    return response


@only_reads
def series_list(request):
    return content_list(request, Series.objects)


def series_data(request, form):
    return content_data(request, Series.objects, form)


@only_reads
def series_detail(request, slug):
    return content_detail(request, Series.objects, slug, series_context)
