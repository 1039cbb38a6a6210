"""What staff do with registrations, beside what visitors do (`registration_actions`).

Every function takes keyword arguments and is one transaction.
"""

import uuid

from django.db import transaction
from django.utils import timezone

from . import registration_mails as mails
from .places import Places
from .registration import Registration
from .registration_actions import NotPossible, give_place, lock, locked, move_up

State, Source = Registration.State, Registration.Source


class AlreadyRegistered(NotPossible):
    """The person has a registration already; `registration` is the one."""

    def __init__(self, registration):
        super().__init__(registration.pk)
        self.registration = registration


@transaction.atomic
def add_by_staff(*, event, name, email=None, language="lv", **details):
    """Register somebody who called; a place if there is one, else the queue. Gives the row.

    Staff vouch for the person, so that nothing is to be confirmed; with an e-mail address they are
    told, unless the event has begun. It may be done until the event is closed. Raises
    `AlreadyRegistered` and `NotPossible`.
    """
    event = lock([event.pk])[event.pk]
    if event.is_cancelled or event.is_closed:
        raise NotPossible
    email = email.lower() if email else None
    rows = Registration.objects.filter(event=event, email=email, state__in=Registration.ACTIVE)
    there = rows.first() if email else None
    if there and there.state != State.UNCONFIRMED:
        raise AlreadyRegistered(there)
    row = there or Registration(event=event, email=email)
    for key, value in {**details, "name": name, "language": language}.items():
        setattr(row, key, value)
    row.event, row.source, row.confirmed_at = event, Source.STAFF, timezone.now()
    give_place(row)
    if email and not event.has_started:
        mails.tell_place(row)
    return row


@transaction.atomic
def mark_attended(*, registration, attended):
    """Note who came: True, False, or None for not known. Raises `NotPossible` without a place."""
    row = locked(registration)
    if row.state != State.CONFIRMED or row.event.is_closed:
        raise NotPossible
    row.attended = attended
    row.save(update_fields=["attended"])
    return row


@transaction.atomic
def promote_by_hand(*, registration):
    """Staff give a free place to one who waits, also after the registration has closed.

    Raises `NotPossible`: no free place, the event is cancelled, closed or has begun, or the person
    does not wait.
    """
    row = locked(registration)
    event = row.event
    is_ahead = not (event.is_cancelled or event.is_closed or event.has_started)
    if row.state != State.WAITING or not is_ahead or Places(event).is_full:
        raise NotPossible
    return move_up(row, event)


@transaction.atomic
def message(*, event, states, subject, text, reply_to="", key=None):
    """Write to everybody in one of the states (`State.CONFIRMED`, `State.WAITING`); gives how many.

    `key` names the message: with the same one nobody gets it twice.
    """
    key = key or uuid.uuid4().hex
    rows = Registration.objects.filter(event=event, state__in=states).exclude(email=None)
    return sum(mails.tell_message(row, subject, text, reply_to, key) for row in rows)
