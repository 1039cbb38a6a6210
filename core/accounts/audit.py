"""Writing the log of sign-ins and rights.

Sign-ins happen in Django's and django-allauth's code; their signals are the only place where all
of them pass, so this module listens to them (docs/decisions/0006-accounts.md).
"""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from core.audit import AuditEntry

from .mail import try_to_send
from .people import person_named

Kind = AuditEntry.Kind
TOLD = (Kind.PASSWORD, Kind.SECOND_FACTOR)  # a mail goes to whose account it is, once it is used
FACTORS = {
    Authenticator.Type.TOTP: _("authenticator app"),
    Authenticator.Type.WEBAUTHN: _("passkey or security key"),
    Authenticator.Type.RECOVERY_CODES: _("recovery codes"),
}
WAYS = {"password": _("password"), "mfa": _("second factor"), "password_reset": _("e-mail")}


def record(kind, actor=None, subject=None, detail="", request=None, about=None):
    """Write one entry, its details as `AuditEntry.told` reads them; tell the person of what matters
    by mail."""
    AuditEntry.objects.create(
        kind=kind,
        actor=actor,
        actor_name=name_of(actor),
        subject_name=name_of(subject),
        detail=detail,
        about=about or {},
    )
    if kind in TOLD and subject is not None and subject.email and subject.last_login:
        told = {"user": subject, "actor": actor, "what": kind.label, "now": timezone.now()}
        told["request"] = request
        try_to_send("account_changed", subject.email, told, subject.language)


def name_of(user):
    return f"{user} ({user.get_username()})"[:150] if user else ""


def refused(name, reason):
    """A sign-in that was refused; an unknown name is cut, it may be a password in a wrong field."""
    person = person_named(name)
    AuditEntry.objects.create(
        kind=Kind.REFUSED,
        subject_name=name_of(person) if person else f"{name[:3]}…",
        detail=reason,
    )


@receiver(user_logged_in)
def on_sign_in(sender, request, user, **kwargs):
    ways = [each["method"] for each in get_authentication_records(request, user)]
    about = {"ways": [WAYS.get(way, way) for way in ways]}
    record(Kind.SIGNED_IN, user, user, "%(ways)s", about=about)


@receiver(user_logged_out)
def on_sign_out(sender, request, user, **kwargs):
    if user is not None:
        record(Kind.SIGNED_OUT, user, user)


@receiver(user_login_failed)
def on_refusal(sender, credentials, **kwargs):
    refused(credentials.get("username") or "", _("name or password not accepted"))


@receiver(mfa.authentication_failed)
def on_wrong_code(sender, user, **kwargs):
    refused(user.get_username(), _("wrong code of the second factor"))


@receiver([password_changed, password_set])
def on_new_password(sender, request, user, **kwargs):
    record(Kind.PASSWORD, user, user, _("by the person"), request)


@receiver(password_reset)
def on_password_by_mail(sender, request, user, **kwargs):
    record(Kind.PASSWORD, user, user, _("by a link from an e-mail"), request)


@receiver(mfa.authenticator_added)
def on_factor_added(sender, request, user, authenticator, **kwargs):
    factor_changed(request, user, authenticator, _("added: %(factor)s"))


@receiver(mfa.authenticator_removed)
def on_factor_removed(sender, request, user, authenticator, **kwargs):
    factor_changed(request, user, authenticator, _("removed: %(factor)s"))


@receiver(mfa.authenticator_reset)
def on_factor_renewed(sender, request, user, authenticator, **kwargs):
    factor_changed(request, user, authenticator, _("made anew: %(factor)s"))


def factor_changed(request, user, authenticator, detail):
    about = {"factor": [FACTORS[authenticator.type]]}
    record(Kind.SECOND_FACTOR, user, user, detail, request, about)
