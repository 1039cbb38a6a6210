"""Who must have a second factor, and that nothing of the staff's answers before it is set up."""

import base64
import hashlib

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.roles import SITE_ADMINISTRATOR

from . import mail

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]  # recovery codes alone are none
# What one needs to set a second factor up, or to leave.
OPEN = {
    "admin:logout",
    "admin:jsi18n",
    "account_logout",
    "account_reauthenticate",
    "account_change_password",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
}


def is_required(user):
    """Site administrators and superusers need a second factor; by a setting, everybody does."""
    if user.is_superuser or settings.REQUIRE_SECOND_FACTOR == "everyone":
        return True
    return user.groups.filter(name=SITE_ADMINISTRATOR).exists()


def is_missing(user):
    """Whether this signed-in person must set up a second factor first."""
    return is_required(user) and not is_mfa_enabled(user, FACTORS)


class SecondFactor:
    """Sends people without their second factor to set it up; the public site sees a visitor."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        # Without the cookie nobody is signed in, and the session is not looked at.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        if not request.user.is_authenticated or not is_missing(request.user):
            return None
        if request.resolver_match.view_name in OPEN:
            return None
        if request.path_info.startswith("/admin/"):
            return redirect("mfa_index")
        request.user = AnonymousUser()
        return None


class SecondFactorAdapter(DefaultMFAAdapter):
    """Names what apps and keys show, and keeps secrets unreadable in the database's copies."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("The code is not right, or it was used already. Take the next one.")
    }

    def _get_site_name(self):
        return mail.site_name(context.request)

    def generate_authenticator_name(self, user, type):
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Key {number}").format(number=number)

    def encrypt(self, text):
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        """After a change of SECRET_KEY no code fits: a new secret, never an empty one."""
        from cryptography.fernet import InvalidToken

        try:
            return cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return generate_totp_secret()


def cipher():
    from cryptography.fernet import Fernet  # 6 MB that a process without sign-ins never needs

    key = hashlib.sha256(f"second factor {settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
