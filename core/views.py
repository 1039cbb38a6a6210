"""The page that every kind of content uses, the language chooser, the view counter, files."""

import mimetypes
import posixpath
from functools import cache

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.paginator import InvalidPage, Paginator
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils._os import safe_join
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from . import counting, documents
from .library import Document
from .reading import KeysOf, Reading
from .redirects import redirect_from

PER_PAGE = 20


def template_names(model, kind):
    """The template of this kind of content, else the one that serves all."""
    opts = model._meta
    return [f"{opts.app_label}/{opts.model_name}_{kind}.html", f"core/content_{kind}.html"]


def page_of(rows, number, per_page=PER_PAGE):
    """One page of rows; a page that does not exist is a 404."""
    try:
        return Paginator(rows, per_page).page(number or 1)
    except InvalidPage:
        raise Http404 from None


def find(queryset, request, slug):
    """The row with this slug in the active language, else in another one; 404 when hidden."""
    preview = getattr(request, "preview", None)
    seen = queryset.filter(pk=preview.row.pk) if preview else queryset.visible_to(request.user)
    return first_or_404(seen.with_slug(slug)[:2], slug)


def first_or_404(rows, slug):
    """Of rows with this slug in any language the one that has it in the active language."""
    found = sorted(rows, key=lambda row: row.slug != slug)
    if not found:
        raise Http404
    return found[0]


def find_details(model, request, slug, about=None):
    """The row with all that its page shows. What visitors ask for is prepared, the lists of the
    reading `about` with it."""
    if request.user.is_staff or getattr(request, "preview", None):
        return find(model.objects.with_details(), request, slug)
    found = public_page(model, about)(slug=slug)
    rows = found.pop("rows")
    if about and len(rows) == 1:  # of two, the lists would be those of both
        rows[0].read_with = found
    return first_or_404(rows, slug)


@cache
def public_page(model, about=None):
    def lists(slug):
        rows = model.objects.published().with_slug(slug).with_details()
        more = about.plain(KeysOf("rows")) if about else {}
        return {"rows": counting.with_total(rows)[:2], **more}

    return Reading(lists)


def only_reads(view):
    """A public page: for GET and HEAD, and without a transaction, which would take two questions
    more and give those of a page no common state (READ COMMITTED)."""
    return transaction.non_atomic_requests(require_safe(view))


def content_detail(request, manager, slug, more=None, about=None):
    """The page of one row; the slug of another language leads to this language's address.

    `more` is called with the row and gives the rest of the context; `about` is the reading that it
    asks about the row, where that needs its key alone.
    """
    item = find_details(manager.model, request, slug, about)
    if item.slug != slug:
        return redirect(item)
    context = {
        "item": item,
        "views": counting.total(item),
        "languages": [(code, item.url_in(code)) for code, _name in settings.LANGUAGES],
        "preview": getattr(request, "preview", None),
    }
    context |= more(item) if more else {}
    return render(request, template_names(manager.model, "detail"), context)


@require_safe
def choose_language(request):
    """Send a visitor of the bare address to the language that the browser asks for.

    With a query it may be an old address, such as `/?p=12` of WordPress.
    """
    found = redirect_from(request) if request.GET else None
    if found:
        return found
    language = translation.get_language_from_request(request)
    response = redirect(f"/{language}/")
    patch_cache_control(response, no_store=True)
    patch_vary_headers(response, ["Accept-Language"])
    return response


@csrf_exempt
@require_POST
def count_view(request):
    """Count one reading of a published page; nothing about the reader is kept."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin":
        counting.count(request.POST.get("page", ""))
    return HttpResponse(status=204)


@require_safe
def media(request, name):
    """An uploaded file, when no web server in front sends it; names never change their content."""
    if name.startswith("documents/") or posixpath.normpath(name) != name:
        raise Http404  # documents are sent by `document` alone
    try:
        safe_join(settings.MEDIA_ROOT, name)
        file = default_storage.open(name)
    except (OSError, ValueError) as error:
        raise Http404 from error
    response = FileResponse(file, content_type=mimetypes.guess_type(name)[0])
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    return response


@require_safe
def document(request, key, name):
    """A document of the library as a download; an earlier readable name leads to today's."""
    row = get_object_or_404(Document, key=key)
    if name not in [row.name_in(language) for language, _name in settings.LANGUAGES]:
        return redirect(row)
    try:
        file = row.file.open()
    except OSError as error:
        raise Http404 from error
    kind = documents.content_type(row.extension)
    response = FileResponse(file, as_attachment=True, filename=name, content_type=kind)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, public=True, max_age=60)
    return response
