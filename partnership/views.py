from core.views import content_detail, content_list

from .models import Partnership


def partnership_list(request):
    return content_list(request, Partnership.objects)


def partnership_detail(request, slug):
    return content_detail(request, Partnership.objects, slug)
