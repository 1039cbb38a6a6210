"""What happens in the directory by itself. Each function is called by `engage_tick` with the time,
and may be called again at any time: what it did is seen in the rows and in the keys of the mails.
"""

from django.db import transaction
from django.utils import timezone

from . import listing_mails, message_mails
from .listings import RENEW_BEFORE, Listing
from .messages import ASK_AFTER, ContactMessage


def expire(now):
    """Listings whose last day is over leave; they have been out of all lists since midnight."""
    today = timezone.localdate(now)
    over = Listing.objects.filter(state=Listing.State.PUBLISHED, valid_until__lt=today)
    number = 0
    for found in list(over):
        with transaction.atomic():
            row = Listing.objects.select_for_update(of=("self",)).get(pk=found.pk)
            if row.state == row.State.PUBLISHED and row.valid_until < today:
                row.state, row.closed_as = row.State.ARCHIVED, row.Closed.EXPIRED
                row.save()
                number += 1
    return number


def ask_to_renew(now):
    """Two weeks before the end, once for each end, whoever sent the listing in."""
    today = timezone.localdate(now)
    rows = Listing.objects.published().exclude(email=None).with_relations()
    rows = rows.filter(valid_until__gte=today, valid_until__lte=today + RENEW_BEFORE)
    return sum(once(listing_mails.ask_to_renew, row) for row in list(rows))


def ask_outcome(now):
    """60 days after a message was passed on its sender is asked once what came of it."""
    rows = ContactMessage.objects.relayed().filter(asked_at=None, anonymised_at=None)
    rows = rows.filter(decided_at__lte=now - ASK_AFTER).exclude(email=None)
    return sum(asked(row, now) for row in list(rows.select_related("contact", "listing")))


@transaction.atomic
def asked(found, now):
    """Under lock, so that two rounds ask once."""
    row = ContactMessage.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if row.asked_at or row.email is None:
        return False
    row.asked_at = now
    row.save(update_fields=["asked_at"])
    return message_mails.ask_outcome(row)


@transaction.atomic
def once(tell, row):
    return tell(row)
