"""What visitors and staff do with organisations of the directory and their offers and requests.

Every function takes keyword arguments and is one transaction. Staff decide with
`engage.decisions`.
"""

from django.db import transaction
from django.utils import timezone

from engage import links
from engage.corrections import by_sender
from engage.moderation import locked, move
from engage.outbox import Outbox, is_written
from engage.privacy import NOTICE_VERSION
from partnership.models import Partnership

from . import listing_mails as mails
from .contacts import ContactPoint
from .entries import Entry
from .listings import LONGEST, Listing

State, Closed = Listing.State, Listing.Closed


class NotPossible(Exception):
    """The row does not allow this now."""


def by_visitor(visitor):
    """What is stored of whoever sent a form; the site's own partnership looks after it."""
    return {**visitor, "notice_version": NOTICE_VERSION, "owner": Partnership.objects.host()}


@transaction.atomic
def join(*, visitor, entry, listing, occasion):
    """Keep an organisation and, perhaps, its first offer or request until whoever sent the form
    has confirmed the mailbox; gives the entry, or None for a form sent twice.

    `visitor` holds name, email and language; the others hold values of their models' fields, with
    `sectors` apart; `listing` may be None. `entry["proposed"]["phone"]` is the contact point's.
    """
    if is_known("entry", visitor, occasion):
        return None
    common = by_visitor(visitor)
    row = stored(Entry, entry, **common)
    if listing:
        stored(Listing, listing, entry=row, **common)
    mails.ask_to_confirm(row, occasion)
    return row


@transaction.atomic
def offer(*, visitor, listing, occasion):
    """Keep an offer or request of an organisation of the directory until it is confirmed."""
    if is_known("listing", visitor, occasion):
        return None
    common = by_visitor(visitor)
    common["owner"] = listing["entry"].owner or common["owner"]
    row = stored(Listing, listing, **common)
    mails.ask_to_confirm(row, occasion)
    return row


def is_known(kind, visitor, occasion):
    """Whether this form has come before: somebody pressed twice."""
    key = mails.key_of_form(kind, visitor["email"], occasion)
    return is_written(key)


def stored(model, values, **more):
    values = dict(values)
    sectors = values.pop("sectors", ())
    row = model.objects.create(**values, **more)
    row.sectors.set(sectors)
    return row


@transaction.atomic
def confirm(*, row):
    """The mailbox is the visitor's own: the entry or listing, and what came with it, waits for
    staff. Again it changes nothing."""
    row = locked(row)
    if row.state != State.UNCONFIRMED:
        return row
    together = [row]
    if isinstance(row, Entry):
        open_contact(row)
        together += row.listings.filter(state=State.UNCONFIRMED, email=row.email)
    for each in together:
        each.confirmed_at = timezone.now()
        each.save()
        move(row=each, to=State.PENDING)
    return row


def open_contact(entry):
    """The mailbox that was confirmed is where messages to the organisation go."""
    phone = entry.proposed.pop("phone", "")
    entry.contact = ContactPoint.objects.create(
        email=entry.email, phone=phone, language=entry.language, owner=entry.owner
    )


@transaction.atomic
def correct(*, row, values):
    """Put what the visitor wrote anew into a row that waits or came back; it waits once more."""
    row = locked(row)
    if row.state not in row.CORRECTABLE:
        raise NotPossible
    values = dict(values)
    sectors = values.pop("sectors", None)
    with by_sender(row):
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        if sectors is not None:
            row.sectors.set(sectors)
    return row if row.state == State.PENDING else move(row=row, to=State.PENDING)


@transaction.atomic
def renew(*, row):
    """A listing is valid for a year from today. Raises `NotPossible` once it has ended."""
    row = locked(row)
    if row.state != State.PUBLISHED or row.has_ended:
        raise NotPossible
    with by_sender(row):
        row.runs_from = timezone.localdate()
        row.valid_until, row.unpublish_at = row.runs_from + LONGEST, None
        row.save()
    return row


@transaction.atomic
def close(*, row, closed_as=Closed.FOUND):
    """End a listing before its time: a partner was found, or it is withdrawn."""
    row = locked(row)
    if row.state == State.PUBLISHED and closed_as == Closed.FOUND:
        row.state = State.ARCHIVED
    elif row.state in (State.PUBLISHED, *row.CORRECTABLE):
        row.state, closed_as = State.WITHDRAWN, Closed.WITHDRAWN
    else:
        raise NotPossible
    row.closed_as, row.decided_at = closed_as, timezone.now()
    row.save()
    return row


@transaction.atomic
def forget(*, row):
    """Delete at once who sent it in, also as a contact. What nobody has confirmed goes as a
    whole."""
    row = locked(row)
    if row.state == State.UNCONFIRMED:
        Outbox.objects.forget_about([row.public_id])
        row.delete()
        return
    if isinstance(row, Entry) and row.contact and row.contact.email == row.email:
        ContactPoint.objects.filter(pk=row.contact_id).forget()
    type(row).objects.filter(pk=row.pk).anonymise(timezone.now())


@transaction.atomic
def renew_link(*, row):
    """End all links to a row and send a new one to its mailbox."""
    row = locked(row)
    links.end_links(row)
    mails.send_new_link(row)
