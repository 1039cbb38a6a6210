"""Pages that show every kind of content: the first page, contacts, and the pages of failures."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from core.redirects import redirect_from
from pages.models import SiteProfile
from partnership import structured
from partnership.models import Office, Partnership, Person

from .home import first_page


@require_safe
def home(request):
    """The first page: figures, where things happen, latest projects and news, who pays."""
    return render(request, "home.html", first_page() | about_site(request))


@require_safe
def favicon(request):
    """Where browsers look for the mark by habit."""
    return redirect(static("img/mark.svg"), permanent=True)


@require_safe
def contacts(request):
    """Offices and people of the site's own partnership."""
    host = Partnership.objects.host()
    body = host.organisation if host else None
    offices = Office.objects.filter(organisation=body).prefetch_related("phones", "hours")
    people = Person.objects.filter(organisation=body).shown().select_related("portrait")
    context = {"offices": offices, "people": people, "host": host}
    return render(request, "contacts.html", context | {"structured": as_nodes(host)})


def about_site(request):
    """The host of the site, and both in the words of schema.org."""
    host, profile = Partnership.objects.host(), SiteProfile.objects.first() or SiteProfile()
    search = reverse("search:search")
    site = structured.site(profile, host, request.LANGUAGE_CODE, search)
    return {"site": profile, "host": host, "structured": [site, *as_nodes(host)]}


def as_nodes(host):
    return [structured.partnership(host, host.organisation.offices.all())] if host else []


# What the database says when it waited too long, gave way to another save, or is away.
BUSY = (OperationalError, InterfaceError)


def nothing(request, **_where):
    """Django's way from a row to its page asks for no right and would name drafts of others."""
    raise Http404


def failure(request, template, status):
    """An error page in the language of the address, or of the browser outside `/lv/` and `/en/`."""
    language = translation.get_language_from_path(request.path_info)
    language = language or translation.get_language_from_request(request)
    with translation.override(language):
        return render(request, template, status=status)


def not_found(request, exception):
    return redirect_from(request) or failure(request, "404.html", 404)


def forbidden(request, exception):
    return failure(request, "403.html", 403)


def form_forged(request, reason=""):
    """A form without its token: mostly a browser that keeps no cookie."""
    return failure(request, "403_form.html", 403)


def bad_request(request, exception):
    return failure(request, "400.html", 400)


def server_error(request):
    """Says so without asking the database, which may be what failed."""
    if isinstance(sys.exception(), BUSY):
        return busy(request)
    return HttpResponse(plain_page(request, "500.html"), status=500)


def busy(request):
    """The database did not answer in time, or another save held the same rows."""
    headers = {"Retry-After": "10", "Cache-Control": "no-store"}
    return HttpResponse(plain_page(request, "503.html"), status=503, headers=headers)


def plain_page(request, template):
    """A page that asks the database for nothing; of staff, in the language they work in."""
    language = translation.get_language_from_path(request.path_info)
    is_staff = request.path_info.startswith("/admin/")
    language = language or (is_staff and translation.get_language()) or "lv"
    with translation.override(language):
        return render_to_string(template, {"language": language, "is_staff": is_staff})
