"""Links by which participants of an event reach what is not for everybody.

A link names an item and a record of `engage`; it works as long as the record says so, and it is
asked each time. A kind of record whose people may read items defines `may_read(item)`.
"""

from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from engage.links import BadLink

from .models import Item

SALT = "library.access"


class Opened(NamedTuple):
    item: Item
    record: object


def token(item, record):
    """What stands in the address: opens this item for this person, and nothing else."""
    label = record._meta.label_lower
    return signing.dumps(
        [item.pk, label, record.public_id.hex, record.link_version], salt=SALT, compress=True
    )


def opened(text):
    """The item and the person that a token stands for. Raises `BadLink`."""
    try:
        key, label, public_id, version = signing.loads(text, salt=SALT)
        people = apps.get_model(label)._base_manager.filter(anonymised_at=None)
    except (signing.BadSignature, LookupError, ValueError, TypeError) as error:
        raise BadLink from error
    record = people.filter(public_id=public_id, link_version=version).first()
    item = Item.objects.out().filter(pk=key).exclude(visibility=Item.Visibility.STAFF).first()
    if record is None or item is None or not record.may_read(item):
        raise BadLink
    return Opened(item, record)


def link_to(item, record):
    """The whole address of an item for somebody who takes part; of a public item its own page."""
    with translation.override(record.language):
        if item.is_published:
            address = item.get_absolute_url()
        else:
            address = reverse("library:item_private", args=[token(item, record)])
    return settings.SITE_URL + address
