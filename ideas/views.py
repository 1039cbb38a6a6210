"""Lists and pages of forums and ideas."""

from functools import partial

from core.views import content_detail, only_reads
from opendata.views import content_data
from search.views import content_list, listed

from .data import IdeaRecord
from .filters import ForumIdeas
from .models import Forum, Idea
from .page import forum_context, idea_context


@only_reads
def forum_list(request):
    return content_list(request, Forum.objects)


def forum_data(request, form):
    return content_data(request, Forum.objects, form)


@only_reads
def forum_detail(request, slug):
    """The page of a forum is the list of its ideas as well."""

    def more(forum):
        make = partial(ForumIdeas, forum=forum)
        found, page = listed(request, Idea.objects.published(), make)
        return forum_context(forum) | {"found": found, "page": page}

    return content_detail(request, Forum.objects, slug, more)


@only_reads
def idea_list(request):
    return content_list(request, Idea.objects)


def idea_data(request, form):
    return content_data(request, Idea.objects, form, IdeaRecord)


@only_reads
def idea_detail(request, slug):
    return content_detail(request, Idea.objects, slug, idea_context)
