"""Keeps the pages that visitors without a cookie are shown."""

import threading
from contextlib import suppress
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed

from . import folder
from .memory import moves_for
from .watch import WATCH

# What every kept page has in common with all others; a page that says more is made each time.
USUAL = {"Content-Type", "Content-Language", "Content-Length", "Vary"}
VARIES = {"cookie", "accept-language"}  # of addresses with a language neither changes anything


class KeepPages:
    """Stands inside of the headers that all pages share (`wsgi.usual_headers` asks those alone)."""

    def __init__(self, get_response):
        if not settings.KEPT_PAGES:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.lock = threading.Lock()
        self.folder, self.number = None, 0

    def __call__(self, request):
        WATCH.start()
        moves_for(request)  # before its first query
        current = folder.current() if WATCH.is_listening else None
        response = self.get_response(request)
        if current and may_keep(request, response):
            name = folder.name_of(request.path_info, request.META.get("QUERY_STRING", ""))
            if name and self.has_room(current):
                with suppress(OSError):  # the folder has just gone, or the disk is full
                    folder.keep(current, name, response.content)
        return response

    def has_room(self, current):
        """Whether this process may keep one more page in the folder."""
        with self.lock:
            if self.folder != current:
                self.folder, self.number = current, 0
            self.number += 1
            return self.number <= settings.KEPT_PAGES


def may_keep(request, response):
    """Whether this answer is the same for everybody who asks for the address."""
    is_plain = request.method == "GET" and response.status_code == 200 and not response.streaming
    if not is_plain or request.COOKIES or response.cookies or "HTTP_AUTHORIZATION" in request.META:
        return False
    if response.headers.keys() - USUAL or hasattr(response, "_csp_update"):
        return False
    varies = {word.strip().lower() for word in response.headers.get("Vary", "").split(",")}
    if varies - VARIES - {""} or not response.headers["Content-Type"].startswith("text/html"):
        return False
    return is_known(request)


def is_known(request):
    """Whether the query says just what the page was made from, in any order.

    A view says in `request.known_query` what that is; None when the page is not to be kept.
    """
    asked, known = request.META.get("QUERY_STRING", ""), getattr(request, "known_query", "")
    if known is None or not asked:
        return known is not None
    return sorted(parse_qsl(asked, True)) == sorted(parse_qsl(known, True)) != []
