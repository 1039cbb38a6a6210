"""Pages of django-allauth that we use, each with its title, in the look of the administration.

No page lets anybody make an account or change an e-mail address: site administrators do.
"""

from functools import wraps

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions import views as sessions
from django.contrib import admin
from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView

from . import language
from .second_factor import is_missing
from .sessions import end_one

PAGES = [
    ("login/", account.login, "account_login", _("Sign in")),
    ("signup/", RedirectView.as_view(pattern_name="account_login"), "account_signup", ""),
    ("logout/", account.logout, "account_logout", _("Sign out")),
    ("inactive/", account.account_inactive, "account_inactive", _("This account is closed")),
    ("confirm/", account.reauthenticate, "account_reauthenticate", _("Confirm that it is you")),
    ("password/", account.password_change, "account_change_password", _("Change password")),
    ("password/first/", account.password_set, "account_set_password", _("Set a password")),
    ("reset/", account.password_reset, "account_reset_password", _("Forgotten password")),
    (
        "reset/sent/",
        account.password_reset_done,
        "account_reset_password_done",
        _("Look in your mail"),
    ),
    (
        "reset/done/",
        account.password_reset_from_key_done,
        "account_reset_password_from_key_done",
        _("The password is set"),
    ),
    ("", mfa.index, "mfa_index", _("Account and security")),
    ("code/", mfa.authenticate, "mfa_authenticate", _("Second factor")),
    ("confirm/code/", mfa.reauthenticate, "mfa_reauthenticate", _("Confirm that it is you")),
    ("app/", totp.activate_totp, "mfa_activate_totp", _("Set up an authenticator app")),
    ("app/remove/", totp.deactivate_totp, "mfa_deactivate_totp", _("Remove the authenticator app")),
    ("codes/", recovery_codes.view_recovery_codes, "mfa_view_recovery_codes", _("Recovery codes")),
    (
        "codes/new/",
        recovery_codes.generate_recovery_codes,
        "mfa_generate_recovery_codes",
        _("New recovery codes"),
    ),
    (
        "codes/file/",
        recovery_codes.download_recovery_codes,
        "mfa_download_recovery_codes",
        _("Recovery codes"),
    ),
    ("keys/", RedirectView.as_view(pattern_name="mfa_index"), "mfa_list_webauthn", ""),
    ("keys/add/", webauthn.add_webauthn, "mfa_add_webauthn", _("Add a passkey")),
    ("keys/login/", webauthn.login_webauthn, "mfa_login_webauthn", _("Sign in")),
    (
        "keys/confirm/",
        webauthn.reauthenticate_webauthn,
        "mfa_reauthenticate_webauthn",
        _("Confirm that it is you"),
    ),
    ("keys/<int:pk>/", webauthn.edit_webauthn, "mfa_edit_webauthn", _("Name of the key")),
    ("keys/<int:pk>/remove/", webauthn.remove_webauthn, "mfa_remove_webauthn", _("Remove the key")),
    ("sessions/<int:pk>/end/", end_one, "end_session", ""),
    ("language/", language.choose, "account_language", ""),
    ("sessions/", sessions.list_usersessions, "usersessions_list", _("Where you are signed in")),
]
KEY = r"^reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"


def in_administration(view, title):
    """The view with its title and what the frame of the administration needs."""

    @wraps(view)
    def page(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if getattr(response, "context_data", None) is not None:
            form = response.context_data.get("form")
            for field in form.fields.values() if form else ():
                field.widget.attrs.pop("placeholder", None)  # labels say it
            response.context_data.pop("site", None)  # django-allauth's says the host's name
            missing = request.user.is_authenticated and is_missing(request.user)
            response.context_data = {
                **admin.site.each_context(request),
                "title": title,
                "second_factor_is_missing": missing,
                **response.context_data,
            }
        return response

    return page


urlpatterns = [
    path(address, in_administration(view, title), name=name) for address, view, name, title in PAGES
]
urlpatterns.append(
    re_path(
        KEY,
        in_administration(account.password_reset_from_key, _("Set a password")),
        name="account_reset_password_from_key",
    )
)
