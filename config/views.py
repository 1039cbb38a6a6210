"""Pages that show every kind of content: the first page, contacts, and the pages of failures."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import translation
from django.views.decorators.http import require_safe

from core.redirects import redirect_from
from partnership.models import Office, Partnership, Person

from .home import first_page


@require_safe
def home(request):
    """The first page: figures, where things happen, latest projects and news, who pays."""
    return render(request, "home.html", first_page())


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
    return render(request, "contacts.html", {"offices": offices, "people": people})


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


def bad_request(request, exception):
    return failure(request, "400.html", 400)


def server_error(request):
    """Says so without asking the database, which may be what failed."""
    language = translation.get_language_from_path(request.path_info) or "lv"
    with translation.override(language):
        return HttpResponse(render_to_string("500.html", {"language": language}), status=500)
