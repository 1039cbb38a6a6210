"""The catalogue of the site's data in DCAT-AP 3.0.1, which national data portals harvest."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from .access import open_to_all

SYNTAXES = {  # end of the address: rdflib's name and media type
    "ttl": ("turtle", "text/turtle; charset=utf-8"),
    "jsonld": ("json-ld", "application/ld+json"),
    "rdf": ("pretty-xml", "application/rdf+xml"),
}


@require_safe
def catalogue(request, form, publisher):
    """The catalogue in one syntax. `publisher` gives (identifier, name) of who answers for it."""
    if form not in SYNTAXES:
        raise Http404
    from .dcat import graph  # rdflib takes a process 4 MB, and few ask

    syntax, media_type = SYNTAXES[form]
    data = graph(*publisher()).serialize(format=syntax, encoding="utf-8")
    return open_to_all(HttpResponse(data, content_type=media_type))
