"""Leaving the directory: a listing is withdrawn, an organisation taken out for good."""

from django.db import transaction
from django.utils import timezone

from core.addresses import OldAddress
from core.versions import forget_history
from engage.moderation import locked

from . import bodies
from .actions import close
from .contacts import ContactPoint
from .entries import Entry
from .listings import Listing

State, Closed = Listing.State, Listing.Closed
TEXTS = ("title", "summary", "body")


def withdraw(*, row):
    """An entry is removed from the directory, a listing is withdrawn."""
    if isinstance(row, Entry):
        return remove(entry=row)
    return close(row=row, closed_as=Closed.WITHDRAWN)


@transaction.atomic
def remove(*, entry):
    """Take an organisation out for good: nothing of it stays but country and registration number,
    by which an import knows that it is not to be listed. A body that a form only proposed, and
    that nobody has decided on, stays as it is known: anybody can write its number."""
    row = locked(entry)
    body = row.organisation
    for listing in row.listings.select_for_update(of=("self",)):
        listing.closed_as = Closed.WITHDRAWN
        empty(listing)
    if row.contact:
        point = ContactPoint.objects.filter(pk=row.contact_id)
        point.forget()
        point.update(label_lv="", label_en="", organisation=None)
    row.proposed, row.do_not_list = {}, body is not None
    row.contact = row.territory = row.brand_book = row.verified_on = None
    row.social = row.size = ""
    row.products_lv = row.products_en = ""
    row.projects.clear()
    empty(row)
    if body:
        bodies.empty(body, row)
    return row


def empty(row):
    """Withdraw a page and take every word out of it, its history and its old addresses."""
    model = type(row)
    for name in TEXTS:
        for language in ("lv", "en"):
            setattr(row, f"{name}_{language}", "")
    row.slug_lv = row.slug_en = row.cover = None
    row.text_language, row.languages = "", []
    row.state, row.decided_at = State.WITHDRAWN, timezone.now()
    row.sectors.clear()
    model.objects.filter(pk=row.pk).anonymise(timezone.now())
    row.name, row.email, row.anonymised_at = "", None, timezone.now()
    row.save()
    forget_history(model, [row.pk])
    OldAddress.objects.filter(label=row.label, object_id=row.pk).delete()
