from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from core.views import content_detail
from opendata.views import content_data
from search.views import content_list

from .models import Item


def item_list(request):
    return content_list(request, Item.objects)


def item_data(request, form):
    return content_data(request, Item.objects, form)


def item_detail(request, slug):
    return content_detail(request, Item.objects, slug)


@require_safe
def short_link(request, code):
    item = get_object_or_404(Item.objects.published(), short_code=code)
    if not item.is_published:
        raise Http404
    return redirect(item)
