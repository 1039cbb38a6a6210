"""Lists and pages of forums and ideas."""

from core.views import content_detail
from opendata.views import content_data
from search.views import content_list

from .models import Forum, Idea


def forum_list(request):
    return content_list(request, Forum.objects)


def forum_data(request, form):
    return content_data(request, Forum.objects, form)


def forum_detail(request, slug):
    return content_detail(request, Forum.objects, slug)


def idea_list(request):
    return content_list(request, Idea.objects)


def idea_data(request, form):
    return content_data(request, Idea.objects, form)


def idea_detail(request, slug):
    return content_detail(request, Idea.objects, slug)
