"""Pages that show every kind of content: the first page, contacts."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.caching.memory import MEMORY
from core.views import only_reads
from partnership import structured
from partnership.models import Office, Person
from search import copy

from .furniture import around
from .home import first_page


@only_reads
def home(request):
    """The first page: figures, where things happen, latest projects and news, who pays."""
    engine = copy.current(request)

    def draw():
        return render_to_string("home_content.html", first_page(engine), request)

    if copy.COPY.is_late:
        request.known_query, content = None, draw()
    else:
        content = MEMORY.recall(request, ("home", request.LANGUAGE_CODE), draw)
    return render(request, "home.html", about_site(request) | {"content": content})


@require_safe
def favicon(request):
    """Where browsers look for the mark by habit."""
    return redirect(static("img/mark.svg"), permanent=True)


@only_reads
def contacts(request):
    """Offices and people of the site's own partnership."""
    host = around(request)["host"]
    body = host.organisation if host else None
    offices = Office.objects.filter(organisation=body).prefetch_related("phones", "hours")
    people = Person.objects.filter(organisation=body).shown()
    people = people.select_related("portrait", "contact_point")
    context = {"offices": offices, "people": people, "host": host}
    return render(request, "contacts.html", context | {"structured": as_nodes(host)})


def about_site(request):
    """The host of the site, and both in the words of schema.org."""
    found = around(request)
    host, profile = found["host"], found["site"]

    def describe():
        search = reverse("search:search")
        site = structured.site(profile, host, request.LANGUAGE_CODE, search)
        return [site, *as_nodes(host)]

    described = MEMORY.recall(request, ("about site", request.LANGUAGE_CODE), describe)
    return {"site": profile, "host": host, "structured": described}


def as_nodes(host):
    return [structured.partnership(host, host.organisation.offices.all())] if host else []


def nothing(request, **_where):
    """Django's way from a row to its page asks for no right and would name drafts of others."""
    raise Http404
