from core.views import content_detail
from opendata.views import content_data
from search.views import content_list

from .models import Event, Series


def event_list(request):
    return content_list(request, Event.objects)


def event_data(request, form):
    return content_data(request, Event.objects, form)


def event_detail(request, slug):
    return content_detail(request, Event.objects, slug)


def series_list(request):
    return content_list(request, Series.objects)


def series_data(request, form):
    return content_data(request, Series.objects, form)


def series_detail(request, slug):
    return content_detail(request, Series.objects, slug)
