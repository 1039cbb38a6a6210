"""Records of projects for machines: one, and the list that other sites subscribe to."""

import hashlib
import json

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from opendata.access import open_to_all

from .filters import ProjectList
from .models import Project
from .record import VERSION, record, record_url, site

LIST_FORMAT = "rural-partnership-project-list"
PER_PAGE = 200
MOST_DIGITS = 18


@require_safe
def project_record(request, uid):
    """Everything that the site shows of one published project."""
    project = get_object_or_404(Project.objects.published().with_details(), uid=uid)
    return data_response(request, record(project), project.updated_at)


@require_safe
def project_records(request):
    """Which projects there are, and since when unchanged; takes the parameters of the list."""
    after = request.GET.get("after", "0")
    if not after.isdecimal() or len(after) > MOST_DIGITS:
        raise Http404
    rows = ProjectList(Project.objects.published(), request.GET).rows()
    rows = rows.filter(pk__gt=int(after)).order_by("pk").select_related(None).prefetch_related(None)
    found = list(rows[: PER_PAGE + 1])
    return data_response(
        request,
        {
            "format": LIST_FORMAT,
            "version": VERSION,
            "site": site(),
            "next": next_url(request, found),
            "projects": [entry(each) for each in found[:PER_PAGE]],
        },
    )


def next_url(request, found):
    """The address of the rest; by key, so that nothing is missed when the list changes."""
    if len(found) <= PER_PAGE:
        return None
    query = request.GET.copy()
    query["after"] = found[PER_PAGE - 1].pk
    return f"{settings.SITE_URL}{reverse('project_records')}?{query.urlencode()}"


def entry(project):
    """A project that another site keeps has an `id` there: subscribers take it from there only."""
    return {
        "uid": str(project.uid),
        "id": project.stable_url,
        "updated_at": project.updated_at.isoformat(),
        "record": record_url(project),
    }


def data_response(request, data, changed_at=None):
    """JSON that any site's scripts may read; who has it already gets 304."""
    content = json.dumps(data, ensure_ascii=False, indent=1).encode()
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    modified = int(changed_at.timestamp()) if changed_at else None
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response.headers["ETag"] = etag
    if modified:
        response.headers["Last-Modified"] = http_date(modified)
    patch_cache_control(response, public=True, max_age=60)
    return get_conditional_response(request, etag, modified, open_to_all(response))
