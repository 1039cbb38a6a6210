"""The form with which staff put somebody into a jury."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class JurorForm(forms.Form):
    name = forms.CharField(label=_("Name and surname"), max_length=150)
    email = forms.EmailField(
        label=_("E-mail"), max_length=254, help_text=_("The link of the score sheet goes there.")
    )
    organisation = forms.CharField(label=_("Organisation"), max_length=200, required=False)
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE
    )

    def clean_email(self):
        return self.cleaned_data["email"].strip().lower()
