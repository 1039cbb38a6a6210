"""Mails about accounts, in the person's language; links carry the address from the settings."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

logger = logging.getLogger(__name__)


def send(name, address, context, language):
    """Send `core/mail/<name>.txt`, whose first line is the subject. Raises OSError.

    SMTP's errors are OSErrors too.
    """
    with translation.override(language):
        site = site_name(context.get("request"))
        text = render_to_string(f"core/mail/{name}.txt", {**context, "site_name": site})
    subject, _newline, body = text.strip().partition("\n")
    EmailMessage(subject, body.strip() + "\n", to=[address]).send()


def try_to_send(name, address, context, language):
    """`send`, whose failure only the log tells."""
    try:
        send(name, address, context, language)
    except OSError:
        logger.exception("The mail “%s” could not be sent.", name)


def site_name(request):
    """What the site is called; its profile belongs to an upper app and comes as a context."""
    return render_to_string("core/mail/site_name.txt", {}, request).strip()


def password_link(uid, token):
    """Where a person sets a password; `uid` and `token` as django-allauth makes them."""
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
    return f"{settings.SITE_URL}{path}"
