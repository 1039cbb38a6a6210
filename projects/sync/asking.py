"""JSON from another site: one host, no private network, little time, few bytes; else the reason."""

import http.client
import json
import socket
import ssl
import time
from decimal import Decimal
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from core import richtext
from core.linkcheck import fetching

MOST_BYTES = 2_000_000  # of one answer
HOPS = 3
HEADERS = {
    "User-Agent": f"shared projects of {settings.SITE_URL}",
    "Accept": "application/json",
    "Accept-Encoding": "identity",  # nothing can swell
    "Connection": "close",
}
Reason = fetching.Reason
REDIRECTS = (301, 302, 303, 307, 308)


class Wrong(Exception):
    """What another site said cannot be taken over; the message says why, in plain words.

    It may quote that site: control letters can neither be stored nor shown.
    """

    def __init__(self, message):
        super().__init__(richtext.CONTROL.sub("", str(message)))


class Gone(Wrong):
    """The other site says that there is no such thing, or no longer."""


class Silent(Wrong):
    """The other site cannot be reached: no use in asking it for more."""


def host_of(url):
    """What must be the same in all addresses of one site: the host, and a port of its own."""
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            return None
        return parts.hostname, parts.port if parts.port not in (80, 443) else None
    except ValueError:
        return None


def get_json(url):
    """The data at `url`; `Wrong` when there is none that could be trusted to be what it says."""
    try:
        return parsed(follow(url))
    except fetching.Refused as refused:
        raise Silent(refused.args[0].label) from None
    except ssl.SSLError:
        raise Silent(Reason.UNSAFE.label) from None
    except socket.gaierror:
        raise Silent(Reason.NO_SITE.label) from None
    except (OSError, http.client.HTTPException):
        raise Silent(_("The other site does not answer, or too slowly.")) from None
    except ValueError:
        raise Wrong(Reason.ADDRESS.label) from None


def follow(url):
    """The bytes at the end of redirects, all within one site and never from https to http."""
    for _hop in range(HOPS + 1):
        with fetching.asking("GET", url, HEADERS) as response:
            location = response.headers.get("Location")
            if response.status not in REDIRECTS or not location:
                return body_of(response)
        after = urljoin(url, location)
        is_weaker = url.startswith("https:") and not after.startswith("https:")
        if host_of(after) != host_of(url) or is_weaker:
            raise Wrong(_("The site sends on to another address: %(url)s") % {"url": after[:200]})
        url = after
    raise Wrong(Reason.CIRCLE.label)


def body_of(response):
    if response.status in (404, 410):
        raise Gone(_("The other site says that there is no such page."))
    if response.status != 200:
        status = {"status": response.status}
        raise Wrong(_("The other site answers with the error %(status)s.") % status)
    kind = response.headers.get_content_type()
    coding = response.headers.get("Content-Encoding", "identity")
    if kind != "application/json" or coding != "identity":
        raise Wrong(
            _("The answer is not plain JSON but %(kind)s.") % {"kind": f"{kind}, {coding}"[:60]}
        )
    return limited(response)


def limited(response):
    """The body, unless it is too big or drips."""
    ends, found = time.monotonic() + fetching.WHOLE, bytearray()
    while piece := response.read1(65536):
        found += piece
        if len(found) > MOST_BYTES:
            raise Wrong(_("The answer is larger than %(size)s MB.") % {"size": MOST_BYTES // 10**6})
        if time.monotonic() > ends:
            raise TimeoutError
    return bytes(found)


def parsed(data):
    try:
        return json.loads(data.decode(), parse_float=Decimal, parse_constant=refuse)
    except (ValueError, RecursionError):
        raise Wrong(_("The answer is not valid JSON.")) from None


def refuse(name):
    raise ValueError(name)
