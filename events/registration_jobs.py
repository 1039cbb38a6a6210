"""What happens to registrations by itself. Each function is called by `engage_tick` with the time,
and may be called again at any time: what it did is seen in the rows and in the keys of the mails.

Nothing is planned ahead: each round looks at events and registrations as they are now.
"""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.db.models import F, IntegerField, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils import timezone

from . import registration_mails as mails
from .models import Event
from .parts import Material
from .registration import Registration
from .registration_actions import lock, locked, promote

State = Registration.State
QUIET = timedelta(minutes=2)  # who saves an event twice tells people once
REMIND_BEFORE = timedelta(hours=48)
PLACE_IS_NEWS = timedelta(hours=24)  # for so long nobody needs reminding of a place
THANK_WITHIN = timedelta(days=14)


def promote_waiting(now):
    """Places that became free in any way go to who waits; gives how many moved up."""
    ahead = Event.objects.filter(starts_at__gt=now, cancelled_at=None, closed_at=None)
    waited_for = ahead.filter(registrations__state=State.WAITING).distinct()
    return sum(len(promote(event=event)) for event in waited_for)


def tell_changes(now):
    """Another time, another place, a cancelled event: everybody who is to come hears of it once."""
    told = Cast(KT("told__sequence"), IntegerField())
    rows = Registration.objects.told().annotate(told_sequence=told)
    rows = rows.filter(~Q(told_sequence=F("event__sequence")) | Q(told_sequence=None))
    settled = Q(event__updated_at__lte=now - QUIET) | Q(event__cancelled_at__isnull=False)
    events = rows.filter(settled, event__ends_at__gt=now).values("event_id").distinct()
    return sum(tell_changes_of(each["event_id"], now) for each in list(events.order_by()))


@transaction.atomic
def tell_changes_of(event_id, now):
    event = lock([event_id])[event_id]
    number = 0
    for row in event.registrations.told().select_for_update():
        row.event, before = event, row.told
        row.told = {**before, **mails.facts(row)}
        number += bool(before) and is_told(row, before, now)
        row.save(update_fields=["told"])
    return number


def is_told(row, before, now):
    """Write what has changed for one person; whether anything has."""
    after, event = row.told, row.event
    if after["is_cancelled"]:
        return not before["is_cancelled"] and mails.tell_event_cancelled(row)
    is_news = has_changed(row, before, after) and event.starts_at > now
    return is_news and mails.tell_change(row, before)


def has_changed(row, before, after):
    names = ["when", "where", "is_cancelled", *(["online"] if row.state == State.CONFIRMED else [])]
    return any(before[name] != after[name] for name in names)


def to_be_told(event, now):
    """How many people will hear of a change of this event, unless it is undone within `QUIET`."""
    if event.starts_at <= now or event.is_cancelled:
        return 0
    rows = list(event.registrations.told().exclude(told={}))
    for row in rows:
        row.event = event
    return sum(has_changed(row, row.told, mails.facts(row)) for row in rows)


def to_be_reminded(now):
    """People with a place at an event that begins within 48 hours, who have had it for a while."""
    rows = Registration.objects.confirmed().exclude(email=None).select_related("event")
    for row in rows.filter(
        event__cancelled_at=None,
        event__closed_at=None,
        event__starts_at__gt=now,
        event__starts_at__lte=now + REMIND_BEFORE,
    ):
        if row.told.get("reminded") != day_of(row) and row.place_since <= now - PLACE_IS_NEWS:
            yield row


def day_of(row):
    return str(timezone.localtime(row.event.starts_at).date())


def remind(now):
    """Once for each day on which the event is to be: a new day is a new reminder."""
    rows = list(to_be_reminded(now))
    return sum(note(row, "reminded", day_of(row), mails.remind) for row in rows)


@transaction.atomic
def note(found, name, value, tell):
    """Look again at a person under lock, write the mail and note that it is written."""
    row = locked(found)
    if row.state != State.CONFIRMED or row.email is None or row.event.is_cancelled:
        return False
    row.told[name] = value
    row.save(update_fields=["told"])
    return tell(row)


def hand_out(now):
    """Materials as many days before as each says; no person and none that comes later is missed."""
    ahead = Material.objects.for_participants().filter(
        event__cancelled_at=None, event__closed_at=None, event__starts_at__gt=now
    )
    due = defaultdict(list)
    for each in ahead.exclude(send_days_before=None).select_related("event"):
        if each.event.starts_at - timedelta(days=each.send_days_before) <= now:
            due[each.event_id].append(each.pk)
    people = Registration.objects.confirmed().exclude(email=None).filter(event__in=due)
    return sum(hand_out_to(row, due[row.event_id]) for row in people)


def hand_out_to(row, keys):
    """What the person has not been sent yet."""
    sent = row.told.get("materials", [])
    new = sorted(set(keys) - set(sent))
    return bool(new) and note(row, "materials", [*sent, *new], lambda row: mails.hand_out(row, new))


def thank(now):
    """After an event is closed and has a report, once, everybody who may have come."""
    rows = Registration.objects.confirmed().exclude(email=None).exclude(attended=False)
    rows = rows.filter(event__closed_at__gt=now - THANK_WITHIN).exclude(event__report_lv="")
    rows = rows.exclude(event__report_lv=None).filter(told__thanked__isnull=True)
    return sum(note(row, "thanked", True, mails.thank) for row in list(rows))
