"""What the tests of registrations share: people who register, what is written to them."""

from datetime import timedelta

from django.utils import timezone

from engage.models import Outbox
from events import registration_actions as actions
from tests.factories import EventFactory, RegistrationFactory

PERSON = {
    "name": "Anna Ozola",
    "organisation": "",
    "territory_id": None,
    "answer": "",
    "needs": "",
    "language": "lv",
}


def open_event(**fields):
    """An event in a week for which one can register."""
    return EventFactory(**{"registration": "open", **fields})


def registered(event, email="anna@example.lv", occasion="a", **details):
    """Somebody who has sent the form; the registration that waits for the confirmation."""
    rows = actions.register(events=[event], email=email, occasion=occasion, **{**PERSON, **details})
    return rows[0] if rows else None


def coming(event, number=1, **fields):
    """People whose mailbox is confirmed, in the order in which they confirmed."""
    rows = [RegistrationFactory(event=event, **fields) for _each in range(number)]
    for row in rows:
        actions.confirm(registration=row)
        row.refresh_from_db()
    return rows


def states(rows):
    found = {row.pk: row for row in type(rows[0]).objects.filter(pk__in=[r.pk for r in rows])}
    return [found[row.pk].state for row in rows]


def told(*rows):
    """The kinds of mails written to each of the people, in their order."""
    found = []
    for row in rows:
        keys = Outbox.objects.filter(about=row.public_id).order_by("pk")
        found.append([key.partition(":")[0] for key in keys.values_list("key", flat=True)])
    return found if len(rows) > 1 else found[0]


def mail_to(row, kind):
    """The last mail of a kind to a person."""
    return Outbox.objects.filter(about=row.public_id, key__startswith=kind).latest("pk")


def later(**span):
    return timezone.now() + timedelta(**span)


def move(event, **changes):
    """Change an event past all forms, some time ago."""
    changes = {"updated_at": later(minutes=-10), **changes}
    type(event).objects.filter(pk=event.pk).update(**changes)
    event.refresh_from_db()
