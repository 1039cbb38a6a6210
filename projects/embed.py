"""A project on other sites: a card in a frame, and oEmbed, by which other systems find it."""

from urllib.parse import urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from core.redirects import own_part
from opendata.access import open_to_all
from pages.models import SiteProfile

from .acknowledgement import acknowledgement
from .models import Project
from .page import list_partners

WIDTH, HEIGHT = 480, 460
SMALLEST = 280  # CSS pixels: on what the card is made to be readable
PARTNERS = 4
# What a frame of ours needs: links that open the project's page. Scripts and forms are not.
SANDBOX = "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
AN_HOUR = 3600


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def project_embed(request, language, uid):
    """The card of a published project, the one page that any site may show in a frame."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    project = get_object_or_404(Project.objects.published().with_details(), uid=uid)
    with translation.override(language):
        response = render(request, "projects/embed.html", card(project))
    response.headers["Content-Language"] = language
    response.headers["X-Robots-Tag"] = "noindex"
    return for_others(response)


def card(project):
    """What the card shows; names are in the active language."""
    partners = list_partners(project)
    return {
        "item": project,
        "partners": partners[:PARTNERS],
        "left_out": len(partners[PARTNERS:]),
        "ack": acknowledgement(project),
    }


@require_safe
def oembed(request):
    """oEmbed 1.0 (oembed.com): what to put into a page for the address of a project."""
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        raise Http404
    if form == "xml":  # the standard has this status for a form that is not offered
        return HttpResponse("Only JSON is offered.", status=501, content_type="text/plain")
    language, project = project_at(request.GET.get("url", ""))
    width = fitting(request.GET.get("maxwidth", ""), WIDTH)
    height = fitting(request.GET.get("maxheight", ""), HEIGHT)
    with translation.override(language):
        answer = {
            "version": "1.0",
            "type": "rich",
            "title": project.title,
            "provider_name": str(SiteProfile.objects.first() or ""),
            "provider_url": settings.SITE_URL,
            "cache_age": AN_HOUR,
            "width": width,
            "height": height,
            "html": snippet(project, width, height),
        }
    return for_others(JsonResponse(answer, json_dumps_params={"ensure_ascii": False}))


def for_others(response):
    patch_cache_control(response, public=True, max_age=60)
    return open_to_all(response)


def fitting(asked, usual):
    """The size of the frame: ours unless less is asked for, but never too small to be read."""
    least = min(usual, int(asked)) if asked.isdecimal() and len(asked) < 10 else usual
    return max(least, SMALLEST)


def project_at(address):
    """(language, project) of a page of this site; 404 for anything else and for drafts."""
    path = own_part(address) if address.startswith(("http://", "https://")) else None
    if path is None or "\0" in path:
        raise Http404
    path = urlsplit(path).path
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    try:
        with translation.override(language):
            match = resolve(path)
    except Resolver404:
        raise Http404 from None
    rows = Project.objects.published()
    if match.view_name == "projects:project_detail":
        rows = rows.with_slug(match.kwargs["slug"])
    elif match.view_name in ("project_by_uid", "project_embed"):
        rows = rows.filter(uid=match.kwargs["uid"])
        language = match.kwargs.get("language", language)
    else:
        raise Http404
    project = rows.first()
    if project is None or language not in dict(settings.LANGUAGES):
        raise Http404
    return language, project


def snippet(project, width=WIDTH, height=HEIGHT):
    """The frame as HTML to be pasted into another page, in the active language."""
    path = reverse("project_embed", args=[translation.get_language(), project.uid])
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" sandbox="{}"'
        ' style="border:0;max-width:100%"></iframe>',
        settings.SITE_URL + path,
        project.title,
        width,
        height,
        SANDBOX,
    )
