"""The form with which visitors write to somebody whose address stays private."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core import countries
from engage.forms import VisitorForm

NEIGHBOURS = ("LV", "MD", "EE", "LT")  # stand first


def country_choices():
    """All countries, those of most visitors first."""
    every = dict(countries.choices())
    first = [(code, every.pop(code)) for code in NEIGHBOURS]
    return [("", "–"), *first, *every.items()]


class MessageForm(VisitorForm):
    """Who writes, from where, and what."""

    field_order = ["name", "email", "organisation", "country", "body"]

    organisation = forms.CharField(
        label=_("Your organisation"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    country = forms.ChoiceField(
        label=_("Your country"),
        choices=country_choices,
        widget=forms.Select(attrs={"autocomplete": "country"}),
    )
    body = forms.CharField(label=_("Message"), max_length=4000, widget=forms.Textarea({"rows": 8}))

    def details(self):
        """What `message_actions.write` stores."""
        data = self.cleaned_data
        names = ("name", "organisation", "country", "body")
        return {name: data[name] for name in names} | {"language": self.language()}
