"""Pages of communities, and of what all of them have."""

from csp.decorators import csp_update
from django.conf import settings

from core.views import content_detail, only_reads
from opendata.views import content_data
from search.views import content_list

from .communities import Community
from .community_data import CommunityRecord, ResourceRecord
from .community_entries import CommunityEntry
from .community_figures import figures
from .community_map import drawing
from .community_page import community_context


@only_reads
def community_list(request):
    show = content_list
    if settings.MAP_TILES and request.GET.get("view") == "map":
        show = csp_update({"img-src": [settings.MAP_TILES.origin]})(show)
    return show(request, Community.objects, more=list_context)


def list_context(found, page):
    """The figures of the whole register, and the map where it is asked for."""
    context = {"figures": figures(Community.objects.published())}
    return context | ({"drawing": drawing(found)} if found.view == "map" else {})


def community_data(request, form):
    return content_data(request, Community.objects, form, CommunityRecord)


@only_reads
def community_detail(request, slug):
    return content_detail(request, Community.objects, slug, community_context)


@only_reads
def resource_list(request):
    return content_list(request, CommunityEntry.objects.resources())


def resource_data(request, form):
    return content_data(request, CommunityEntry.objects.resources(), form, ResourceRecord)
