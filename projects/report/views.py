"""The page of a project's results, and the files of reports that were handed in."""

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header, quote_etag
from django.views.decorators.http import require_safe

from core.views import find_details
from projects.acknowledgement import acknowledgement
from projects.models import Project, ReportFile
from projects.publicity.views import addresses

from .data import typed
from .figures import groups, main_figures


@require_safe
def results(request, slug):
    """The figures of today, each with the way to what was counted; then the frozen reports."""
    project = find_details(Project, request, slug)
    if project.slug != slug:
        return redirect("projects:project_results", project.slug)
    found = groups(project)
    context = {
        "project": project,
        "main": main_figures(found),
        "groups": found,
        "typed": typed(project),
        "reports": project.reports.prefetch_related("files").defer("data", "files__content"),
        "ack": acknowledgement(project),
        "languages": addresses(project, "project_results"),
    }
    return render(request, "projects/results.html", context)


@require_safe
def report_file(request, uid, name):
    """One file of a report, at an address that stays; for who may see the project."""
    row = get_object_or_404(ReportFile.objects.select_related("report"), report__uid=uid, name=name)
    seen = Project.objects.visible_to(request.user)
    if not seen.filter(pk=row.report.project_id).exists():
        raise Http404
    etag = quote_etag(row.sha256)
    if request.headers.get("If-None-Match") == etag:
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(bytes(row.content), content_type=row.media_type)
        response.headers["Content-Disposition"] = content_disposition_header(True, file_name(row))
    response.headers["ETag"] = etag
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    patch_cache_control(response, private=True, no_cache=True)
    return response


def file_name(row):
    """Such as `kopa-2026-11-29-lv.pdf`, the words of the file's own language."""
    project = row.report.project
    slug = getattr(project, f"slug_{row.language or settings.LANGUAGE_CODE}") or project.slug_lv
    parts = (slug, f"{row.report.frozen_at:%Y-%m-%d}", row.language)
    return "-".join(filter(None, parts)) + f".{row.ending}"
