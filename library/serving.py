"""Files sent so that they can do nothing: whole or, for players and broken downloads, in part."""

import re

from django.http import FileResponse, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header, quote_etag

RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.A)
PART = 64 * 1024  # bytes sent at once
A_MINUTE = 60


class Unsatisfiable(Exception):
    """A part beyond the end of the file was asked for (RFC 9110, 14.1.2)."""


def range_in(request, size, etag):
    """(first, last) of the bytes asked for, or None: send it whole.

    Of several parts none is sent alone, nor a part of a file that has changed meanwhile.
    """
    found = RANGE.fullmatch(request.headers.get("Range", "").strip())
    if not found or not any(found.groups()) or request.method != "GET":
        return None
    if request.headers.get("If-Range", etag) != etag:
        return None
    first, last = (int(each) if each else None for each in found.groups())
    if first is None:
        first, last = max(0, size - last), size - 1
    last = size - 1 if last is None else min(last, size - 1)
    if first >= size or first > last:
        raise Unsatisfiable
    return first, last


def pieces(file, first, length):
    """The bytes of a part, a piece at a time; the file is closed afterwards."""
    with file:
        file.seek(first)
        while length and (piece := file.read(min(PART, length))):
            length -= len(piece)
            yield piece


def send(request, row, name, is_private=False):
    """The stored file of a row with `file`, `mime`, `size` and `sha256`, as `name` on the disk."""
    etag = quote_etag(row.sha256)
    if request.headers.get("If-None-Match") == etag:
        return harmless(HttpResponseNotModified(), etag, is_private)
    try:
        part = range_in(request, row.size, etag)
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{row.size}"})
    if part is None:
        response = FileResponse(row.file.open(), content_type=row.mime)
    else:
        first, last = part
        content = pieces(row.file.open(), first, last - first + 1)
        response = StreamingHttpResponse(content, status=206, content_type=row.mime)
        response.headers["Content-Range"] = f"bytes {first}-{last}/{row.size}"
        response.headers["Content-Length"] = last - first + 1
    response.headers["Content-Disposition"] = content_disposition_header(not row.is_played, name)
    response.headers["Accept-Ranges"] = "bytes"
    return harmless(response, etag, is_private)


def harmless(response, etag="", is_private=False):
    """No browser runs anything in it or shows it inside another site; all answers are nosniff."""
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if etag:
        response.headers["ETag"] = etag
    if is_private:
        patch_cache_control(response, private=True, no_store=True)
    else:
        patch_cache_control(response, public=True, max_age=A_MINUTE)
    return response
