"""What we decide differently from django-allauth: who is let in, how often, what is said."""

import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.core import context
from allauth.core.internal import ratelimit
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from django.conf import settings
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext_lazy as _

from core.audit import AuditEntry

from . import audit, mail
from .people import person_named

WRONG = _("The name or the password is not right. Check them and try again.")
APP = "allauth.account"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
        "incorrect_password": _("The password is not right."),
        "enter_current_password": _("The current password is not right."),
        "too_many_login_attempts": _(
            "Too many tries. Wait a quarter of an hour, or set a new password by e-mail."
        ),
    }

    def is_open_for_signup(self, request):
        """People are invited; nobody makes an account for themselves."""
        return False

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Tries are counted for the person, by whatever name, from one network address."""
        return f"{self.person_key(**credentials)} {ratelimit.get_ip(request)}"

    def person_key(self, **credentials):
        name = credentials.get("username", "")
        person = person_named(name)
        return f"account {person.pk}" if person else f"name {name.lower()}"

    def pre_authenticate(self, request, **credentials):
        """Count the try before the password is looked at, so that parallel tries count too.

        Five from one address lock the person for that address; the limit for the person from
        anywhere is softer, or strangers could lock staff out.
        """
        limits = [
            ("login_failed", self._get_login_attempts_cache_key(request, **credentials)),
            ("login_failed_anywhere", self.person_key(**credentials)),
            ("login_failed_address", None),
        ]
        used = ratelimit.RateLimitUsage(usage=[])
        for action, key in limits:
            one = ratelimit.consume(request, app=APP, action=action, key=key)
            if not one:
                audit.refused(credentials.get("username", ""), gettext_noop("too many tries"))
                raise self.validation_error("too_many_login_attempts")
            used.usage += one.usage
        self._login_failed_rl_usage = used  # given back by allauth when the password is right

    def set_password(self, user, password):
        """A new password ends the lock: its link went to the person's own mailbox."""
        super().set_password(user, password)
        name = user.get_username()
        for action, key in (
            ("login_failed", self._get_login_attempts_cache_key(context.request, username=name)),
            ("login_failed_anywhere", self.person_key(username=name)),
        ):
            ratelimit.clear(context.request, app=APP, action=action, key=key)

    def pre_login(self, request, user, **kwargs):
        """Only active people with a role come in, whatever way they proved who they are."""
        if user.is_active and user.is_staff:
            return None
        audit.refused(user.get_username(), gettext_noop("the account is closed"))
        clear_login(request)
        return self.respond_user_inactive(request, user)

    def is_reauthentication_required(self, *, app, **kwargs):
        """Who signed in a moment ago is not asked for the same password again."""
        records = get_authentication_records(context.request, context.request.user)
        if records and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def is_safe_url(self, url):
        """Sign-in leads only to addresses of this site."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_password_change_redirect_url(self, request):
        return reverse("mfa_index")

    def get_reset_password_from_key_url(self, key):
        """The site's address is a setting; what the request calls it proves nothing."""
        uid, _dash, token = key.partition("-")
        return mail.password_link(uid, token)

    def send_mail(self, template_prefix, email, context):
        """Whether the mail could go says nothing to strangers; the log says it to us."""
        user = context.get("user")
        language = user.language if user else get_language() or settings.LANGUAGE_CODE
        name = template_prefix.rpartition("/")[2]
        mail.try_to_send(name, email, {**context, "email": email}, language)


class SessionsAdapter(DefaultUserSessionsAdapter):
    def end_sessions(self, sessions):
        """Of the signed-in person, from the page that lists them."""
        super().end_sessions(sessions)
        user = context.request.user
        audit.record(AuditEntry.Kind.SESSION, user, user, gettext_noop("by the person"))
