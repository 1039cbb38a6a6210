"""Forms of the sign-in pages, where ours differ from django-allauth's."""

import re
from contextlib import contextmanager

from allauth.account.forms import LoginForm
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Name or e-mail"),
            max_length=254,
            widget=forms.TextInput(attrs={"autocomplete": "username webauthn", "autofocus": True}),
        )
        self.order_fields(["login", "password"])

    def user_credentials(self):
        """One name, looked up once: as long for a known e-mail as for an unknown one."""
        return {
            "username": self.cleaned_data["login"],
            "password": self.cleaned_data["password"],
        }


class KeyForm:
    """The libraries that read what a key answers fail in many ways at what no key would say."""

    def clean(self):
        with refusing_nonsense():
            return super().clean()


class KeyAnswerForm(KeyForm):
    def clean_credential(self):
        with refusing_nonsense():
            return super().clean_credential()


@contextmanager
def refusing_nonsense():
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError):
        raise get_adapter().validation_error("incorrect_code") from None


class AddKeyForm(KeyForm, AddWebAuthnForm):
    pass


class SecondKeyForm(KeyAnswerForm, AuthenticateWebAuthnForm):
    pass


class SignInKeyForm(KeyAnswerForm, LoginWebAuthnForm):
    pass


class ConfirmKeyForm(KeyAnswerForm, ReauthenticateWebAuthnForm):
    pass


class CodeOnce:
    """A code of an app is good for one sign-in, for as long as clocks that differ accept it."""

    def clean_code(self):
        code = super().clean_code()
        digits = re.sub(r"\D", "", code)
        seconds = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        if not cache.add(f"second-factor-code-{self.user.pk}-{digits}", True, seconds):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SignInCodeForm(CodeOnce, AuthenticateForm):
    pass


class ConfirmCodeForm(CodeOnce, ReauthenticateForm):
    pass
