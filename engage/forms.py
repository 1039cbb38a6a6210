"""`VisitorForm`: what all forms of visitors have, and traps for machines without third parties."""

import hashlib
import secrets
import time

from django import forms
from django.conf import settings
from django.core import signing
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from . import throttle

SALT = "engage.forms"
OLDEST = 12 * 60 * 60  # seconds


def stamp(age=0):
    """When a form was shown, signed, and a mark of its own: two people may open it in the same
    second. `age` in seconds makes it older."""
    return signing.dumps([int(time.time()) - age, secrets.token_hex(8)], salt=SALT)


class VisitorForm(forms.Form):
    """Name and e-mail address of a visitor; forms of upper apps add their fields.

    A valid form may be trapped (`is_trapped`): then the view answers as always and stores nothing.
    A form that was open for too long, or came too often from one network, is shown again as it was
    filled.
    """

    name = forms.CharField(
        label=_("Name and surname"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    # The trap: people do not see it, and browsers do not know the name.
    remark = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    is_trapped = False

    def __init__(self, data=None, *args, request, **kwargs):
        super().__init__(data, *args, **kwargs)
        self.request = request
        self.initial.setdefault("shown", stamp())
        for field in self.fields.values():
            if not isinstance(field.widget, forms.CheckboxSelectMultiple):
                field.widget.attrs["class"] = "input"

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean_email(self):
        return self.cleaned_data["email"].strip().lower()

    def clean(self):
        data = super().clean()
        age = self.age()
        if age is None or not 0 <= age <= OLDEST:  # below 0: the clock was set back, or is another
            self.show_again(
                _("The form was open for long. Look it over and send it once more, please.")
            )
        elif data.get("remark") or age < settings.QUICKEST_FORM_SECONDS:
            self.is_trapped = True
        elif not self.errors and self.is_too_often():
            self.show_again(
                _(
                    "Many forms came from your network within an hour. Nothing of yours is lost:"
                    " wait a while and send it once more, or call us."
                )
            )
        return data

    def age(self):
        """Seconds since the form was shown; None when that cannot be told."""
        try:
            shown_at, _mark = signing.loads(self.data.get("shown", ""), salt=SALT)
        except (signing.BadSignature, TypeError):
            return None
        return time.time() - shown_at

    def show_again(self, why):
        """Keep all that was typed; the form may then be sent again at once."""
        self.add_error(None, why)
        self.data = self.data.copy()
        self.data["shown"] = stamp(age=settings.QUICKEST_FORM_SECONDS)

    def is_too_often(self):
        """Count this sending; a mailbox that gets too many mails is a trap of its own."""
        form = type(self).__name__
        if throttle.is_too_often(form, throttle.sender(self.request), throttle.FROM_ADDRESS):
            return True
        mailbox = self.cleaned_data.get("email", "")
        self.is_trapped = throttle.is_too_often("mailbox", mailbox, throttle.TO_MAILBOX)
        return False

    def occasion(self):
        """A name for this showing of the form to one mailbox: sent twice, it is one occasion; sent
        again with the address corrected, it is another."""
        sent = f"{self.data.get('shown', '')} {self.cleaned_data['email']}"
        return hashlib.sha256(sent.encode()).hexdigest()[:16]

    def language(self):
        """The language of the page, in which the visitor is written to."""
        code = get_language()
        return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
