"""Asks another site whether a page is there: politely, briefly, never inside a private network."""

import http.client
import socket
import ssl
import threading
from contextlib import contextmanager, suppress
from ipaddress import ip_address, ip_network
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri

from core.links import BrokenLink

SECONDS = 10  # to connect, and between two signs of life
WHOLE = 30  # for one answer altogether
HOPS = 5
# The site is there, but does not let machines in: whether the page is there cannot be told.
WALLS = {401, 402, 403, 405, 406, 407, 418, 429, 451, 503, 999}
UNKNOWN_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
INTERNET = ip_network("2000::/3")  # all addresses of IPv6 that are given out for it
PROTOCOLS, TEREDO = ip_network("192.0.0.0/24"), ip_network("2001::/32")
HEADERS = {
    "User-Agent": f"link check of {settings.SITE_URL}",
    "Accept": "*/*",
    "Connection": "close",
}
Reason = BrokenLink.Reason


class Refused(Exception):
    """An address that is not asked; the message is a `Reason`."""


def trouble(url):
    """The `Reason` why a visitor does not get `url`, or an empty text when nothing is known."""
    for method in ("HEAD", "GET"):
        found = answer(method, url)
        if found in (Reason.ADDRESS, Reason.NO_SITE, Reason.PRIVATE):
            return found
        if isinstance(found, int) and found < 400:
            return ""
    if found in (404, 410):
        return Reason.GONE
    if isinstance(found, int):
        return "" if found in WALLS else Reason.FAILING
    return found


def answer(method, url):
    """The status of the page, or a `Reason`; empty when the machine cannot look up names."""
    try:
        return follow(method, url)
    except Refused as refused:
        return refused.args[0]
    except ssl.SSLError:
        return Reason.UNSAFE
    except socket.gaierror as error:
        return Reason.NO_SITE if error.errno in UNKNOWN_NAME else ""
    except http.client.InvalidURL:
        return Reason.ADDRESS
    except (OSError, http.client.HTTPException):
        return Reason.SILENT
    except ValueError:
        return Reason.ADDRESS


def is_clear(reason):
    """Whether one look is enough; all else may be a bad day of the other site."""
    return reason not in (Reason.SILENT, Reason.UNSAFE, Reason.FAILING, Reason.CIRCLE)


def follow(method, url):
    """The status at the end of at most `HOPS` redirects; every one is checked like the first."""
    for _hop in range(HOPS + 1):
        status, location = ask(method, url)
        if status not in (301, 302, 303, 307, 308) or not location:
            return status
        url = urljoin(url, location)
    raise Refused(Reason.CIRCLE)


def ask(method, url):
    """(status, Location) of one request; nothing of the answer's body is read."""
    with asking(method, url, HEADERS) as response:
        return response.status, response.headers.get("Location")


@contextmanager
def asking(method, url, headers):
    """The open answer of one request, with all its limits; whoever reads on stays within them."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise Refused(Reason.ADDRESS)
    host = parts.hostname.encode("idna").decode()
    default = {"http": 80, "https": 443}[parts.scheme]
    path = iri_to_uri((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    connection = http.client.HTTPConnection(host, parts.port or default)
    connection.default_port = default
    connection.sock = connection.line = connect(host, connection.port)
    # Closing from outside ends an answer that drips without end.
    ending = threading.Timer(WHOLE, cut, [connection])
    ending.daemon = True
    ending.start()
    try:
        if parts.scheme == "https":
            secure(connection, host)
        connection.request(method, path, headers=headers)
        yield connection.getresponse()
    finally:
        ending.cancel()
        connection.close()


def secure(connection, host):
    context = ssl.create_default_context()
    connection.sock = connection.line = context.wrap_socket(
        connection.sock, server_hostname=host, do_handshake_on_connect=False
    )
    connection.sock.do_handshake()


def cut(connection):
    """`line` is the socket, which an answer goes on using when its connection has let it go."""
    with suppress(OSError):  # it may have ended in this very moment
        connection.line.shutdown(socket.SHUT_RDWR)


def connect(host, port):
    """A connection to an address that was looked up and judged once, so that it cannot change."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(each[4][0] for each in found))
    if not settings.LINK_CHECK_PRIVATE and not all(map(is_public, addresses)):
        raise Refused(Reason.PRIVATE)
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), SECONDS)
    return socket.create_connection((addresses[-1], port), SECONDS)


def is_public(address):
    """Whether an IP address is out in the internet, also one that is wrapped in another."""
    found = ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if (
        found in PROTOCOLS
        or found in TEREDO
        or (found.version == 6 and not inner and found not in INTERNET)
    ):
        return False
    return is_public(str(inner)) if inner else found.is_global and not found.is_multicast
