"""What visitors and leaders write when something has changed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from engage.forms import VisitorForm

LONGEST = 3000  # characters


def text_field(rows=6):
    return forms.CharField(
        label=_("What has changed"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": rows, "class": "input"}),
    )


class SuggestionForm(VisitorForm):
    """A visitor says what is not right any more."""

    field_order = ["text", "name", "email"]
    text = text_field()


class ChangeForm(forms.Form):
    """A leader, known by the link, says the same."""

    text = text_field()
