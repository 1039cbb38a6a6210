"""What the tests of sign-in share: signing in over HTTP, codes of an authenticator app."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.urls import reverse

PASSWORD = "zied-zeme-un-juura-7"


def sign_in(client, name, password=PASSWORD, address="127.0.0.1", **headers):
    data = {"login": name, "password": password}
    return client.post(reverse("account_login"), data, REMOTE_ADDR=address, headers=headers)


def code_of(secret, later=0):
    """The six digits that an app shows; `later` in steps of half a minute."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def is_in(client):
    return client.get(reverse("admin:index")).status_code == 200
