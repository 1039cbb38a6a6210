"""The editors' manual inside the administration: docs/editors-<language>.md as a page."""

import re
from typing import NamedTuple

from django.conf import settings
from django.contrib import admin
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

FOLDER = settings.BASE_DIR / "docs"
FIGURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(pictures/(?P<name>[a-z-]+\.png)\)")
# Links lead to documents of whoever keeps the server: their words are enough here.
INLINE = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\*(?P<em>[^*]+)\*|`(?P<code>[^`]+)`|\[(?P<link>[^\]]+)\]\([^)]*\)"
)


class Block(NamedTuple):
    """A heading, a paragraph in (kind, text) pieces, or a picture with its description."""

    kind: str
    pieces: list
    picture: str = ""


@admin.site.admin_view
@require_safe
def manual(request):
    """The manual in the language of the person."""
    blocks = read(get_language())
    context = {"title": _("Manual"), "blocks": blocks, **admin.site.each_context(request)}
    return TemplateResponse(request, "admin/manual.html", context)


@admin.site.admin_view
@require_safe
def manual_picture(request, name):
    path = FOLDER / "pictures" / name
    if not re.fullmatch(r"[a-z-]+\.png", name) or not path.is_file():
        raise Http404
    headers = {"Cache-Control": "private, max-age=3600"}
    return HttpResponse(path.read_bytes(), content_type="image/png", headers=headers)


def read(language):
    """The blocks of the manual, but its own heading and the word about its pictures."""
    text = (FOLDER / f"editors-{language}.md").read_text(encoding="utf-8")
    parts = [each.strip() for each in text.split("\n\n")]
    return [block(each) for each in parts[2:] if each]


def block(text):
    if text.startswith("## "):
        return Block("heading", [("", text[3:])])
    if figure := FIGURE.fullmatch(text):
        return Block("figure", [("", figure["alt"])], figure["name"])
    return Block("paragraph", list(pieces(text)))


def pieces(text):
    end = 0
    for found in INLINE.finditer(text):
        yield "", text[end : found.start()]
        yield found.lastgroup, found[found.lastgroup]
        end = found.end()
    yield "", text[end:]
