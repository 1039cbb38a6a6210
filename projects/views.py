from csp.decorators import csp_update
from django.conf import settings
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from core.newest import cards, newest
from core.reading import Reading
from core.structured import picture
from core.views import content_detail, only_reads
from opendata.views import content_data
from search.views import content_list

from . import structured
from .data import ProjectRecord
from .map import drawing
from .models import Programme, Project
from .page import project_context
from .page_lists import READ
from .timeline import timeline

SHOWN_PROJECTS = 50  # on the page of their programme


@only_reads
def project_list(request):
    show = content_list
    if settings.MAP_TILES and request.GET.get("view") == "map":
        show = csp_update({"img-src": [settings.MAP_TILES.origin]})(show)
    return show(request, Project.objects, more=view_of_list)


def view_of_list(found, page):
    """What the map or the timeline of a list shows beside its rows."""
    if found.view == "map":
        return {"drawing": drawing(found)}
    if found.view == "timeline":
        return {"timeline": timeline(page.object_list)}
    return {}


def project_data(request, form):
    return content_data(request, Project.objects, form, ProjectRecord)


@only_reads
def project_detail(request, slug):
    return content_detail(request, Project.objects, slug, project_page, about=READ)


def project_page(project):
    node = structured.project_page(project, image=picture(project.cover))
    return project_context(project) | {"structured": node}


@only_reads
def programme_list(request):
    return content_list(request, Programme.objects)


def programme_data(request, form):
    return content_data(request, Programme.objects, form)


@only_reads
def programme_detail(request, slug):
    return content_detail(request, Programme.objects, slug, programme_page)


def newest_keys(programme):
    rows = newest("projects.Project", programme=programme)
    return {"keys": rows.prefetch_related(None).values_list("pk")[:SHOWN_PROJECTS]}


READ_PROGRAMME = Reading(newest_keys)


def programme_page(programme):
    keys = [key for (key,) in READ_PROGRAMME(programme=programme.pk)["keys"]]
    return {"projects": cards("projects.Project", keys)}


@require_safe
def project_by_uid(request, uid):
    """The stable address of a project leads to its page in the reader's language.

    Machines that ask for JSON are led to the record (303: it is about the project, not itself it).
    """
    project = get_object_or_404(Project.objects.published(), uid=uid)
    language = translation.get_language_from_request(request)
    wanted = request.get_preferred_type(["text/html", "application/json"])
    is_data = wanted == "application/json"
    address = reverse("project_record", args=[uid]) if is_data else project.url_in(language)
    response = redirect(address)
    response.status_code = 303
    patch_vary_headers(response, ["Accept", "Accept-Language"])
    return response
