"""How the site looks from outside, and who may come in."""

import http.client
import ssl
import time
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import checks
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config import safety
from config.demo.accounts import working_accounts
from core.accounts.second_factor import is_missing, is_required

from . import advice, fault, fine

PATIENCE = 10  # seconds
CERTIFICATE = 14  # days that it should still be valid
WANTED = ("Strict-Transport-Security", "Content-Security-Policy", "X-Content-Type-Options")


def outside():
    """Ask the public address as a visitor does."""
    if not safety.is_public(settings.SITE_URL):
        yield fine(_("The site is for this machine alone: %(url)s") % {"url": settings.SITE_URL})
        return
    host = urlsplit(settings.SITE_URL).netloc
    connection = http.client.HTTPSConnection(
        host, timeout=PATIENCE, context=ssl.create_default_context()
    )
    try:
        connection.request("GET", "/lv/", headers={"User-Agent": "doctor"})
        days = days_left(connection.sock)
        response = connection.getresponse()
    except (OSError, http.client.HTTPException) as error:
        yield fault(
            _("%(url)s cannot be reached from here: %(reason)s")
            % {"url": settings.SITE_URL, "reason": error},
            _("Look at the name, nginx, the certificate and the firewall."),
        )
        return
    finally:
        connection.close()
    yield from judged(response, days)


def days_left(socket):
    ends = ssl.cert_time_to_seconds(socket.getpeercert()["notAfter"])
    return round((ends - time.time()) / 86400)


def judged(response, days):
    if response.status == 200:
        yield fine(_("%(url)s answers.") % {"url": settings.SITE_URL})
    else:
        yield fault(
            _("%(url)s answers with %(status)s.")
            % {"url": settings.SITE_URL, "status": response.status},
            _("Look at the log of the site."),
        )
    missing = [name for name in WANTED if not response.headers.get(name)]
    if missing:
        yield fault(
            _("Headers that protect visitors are missing: %(names)s.")
            % {"names": ", ".join(missing)},
            _("Set BEHIND_PROXY=1, and let nginx pass X-Forwarded-Proto on (deploy/nginx)."),
        )
    if days < CERTIFICATE:
        words = ngettext(
            "The certificate is valid for %(days)s more day.",
            "The certificate is valid for %(days)s more days.",
            days,
        )
        yield advice(words % {"days": days}, _("Look why it is not renewed by itself."))


def django_says():
    """What Django itself holds against these settings."""
    if not safety.is_public(settings.SITE_URL):
        return
    for each in checks.run_checks(include_deployment_checks=True):
        if each.id != "security.W008":  # nginx leads to https
            yield advice(f"{each.id}: {each.msg}", each.hint or "manage.py check --deploy")


def proxy():
    if safety.is_public(settings.SITE_URL) and not settings.SECURE_PROXY_SSL_HEADER:
        yield advice(
            _("BEHIND_PROXY is not set: all visitors seem to have the address of the proxy."),
            _("Set BEHIND_PROXY=1 where nginx or a balancer stands before the site."),
        )


def people():
    known = ", ".join(name for name, _password in working_accounts())
    if known and safety.is_public(settings.SITE_URL):
        yield fault(
            _("Anybody can sign in with the passwords of the demonstration: %(names)s.")
            % {"names": known},
            _("Deactivate these accounts, or give them other passwords."),
        )
    users = [user for user in get_user_model().objects.filter(is_active=True) if is_required(user)]
    if not users:
        yield advice(_("Nobody can keep accounts and settings."), "manage.py createsuperuser")
    elif all(is_missing(user) for user in users):
        yield advice(
            _("No site administrator has a second factor yet."),
            _("Sign in at %(url)s and set one up.") % {"url": f"{settings.SITE_URL}/admin/"},
        )


CHECKS = (outside, proxy, django_says, people)
