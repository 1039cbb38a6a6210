"""What the tests of the directory share: messages, forms, what is written to whom."""

from directory import message_actions as actions
from engage import forms
from engage.models import Outbox
from tests.factories import ContactPointFactory, EntryFactory, ListingFactory

WRITER = {
    "name": "Ilze Kalna",
    "organisation": "Kalnu saimniecība",
    "country": "LV",
    "body": "Vai varam tikties Kišiņevā?",
    "language": "lv",
}
HIDDEN = "secret@example.md"


def public_entry(**fields):
    """An organisation of Moldova with a page and a contact point whose address is private."""
    contact = fields.pop("contact", None) or ContactPointFactory(email=HIDDEN, phone="+373 22 000")
    entry = EntryFactory(contact=contact, organisation__country="MD", **fields)
    contact.organisation = entry.organisation
    contact.save()
    return entry


def public_listing(**fields):
    entry = fields.pop("entry", None) or public_entry()
    return ListingFactory(entry=entry, **fields)


def written(contact, listing=None, occasion="a", email="ilze@example.lv", **details):
    """A message whose sender has sent the form, not confirmed yet."""
    given = {**WRITER, **details}
    return actions.write(contact=contact, listing=listing, occasion=occasion, email=email, **given)


def filled(**changes):
    """What a browser sends a minute after it has shown the form of a message."""
    data = {name: value for name, value in WRITER.items() if name != "language"}
    return {**data, "email": "Ilze@Example.lv", "shown": forms.stamp(age=60), **changes}


def mails():
    """[(kind, to, reply to)] of all mails in the order in which they were written."""
    rows = Outbox.objects.order_by("pk").values_list("key", "to", "reply_to")
    return [(key.partition(":")[0], to, reply_to) for key, to, reply_to in rows]
