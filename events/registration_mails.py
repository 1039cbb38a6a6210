"""The mails about registrations: which one, to whom, under which key.

A key names the reason, so that one reason is told once however often it is found. Nothing that
was typed into the form stands in a mail before the mailbox is confirmed.
"""

from hashlib import sha256

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from engage import links
from engage.outbox import Outbox, post
from library import access

from . import calendar, times
from .parts import for_participants
from .places import closes_at
from .registration import Registration

State = Registration.State


def path_of(row, purpose=links.MANAGE):
    """The address of the person's page about a registration, in the active language."""
    return reverse("my_registration", args=[links.token(row, purpose)])


def address_of(row, purpose=links.MANAGE):
    """The same with the site's address, in the person's language."""
    with translation.override(row.language):
        return settings.SITE_URL + path_of(row, purpose)


def calendar_of(rows):
    """The events at which a person has a place as one file, with the online links."""
    with translation.override(rows[0].language):
        made = calendar.calendar(rows[0].event.title)
        for row in rows:
            made.add_component(calendar.entry(row.event, row.event.online_url))
        return made.to_ical().decode()


def facts(row):
    """What the person hears of the event, in their language; kept, so that changes are noticed."""
    event = row.event
    with translation.override(row.language):
        return {
            "when": times.written(event.starts_at, event.ends_at, event.precision),
            "where": ", ".join(filter(None, (event.venue, event.street))),
            "online": event.online_url,
            "is_cancelled": event.is_cancelled,
            "sequence": event.sequence,
        }


def send(row, name, key, calendar_for=(), reply_to="", not_after=None, **context):
    """Write one mail about one registration; whether it is new. `not_after` as in `post`."""
    common = {
        "event": row.event,
        "facts": facts(row),
        "has_place": row.state == State.CONFIRMED,
        "event_url": settings.SITE_URL + row.event.url_in(row.language),
        "link": address_of(row),
    }
    return post(
        key=key,
        to=row.email,
        template=f"events/mail/{name}",
        language=row.language,
        context=common | context,
        about=row,
        reply_to=reply_to,
        ics=calendar_of(calendar_for) if calendar_for else "",
        not_after=not_after,
    )


def send_before_end(row, name, key, calendar_for=(), **context):
    """The same, of something that nobody needs to hear once the event is over."""
    return send(row, name, key, calendar_for, not_after=row.event.ends_at, **context)


def ask_to_confirm(rows, occasion):
    """One mail for all dates of one form."""
    first, until = rows[0], min(closes_at(row.event) for row in rows)
    send(
        first,
        "confirm",
        f"confirm:{first.public_id}:{occasion}",
        link=address_of(first, links.CONFIRM),
        events=[(row.event, facts(row)) for row in rows],
        until=until,
        not_after=until,
    )


def say_registered_already(rows, occasion):
    first, key = rows[0], f"again:{rows[0].public_id}:{occasion}"
    if len(rows) == 1:
        send_before_end(first, "again", key, queue=queue_of(first))
    else:
        send_dates(rows, key)


def queue_of(row):
    return row.place_in_queue if row.state == State.WAITING else None


def tell_place(row):
    """What became of a confirmed registration: a place, a turn in the queue, or nothing."""
    if row.state == State.CONFIRMED:
        send_before_end(row, "place", f"place:{row.public_id}", [row])
    elif row.state == State.WAITING:
        send_before_end(row, "queue", f"queue:{row.public_id}", queue=queue_of(row))
    else:
        send(row, "no_place", f"no-place:{row.public_id}")


def tell_places(rows):
    """What became of each date of one form, in one mail."""
    if len(rows) == 1:
        return tell_place(rows[0])
    return send_dates(rows, f"places:{rows[0].public_id}")


def send_dates(rows, key):
    dates = [(row, facts(row), queue_of(row), address_of(row)) for row in rows]
    placed = [row for row in rows if row.state == State.CONFIRMED]
    context = {"dates": dates, "has_calendar": bool(placed)}
    last = max(row.event.ends_at for row in rows)
    return send(rows[0], "places", key, placed, not_after=last, **context)


def tell_moved_up(row):
    if row.email:
        send_before_end(row, "moved_up", f"moved-up:{row.public_id}", [row])


def tell_cancelled(row, by_staff):
    if row.email:
        send(row, "cancelled", f"cancelled:{row.public_id}", by_staff=by_staff)


def if_placed(row):
    return [row] if row.state == State.CONFIRMED else []


def tell_change(row, before):
    """Another time or place; `before` is what the person knew (`facts`)."""
    key = f"changed:{row.public_id}:{row.told['sequence']}"
    return send_before_end(row, "changed", key, if_placed(row), before=before)


def tell_event_cancelled(row):
    key = f"event-cancelled:{row.public_id}:{row.told['sequence']}"
    return send_before_end(row, "event_cancelled", key, if_placed(row))


def materials_of(row):
    """[(library item, its address for this person)]: the materials, then what was recorded."""
    recorded = row.event.sessions.filter(recording__in=for_participants())
    materials = row.event.materials.for_participants().select_related("item")
    items = [each.item for each in materials]
    items += [each.recording for each in recorded.select_related("recording")]
    return addressed(items, row)


def addressed(items, row):
    return [(item, access.link_to(item, row)) for item in dict.fromkeys(items)]


def remind(row):
    key = f"reminder:{row.public_id}:{row.told['reminded']}"
    begins, materials = row.event.starts_at, materials_of(row)
    return send(row, "reminder", key, [row], not_after=begins, materials=materials)


def hand_out(row, keys):
    """The materials with these keys, in one mail."""
    which = sha256("-".join(map(str, keys)).encode()).hexdigest()[:16]
    key = f"materials:{row.public_id}:{which}"
    rows = row.event.materials.for_participants().filter(pk__in=keys).select_related("item")
    return send(row, "materials", key, materials=addressed([each.item for each in rows], row))


def thank(row):
    return send(row, "thanks", f"thanks:{row.public_id}", materials=materials_of(row))


def tell_message(row, subject, text, reply_to, key):
    words = {"subject": subject, "text": text}
    return send(row, "message", f"message:{key}:{row.public_id}", reply_to=reply_to, **words)


def send_new_link(row):
    """After `links.end_links`: the link that works from now on."""
    return send(row, "new_link", f"link:{row.public_id}:{row.link_version}")


def forget(row):
    """Mails about a record that is deleted."""
    Outbox.objects.forget_about([row.public_id])
