"""What happens to messages of visitors. Every function takes keyword arguments and is one
transaction; each change writes its mail with it. Mails are drawn in `message_mails`.
"""

import re
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from engage import links
from engage.outbox import Outbox, is_written
from engage.privacy import NOTICE_VERSION

from . import message_mails as mails
from .contacts import ContactPoint
from .listings import Listing
from .messages import ContactMessage

State, Held = ContactMessage.State, ContactMessage.Held
DAY = timedelta(days=1)
FROM_ONE_SENDER = 5  # a day; more are held
TO_ONE_RECIPIENT = 20
MOST_LINKS = 2
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


class NotPossible(Exception):
    """The message does not allow this now, or nobody can be written to any more."""


def locked(message):
    """The message as it is stored now, held; its contact point first, in one order everywhere."""
    contact = ContactPoint.objects.select_for_update(of=("self",)).get(pk=message.contact_id)
    row = ContactMessage.objects.select_for_update(of=("self",)).get(pk=message.pk)
    row.contact = contact
    return row


def is_possible(contact, listing=None):
    """Whether somebody can write there now, and about this listing."""
    is_current = listing is None or Listing.objects.published().filter(pk=listing.pk).exists()
    return is_current and contact is not None and contact.is_reachable


@transaction.atomic
def write(*, contact, email, occasion, listing=None, **details):
    """Keep a message until its sender has confirmed the mailbox; gives it, or None for a form that
    was sent twice.

    `details` are name, organisation, country, body and language; `occasion` names the form.
    Raises `NotPossible`.
    """
    if not is_possible(contact, listing):
        raise NotPossible
    if is_written(mails.key_of_form(contact, email, occasion)):
        return None
    organisation = contact.organisation
    row = ContactMessage.objects.create(
        contact=contact,
        listing=listing,
        email=email,
        to_country=organisation.country if organisation else "",
        notice_version=NOTICE_VERSION,
        **details,
    )
    mails.ask_to_confirm(row, occasion)
    return row


@transaction.atomic
def confirm(*, message):
    """The mailbox is the sender's own: the message goes on, or waits for staff. Gives it.

    Again it changes nothing. Raises `NotPossible` when nobody can be written to any more.
    """
    row = locked(message)
    if row.state != State.UNCONFIRMED:
        return row
    if not is_possible(row.contact, row.listing):
        raise NotPossible
    row.why_held = why_held(row)
    row.confirmed_at = timezone.now()
    if row.why_held:
        row.state = State.HELD
        row.save()
    else:
        pass_on(row)
    return row


def why_held(row):
    """One of `Held`, or "". Messages of the sender are held together, so that none slips by."""
    since = timezone.now() - DAY
    rows = ContactMessage.objects.filter(confirmed_at__gt=since).exclude(pk=row.pk)
    by_sender = len(rows.filter(email=row.email).select_for_update().order_by("pk"))
    to_contact = rows.filter(contact=row.contact_id, state=State.RELAYED).count()
    reasons = {
        Held.WANTED: row.contact.hold_for_staff,
        Held.LINKS: len(LINK.findall(row.body)) > MOST_LINKS,
        Held.SENDER: by_sender >= FROM_ONE_SENDER,
        Held.RECIPIENT: to_contact >= TO_ONE_RECIPIENT,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def pass_on(row, by=None):
    row.state, row.decided_at, row.decided_by = State.RELAYED, timezone.now(), by
    row.save()
    mails.relay(row)


@transaction.atomic
def release(*, message, by):
    """Staff let a held message through; again it changes nothing. Raises `NotPossible`."""
    row = locked(message)
    if row.state == State.HELD:
        if not row.contact.address or row.email is None:
            raise NotPossible
        pass_on(row, by)
    return row


@transaction.atomic
def refuse(*, message, by):
    """Staff do not pass a held message on; the sender is told so."""
    row = locked(message)
    if row.state == State.HELD:
        row.state, row.decided_at, row.decided_by = State.REFUSED, timezone.now(), by
        row.save()
        mails.tell_refused(row)
    return row


@transaction.atomic
def answer(*, message, outcome):
    """What the sender says came of a message that was passed on; the last answer counts."""
    row = locked(message)
    if row.state != State.RELAYED:
        raise NotPossible
    row.outcome = outcome
    row.save(update_fields=["outcome"])
    return row


@transaction.atomic
def forget(*, message):
    """Delete what is known of the sender; of a message that was passed on a number stays."""
    row = locked(message)
    if row.state == State.UNCONFIRMED:
        Outbox.objects.forget_about([row.public_id])
        row.delete()
        return
    if row.state == State.HELD:
        row.state, row.decided_at = State.REFUSED, timezone.now()
        row.save()
    ContactMessage.objects.filter(pk=row.pk).anonymise(timezone.now())


@transaction.atomic
def renew_link(*, message):
    """End all links to a message and send a new one to its sender."""
    row = locked(message)
    links.end_links(row)
    mails.send_new_link(row)
