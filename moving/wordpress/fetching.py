"""Files fetched from the old site itself, only when asked to and from that host alone."""

import http.client
import ssl
from urllib.parse import urljoin, urlsplit

from core import documents
from core.linkcheck.fetching import HEADERS, Refused, asking
from core.speaking import gettext as _

HOPS = 3
BLOCK = 64 * 1024


class Unfetched(Exception):
    """The old site does not give the file; the message says why."""


def fetched(url, host):
    """The bytes of a file of `host` (with or without www); raises `Unfetched`.

    At most 25 MB and 30 seconds; a redirect stays on the host; no address in a private network
    is asked (`core.linkcheck.fetching.asking`).
    """
    for _hop in range(HOPS + 1):
        if (urlsplit(url).hostname or "").removeprefix("www.") != host:
            raise Unfetched(_("the address is not one of the old site"))
        try:
            with asking("GET", url, HEADERS) as answer:
                if answer.status in (301, 302, 303, 307, 308):
                    url = urljoin(url, answer.headers.get("Location") or "")
                    continue
                if answer.status != 200:
                    raise Unfetched(
                        _("the old site answers with the error %(status)s")
                        % {"status": answer.status}
                    )
                return bounded(answer)
        except Refused:
            raise Unfetched(_("the address may not be asked")) from None
        except (OSError, http.client.HTTPException, ssl.SSLError, ValueError):
            raise Unfetched(_("the old site does not answer")) from None
    raise Unfetched(_("the old site sends in circles"))


def bounded(answer):
    """All that comes, unless it is too much."""
    found = bytearray()
    while part := answer.read(BLOCK):
        found += part
        if len(found) > documents.MAX_BYTES:
            raise Unfetched(_("the file is larger than 25 MB"))
    return bytes(found)
