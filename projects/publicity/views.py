"""Publicity of one project: the page that offers everything, the sheets, the display.

Whoever may see a project may have its poster: partners need no account, drafts are for staff.
"""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from core.views import find_details
from projects.models import Project

from . import logos, sheets, typesetting
from .duties import with_rule
from .qr import code_of
from .snippets import snippets
from .wording import aim_of, facts_of

LANGUAGES = [code for code, _name in settings.LANGUAGES]
KINDS = {"pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml"}


def project_at(request, slug):
    return find_details(Project, request, slug)


def addresses(project, name):
    """[(language, address)] of a page about the project, for the language switch."""
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            found.append((language, reverse(f"projects:{name}", args=[project.slug])))
    return found


@require_safe
def publicity(request, slug):
    """Duties, downloads and texts of a project."""
    project = project_at(request, slug)
    if project.slug != slug:
        return redirect("projects:project_publicity", project.slug)
    ack, duties = with_rule(project)
    context = {
        "project": project,
        "ack": ack,
        "duties": duties,
        "texts": [(language, snippets(project, language)) for language in LANGUAGES],
        "languages": addresses(project, "project_publicity"),
    }
    return not_listed(render(request, "publicity/publicity.html", context))


@require_safe
def display(request, slug):
    """The electronic display: a page for a screen in an office or a hall."""
    project = project_at(request, slug)
    if project.slug != slug:
        return redirect("projects:project_display", project.slug)
    aim = aim_of(project)
    context = {
        "project": project,
        "ack": with_rule(project)[0],
        "aim": aim,
        "facts": facts_of(project)[:3],
        "code": code_of(project),
        "length": length_of(project.title, aim["text"]),
    }
    return not_listed(render(request, "publicity/display.html", context))


def length_of(title, aim):
    """How large the words may be: class of the display's stylesheet."""
    limits = ((330, "short"), (520, "middle"), (820, "long"))
    size = 3 * len(title) + len(aim)
    return next((name for limit, name in limits if size <= limit), "longest")


@require_safe
def sheet(request, slug, template, languages, kind="pdf"):
    """Poster or plaque as PDF, or a small picture of it."""
    if languages not in sheets.LANGUAGES or template not in sheets.HEIGHTS:
        raise Http404
    project = project_at(request, slug)
    name = f"{project.slug}-{template}-{languages}.{kind}"
    return sent(request, name, lambda: sheets.sheet(project, template, languages, kind))


@require_safe
def logo_strip(request, slug, language, kind):
    """Emblem, statement and logos in one row."""
    if language not in LANGUAGES or kind not in ("svg", "png"):
        raise Http404
    project = project_at(request, slug)
    name = f"{project.slug}-{language}.{kind}"
    if kind == "svg":
        response = HttpResponse(logos.strip(project, language), content_type=KINDS["svg"])
        return with_headers(response, name)
    return sent(request, name, lambda: logos.strip_png(project, language))


def sent(request, name, make):
    """The sheet that `make` gives the path of; 503 while others are being made."""
    try:
        sheet = make().read_bytes()
    except typesetting.Busy:
        context = {"language": translation.get_language()}
        response = render(request, "503.html", context, status=503)
        response.headers["Retry-After"] = "3"
        return response
    kind = name.rpartition(".")[2]
    return with_headers(HttpResponse(sheet, content_type=KINDS[kind]), name)


def with_headers(response, name):
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; img-src data:; sandbox"
    patch_cache_control(response, public=True, max_age=60)
    return not_listed(response)


def not_listed(response):
    """Search engines list the project's page, not what belongs to it."""
    response.headers["X-Robots-Tag"] = "noindex"
    return response
