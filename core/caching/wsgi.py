"""Sends kept pages where no web server in front does, before Django begins its work."""

import os
from functools import cache, lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port, validate_host
from django.utils.module_loading import import_string

from . import folder

KEEPER = "core.caching.middleware.KeepPages"


class KeptPages:
    """A WSGI application around the site's own."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        if environ.get("QUERY_STRING") and environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            environ["QUERY_STRING"] = folder.without_marks(environ["QUERY_STRING"])
        found = self.find(environ) if settings.KEPT_PAGES else None
        if found is None:
            return self.application(environ, start_response)
        content, headers, etag = found
        if etag in environ.get("HTTP_IF_NONE_MATCH", ""):
            gone = ("Content-Length", "Content-Encoding", "Content-Type")
            start_response("304 Not Modified", [pair for pair in headers if pair[0] not in gone])
            return []
        start_response("200 OK", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [content]

    def find(self, environ):
        """(content, headers, ETag) of the page that is kept for this request; else None."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_COOKIE" in environ:
            return None
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "surrogateescape")
        name = folder.name_of(path, environ.get("QUERY_STRING", ""))
        if name is None or "HTTP_AUTHORIZATION" in environ:
            return None
        if not is_our_host(environ.get("HTTP_HOST", "")):
            return None
        return read(name, environ.get("HTTP_ACCEPT_ENCODING", ""), path[1:3])


def read(name, accepted, language):
    place = os.fsencode(folder.root() / "current") + b"/" + name
    for encoding, ending in folder.ENDINGS:
        if encoding != "identity" and not accepts(accepted, encoding):
            continue
        try:
            with open(place + ending.encode(), "rb") as file:
                content, about = file.read(), os.fstat(file.fileno())
        except OSError:
            return None
        etag = f'"{int(about.st_mtime):x}-{about.st_size:x}"'  # as nginx says it
        headers = [
            *usual_headers(language),
            ("Content-Length", str(len(content))),
            ("ETag", etag),
        ]
        if encoding != "identity":
            headers.append(("Content-Encoding", encoding))
        return content, headers, etag
    return None


@lru_cache(256)
def accepts(header, encoding):
    """Whether a browser's `Accept-Encoding` names an encoding and does not forbid it."""
    for part in header.lower().split(","):
        name, _, quality = part.partition(";")
        if name.strip() == encoding:
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


@lru_cache(256)
def is_our_host(host):
    return validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)


@cache
def usual_headers(language):
    """What the middleware around the keeper adds to a page without anything special."""

    def answer(request):
        headers = {"Content-Language": language, "Vary": "Accept-Encoding, Cookie"}
        return HttpResponse(headers=headers)

    for name in reversed(settings.MIDDLEWARE[: settings.MIDDLEWARE.index(KEEPER)]):
        answer = import_string(name)(answer)
    request = HttpRequest()
    request.method, request.path = "GET", f"/{language}/"
    request.path_info = request.path
    if settings.IS_HTTPS:  # for Strict-Transport-Security
        request._get_scheme = lambda: "https"
    headers = dict(answer(request).headers)
    headers.pop("Content-Length", None)
    headers.pop("ETag", None)
    return tuple(headers.items())
