"""What happens to registrations. Every function takes keyword arguments and is one transaction.

Whoever changes a state holds the event's row first, then the registration's; each change writes
its mail with it. Mails are drawn in `registration_mails`.
"""

import uuid

from django.db import IntegrityError, transaction
from django.utils import timezone

from engage import links
from engage.privacy import NOTICE_VERSION

from . import registration_mails as mails
from .models import Event
from .places import Places, is_open, takes_people
from .registration import Registration

State, Source = Registration.State, Registration.Source


class NotPossible(Exception):
    """The event or the registration does not allow this now."""


def lock(event_ids):
    """The events with these keys, held until the transaction ends; in one order everywhere."""
    rows = Event.objects.select_for_update(no_key=True).filter(pk__in=event_ids)
    return {event.pk: event for event in rows.order_by("pk")}


def locked(registration):
    """A registration as it is stored now, held, with its held event."""
    event = lock([registration.event_id])[registration.event_id]
    row = Registration.objects.select_for_update().get(pk=registration.pk)
    row.event = event
    return row


@transaction.atomic
def register(*, events, email, occasion, **details):
    """Note that somebody wants to come to one or several events; gives the new registrations.

    `details` are name, organisation, territory_id, answer, needs and language; `occasion` names
    the form that was sent, so that a form sent twice writes one mail. The mail asks to confirm;
    nobody has a place before. Who is registered already gets a mail that says so, and nobody else
    learns of it.
    Raises `NotPossible` for an event that takes no registrations now.
    """
    if not all(takes_people(event) for event in events):
        raise NotPossible
    asked = Registration.objects.filter(email=email, state=State.UNCONFIRMED).exclude(batch=None)
    earlier = list(asked.filter(event__in=events).values_list("batch", flat=True))
    batch = uuid.uuid4() if len(events) > 1 or earlier else None
    asked.filter(batch__in=earlier).update(batch=batch)  # one link confirms all that were asked for
    rows = [noted(event, email, batch, details) for event in sorted(events, key=lambda e: e.pk)]
    new = [row for row in rows if row.state == State.UNCONFIRMED]
    known = [row for row in rows if row not in new]
    if new:
        mails.ask_to_confirm(new, occasion)
    if known:
        mails.say_registered_already(known, occasion)
    return new


def noted(event, email, batch, details):
    """The person's active registration for the event: a new one, or the one that is there.

    What was not confirmed yet takes the newer details.
    """
    active = Registration.objects.filter(event=event, email=email, state__in=Registration.ACTIVE)
    values = {**details, "batch": batch, "notice_version": NOTICE_VERSION}
    try:
        with transaction.atomic():
            row, is_new = active.get_or_create(
                defaults={**values, "event": event, "email": email, "source": Source.WEB}
            )
    except IntegrityError:  # somebody was quicker
        row, is_new = active.get(), False
    if not is_new:
        waiting = Registration.objects.filter(pk=row.pk, state=State.UNCONFIRMED)
        waiting.update(**values, created_at=timezone.now())
        row.refresh_from_db()
    return row


@transaction.atomic
def confirm(*, registration):
    """The mailbox is the person's own: a place, the queue, or no place; gives all rows of the form.

    Again it changes nothing. Raises `NotPossible` when the event takes nobody any more.
    """
    rows = Registration.objects.filter(pk=registration.pk)
    if registration.batch:
        rows = Registration.objects.filter(batch=registration.batch, email=registration.email)
    events = lock(rows.order_by().values("event_id"))
    rows = list(rows.select_for_update().order_by("event_id", "pk"))
    asking = [row for row in rows if row.state == State.UNCONFIRMED]
    for row in rows:
        row.event = events[row.event_id]
    possible = [row for row in asking if is_open(row.event)]
    if asking and not possible:
        raise NotPossible
    for row in possible:
        row.confirmed_at = timezone.now()
        give_place(row)
    if possible:
        mails.tell_places(possible)
    return rows


def give_place(row):
    """A place, when there is one that nobody waits for; else the end of the queue, if any."""
    fill(row.event)
    now = timezone.now()
    if not Places(row.event).is_full:
        row.state = State.CONFIRMED
    elif row.event.waiting_list:
        row.state, row.queued_at = State.WAITING, now
    else:
        row.state = State.TURNED_AWAY
    row.told = mails.facts(row)
    row.save()


def fill(event):
    """Let who waits move up while there are places and the registration is open."""
    if not is_open(event):
        return []
    return [move_up(row, event) for row in next_ones(event)]


def next_ones(event):
    waiting = Registration.objects.filter(event=event).waiting().select_for_update()
    places = Places(event)
    if not places.waiting or places.is_full:
        return []
    return list(waiting if places.free is None else waiting[: places.free])


def move_up(row, event):
    row.event, row.state, row.promoted_at = event, State.CONFIRMED, timezone.now()
    row.told = mails.facts(row)
    row.save()
    mails.tell_moved_up(row)
    return row


@transaction.atomic
def promote(*, event):
    """Fill free places from the queue, first come first served; gives who moved up.

    Nobody moves up by this when the event is cancelled, closed, has begun, or takes no
    registrations any more: then staff choose (`promote_by_hand`).
    """
    return fill(lock([event.pk])[event.pk])


@transaction.atomic
def cancel(*, registration, by_staff=False):
    """Give the place or the turn in the queue back; whoever is next moves up. Gives the row.

    Again it changes nothing. Raises `NotPossible` once the event has begun; staff can cancel until
    it is closed.
    """
    row = locked(registration)
    if row.state not in Registration.ACTIVE:
        return row
    if row.event.is_closed or (row.event.has_started and not by_staff):
        raise NotPossible
    was_expecting = row.state in Registration.EXPECTING
    row.state, row.cancelled_at, row.attended = State.CANCELLED, timezone.now(), None
    row.save()
    if was_expecting and not row.event.has_started:
        mails.tell_cancelled(row, by_staff)
    fill(row.event)
    return row


@transaction.atomic
def forget(*, registration):
    """Delete at once what is known of the person. A place is given back; a number stays."""
    row = locked(registration)
    if row.state == State.UNCONFIRMED:
        form = Registration.objects.filter(batch=row.batch, email=row.email) if row.batch else ()
        for each in {row, *(each for each in form if each.state == State.UNCONFIRMED)}:
            mails.forget(each)
            each.delete()
        return
    if row.state in Registration.EXPECTING and not row.event.has_started:
        row.state, row.cancelled_at, row.attended = State.CANCELLED, timezone.now(), None
        row.save()
        fill(row.event)
    Registration.objects.filter(pk=row.pk).anonymise(timezone.now())


@transaction.atomic
def renew_link(*, registration):
    """End all links to a registration and send a new one to its mailbox."""
    row = locked(registration)
    links.end_links(row)
    mails.send_new_link(row)
