"""How often one sender may send a form, counted without keeping who it was."""

import ipaddress
from datetime import UTC, datetime, timedelta

from allauth.account.adapter import get_adapter
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

COUNT = """
    INSERT INTO engage_hit (bucket, begins_at, number) VALUES (%s, %s, 1)
    ON CONFLICT ON CONSTRAINT engage_hit_once
    DO UPDATE SET number = engage_hit.number + 1 RETURNING number
"""
# A village hall or a telephone network is one address for many people.
FROM_ADDRESS = 60, timedelta(hours=1)
TO_MAILBOX = 20, timedelta(days=1)


def is_too_often(form, who, limit):
    """Count one sending of `form` by `who`; whether it is more than `limit` (number, period).

    What is stored is an HMAC with a key of the day: nobody can tell afterwards who it was.
    """
    most, period = limit
    now, length = timezone.now(), int(period.total_seconds())
    begins = datetime.fromtimestamp(int(now.timestamp()) // length * length, UTC)
    bucket = salted_hmac(f"engage.throttle {now:%Y-%m-%d}", f"{form}|{who}", algorithm="sha256")
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [bucket.hexdigest()[:40], begins])
        return cursor.fetchone()[0] > most


def sender(request):
    """The network address of a request; of IPv6 the half that belongs to one household."""
    text = get_adapter().get_client_ip(request)
    try:
        address = ipaddress.ip_address(text)
    except ValueError:  # a socket of this machine
        return text
    if address.version == 4:
        return text
    return str(ipaddress.ip_network((address, 64), strict=False).network_address)
