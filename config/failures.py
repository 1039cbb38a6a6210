"""What people are told when something fails; the pages of a failing database ask it for nothing."""

import errno
import sys

import psycopg2
from django.core.exceptions import SuspiciousOperation
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from core.redirects import redirect_from

# What the database says when it waited too long, gave way to another save, or is away. Django
# passes on what psycopg2 says when it closes a cursor.
BUSY = (
    *(OperationalError, InterfaceError),
    *(psycopg2.OperationalError, psycopg2.InterfaceError),
)
NAMELESS = (DatabaseError, psycopg2.DatabaseError)  # a connection that broke within an answer
# What the disk says when it is full, or may only be read.
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
UNREADABLE = (
    MultiPartParserError,
    OSError,
    RawPostDataException,
    SuspiciousOperation,
    UnreadablePostError,
)
SECRETS = "/admin/account/"  # passwords and codes are typed here; they are not written anywhere


def passes(exception):
    """Whether the same request may well succeed in a moment."""
    is_full = isinstance(exception, OSError) and exception.errno in FULL
    return isinstance(exception, BUSY) or type(exception) in NAMELESS or is_full


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
    if passes(sys.exception()):
        return busy(request)
    return HttpResponse(plain_page(request, "500.html"), status=500)


def busy(request):
    """The database or the disk did not take it now. What was typed stays on the page, to be sent
    once more by its button."""
    headers = {"Retry-After": "10", "Cache-Control": "no-store"}
    page = plain_page(request, "503.html", **sent_again(request))
    return HttpResponse(page, status=503, headers=headers)


def sent_again(request):
    """The fields of the form that was sent, as it was sent; nothing where passwords are typed."""
    if request.method != "POST":
        return {"is_form": False}
    try:
        typed = [(name, each) for name, values in request.POST.lists() for each in values]
        has_files = bool(request.FILES)
    except UNREADABLE:
        return {"is_form": True}
    if request.path_info.startswith(SECRETS) or any("password" in name for name, _each in typed):
        return {"is_form": True}
    return {"is_form": True, "typed": typed, "has_files": has_files}


def plain_page(request, template, **context):
    """A page that asks the database for nothing; of staff, in the language they work in."""
    language = translation.get_language_from_path(request.path_info)
    is_staff = request.path_info.startswith("/admin/")
    language = language or (is_staff and translation.get_language()) or "lv"
    with translation.override(language):
        return render_to_string(template, {"language": language, "is_staff": is_staff, **context})
