"""What a site that strangers reach must not start with.

Public is a site whose `SITE_URL` is not an address of this machine alone; `make run` is not.
"""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from core.speaking import gettext as _

from . import database

OF_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}
SHORTEST_KEY, FEWEST_LETTERS = 50, 10  # of SECRET_KEY, and different ones in it
MAKE_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:]+", re.IGNORECASE | re.ASCII)


def is_public(site_url):
    return urlsplit(site_url).hostname not in OF_THIS_MACHINE


def check(environment, site_url):
    """Raise `ImproperlyConfigured` that names all that is wrong, each with what to do."""
    wrong = list(wrong_address(site_url))
    if not wrong and is_public(site_url) and environment.get("UNSAFE_START") != "1":
        wrong = list(dangers(environment, site_url))
    if wrong:
        lines = "".join(f"\n  - {each}" for each in wrong)
        raise ImproperlyConfigured(_("the site does not start like this:") + lines)


def wrong_address(site_url):
    try:
        parts = urlsplit(site_url)
        is_right = parts.scheme in ("http", "https") and HOST.fullmatch(parts.hostname or "")
        is_right = (
            is_right
            and parts.port != 0
            and f"//{parts.netloc.lower()}"
            in (
                f"//{parts.hostname}",
                f"//{parts.hostname}:{parts.port}",
                f"//[{parts.hostname}]",
                f"//[{parts.hostname}]:{parts.port}",
            )
        )
    except ValueError:
        is_right = False
    if not is_right or site_url != f"{parts.scheme}://{parts.netloc}":
        told = _("SITE_URL must be such as https://www.example.lv, without a path, not %(address)s")
        yield told % {"address": repr(site_url)}


def dangers(environment, site_url):
    """What would let strangers in, or lose what they entrust to the site."""
    key = environment.get("SECRET_KEY", "")
    if not site_url.startswith("https://"):
        yield _(
            "SITE_URL must begin with https://, else passwords and links travel for all to read"
        )
    if environment.get("DEBUG") == "1":
        yield _("DEBUG=1 shows the inside of the site to everybody; take it away")
    if key and (len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_LETTERS):
        told = _(
            "SECRET_KEY can be guessed; leave it empty (one is made and kept in DATA_DIR) or take"
            " what this prints: %(command)s"
        )
        yield told % {"command": MAKE_KEY}
    if database.EMBEDDED:
        yield _(
            "DATABASE_URL is empty: the embedded PostgreSQL is for trials, it ends with the last"
            " process of the site; name a database, such as postgresql:///partnership"
        )
    if environment.get("QUICKEST_FORM_SECONDS") == "0":
        yield _("QUICKEST_FORM_SECONDS=0 lets machines send forms; take it away")
