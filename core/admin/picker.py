"""What the text editor asks the server: pictures, pages and documents to choose, pasted text."""

from django.contrib import admin
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import pictures, rights
from core.content import content_models
from core.library import Document, Image
from core.prose import references
from core.richtext import clean
from core.text import fold

from .lists import STATES, state_of

SHOWN = 24  # pictures at a time
FOUND = 8  # rows of each kind


def staff_only(view):
    """Under /admin/: a visitor signs in first."""
    return admin.site.admin_view(require_safe(view))


def matching(rows, names, words):
    """The rows that have each of the words in one of their columns, whatever the accents."""
    for word in words.split()[:8]:
        asked = (Q((f"{name}__folded__contains", fold(word))) for name in names)
        rows = rows.filter(Q(*asked, _connector=Q.OR))
    return rows


@staff_only
def choose_picture(request):
    """A page of the library's pictures that texts may show: of every partnership, described."""
    if not rights.may(request.user, "view", Image):
        raise Http404
    names = ("alt_lv", "alt_en", "original_name", "credit_lv", "credit_en")
    rows = matching(Image.objects.described(), names, request.GET.get("q", ""))
    page = Paginator(rows, SHOWN).get_page(request.GET.get("page"))
    return JsonResponse(
        {
            "pictures": [
                {"address": f"/picture/{row.pk}/", "thumbnail": small(row, 480), "name": str(row)}
                for row in page
            ],
            "count": page.paginator.count,
            "next": page.next_page_number() if page.has_next() else None,
            "upload": upload_address(request.user),
        }
    )


def upload_address(user):
    return reverse("admin:core_image_add") if rights.may(user, "add", Image) else ""


def small(image, limit):
    """Address of the widest copy of a picture that is not wider than `limit`, else the smallest."""
    widths = pictures.rendition_widths(image.width)
    width = max((each for each in widths if each <= limit), default=widths[0])
    return default_storage.url(pictures.rendition_name(image.file.name, width, "jpg"))


@staff_only
def choose_target(request):
    """Pages and documents for a link: by words, or the one that a reference names."""
    if not rights.may(request.user, "view", Document):
        raise Http404
    asked = request.GET.get("q", "").strip()
    if named := references.parts(asked):
        rows = [row for row in [visible(request.user, *named)] if row]
    else:
        rows = [
            row
            for kind in kinds()
            for row in matching(reachable(request.user, kind), names_of(kind), asked)[:FOUND]
        ]
    return JsonResponse({"targets": [target(row) for row in rows]})


def kinds():
    return [*content_models(), Document]


def names_of(model):
    return ("title_lv", "title_en")


def reachable(user, model):
    """Rows that this person may link to: public ones, files, and drafts that they may open."""
    if model in (Document, Image):
        return model.objects.all() if rights.may(user, "view", model) else model.objects.none()
    return model.objects.visible_to(user)


def visible(user, kind, key):
    """The row of a reference, or None when there is none that this person may see."""
    model = {"picture": Image, "document": Document}.get(kind) or references.model_of(kind)
    return reachable(user, model).filter(pk=key).first() if model else None


def target(row):
    """What the list of targets shows of a row."""
    if isinstance(row, Document):
        return {
            "address": f"/document/{row.pk}/",
            "name": str(row),
            "kind": _("document") + f", {row.extension.upper()}",
        }
    state = state_of(row)
    kind = row._meta.verbose_name
    return {
        "address": references.page_reference(row),
        "name": str(row),
        "kind": str(kind) if state == "public" else f"{kind}, {STATES[state]}",
    }


@admin.site.admin_view
@require_POST
def pasted(request):
    """Pasted HTML as the sanitiser would store it."""
    return JsonResponse({"html": clean(request.POST.get("html", ""))})


@require_safe
def follow(request, **_parts):
    """Where a stored reference leads staff: the editor shows its pictures by it."""
    named = references.parts(request.path_info)
    row = named and request.user.is_staff and visible(request.user, *named)
    if not row:
        raise Http404
    return redirect(small(row, 960) if isinstance(row, Image) else row.get_absolute_url())
