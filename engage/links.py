"""Signed links: each opens one record for one purpose, and nothing is changed by opening it."""

from datetime import timedelta
from functools import wraps
from typing import NamedTuple

from django.core import signing
from django.db.models import F
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from .visitors import CONFIRM_WITHIN, ByVisitor

CONFIRM, MANAGE, JURY = "confirm", "manage", "jury"
# How long a link of each purpose works; None: until the record is deleted or has no person.
LASTS: dict[str, timedelta | None] = {CONFIRM: CONFIRM_WITHIN, MANAGE: None, JURY: None}


class BadLink(Exception):
    """The link is broken, too old, replaced by a newer one, or its record is gone."""


class Opened(NamedTuple):
    record: ByVisitor
    purpose: str


def salt(model, purpose):
    return f"engage.links.{model._meta.label_lower}.{purpose}"


def token(record, purpose):
    """What stands in the address of a link: opens this record, for this purpose only."""
    data = {"k": record.public_id.hex, "v": record.link_version}
    return signing.dumps(data, salt=salt(type(record), purpose))


def opened(model, text, *purposes):
    """The record that a token of one of the purposes opens, and the purpose. Raises `BadLink`."""
    for purpose in purposes:
        try:
            data = signing.loads(text, salt=salt(model, purpose), max_age=LASTS[purpose])
        except signing.BadSignature:
            continue
        rows = model._base_manager.filter(anonymised_at=None)
        record = rows.filter(public_id=data["k"], link_version=data["v"]).first()
        if record is not None:
            return Opened(record, purpose)
    raise BadLink


def end_links(record):
    """Make all links to a record that were sent so far stop working."""
    rows = type(record)._base_manager.filter(pk=record.pk)
    rows.update(link_version=F("link_version") + 1)
    record.refresh_from_db(fields=["link_version"])


def private_page(view):
    """A view whose address is a secret: no cache, other site or search engine learns of it."""

    @wraps(view)
    def page(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response._has_been_logged = True  # or Django's log of refused requests names the address
        return response

    return page


def page_behind_link(view):
    """A private page whose buttons send a form back to its own address.

    That address itself is the secret that a forger lacks; and a page without a referrer sends no
    Origin, for which Django's own check asks.
    """
    return csrf_exempt(private_page(require_http_methods(["GET", "HEAD", "POST"])(view)))
