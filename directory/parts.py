"""Parts of visitors' forms: what is asked of an organisation, and of an offer or request."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.text import alphabetical
from events.languages import choices as languages
from events.registration_forms import municipalities
from partnership.models import Organisation

from .entries import Entry, Sector
from .listings import LONGEST, Listing
from .message_forms import country_choices
from .own_words import NAMES, as_paragraphs, column_for

USUAL = timedelta(days=183)  # what the form proposes
NOT_ASKED = (Organisation.Kind.LAG, Organisation.Kind.UMBRELLA, Organisation.Kind.AUTHORITY)
KINDS = [each for each in Organisation.Kind.choices if each[0] not in NOT_ASKED]
EMPTY = [("", "–")]


def sectors():
    rows = Sector.objects.all()
    return sorted(((each.pk, each.name) for each in rows), key=lambda pair: alphabetical(pair[1]))


def boxes(label, choices, **kwargs):
    return forms.TypedMultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        **kwargs,
    )


def words(data, names, language):
    """{column: text} of plain texts in the language in which they are written; no other has any."""
    empty = {f"{name}_{code}": "" for name in names for code in settings.MODELTRANSLATION_LANGUAGES}
    return empty | {column_for(name, language): data[key] for name, key in names.items()}


class BodyPart(forms.Form):
    """An organisation as it describes itself."""

    title = forms.CharField(
        label=_("Name of the organisation"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=[*EMPTY, *KINDS])
    country = forms.ChoiceField(label=_("Country"), choices=country_choices)
    registration_number = forms.CharField(
        label=_("Registration number"),
        max_length=20,
        required=False,
        help_text=_("It keeps anybody from being listed twice. Private persons leave it empty."),
    )
    town = forms.CharField(
        label=_("Town or village"),
        max_length=200,
        required=False,
        help_text=_("No street and no house: homes are not shown."),
    )
    territory = forms.TypedChoiceField(
        label=_("Municipality, in Latvia"), required=False, coerce=int, empty_value=None
    )
    website = forms.URLField(label=_("Web site"), required=False, assume_scheme="https")
    summary = forms.CharField(
        label=_("What you do, in a few sentences"),
        max_length=600,
        widget=forms.Textarea({"rows": 4}),
    )
    products = forms.CharField(
        label=_("Products and services"),
        max_length=2000,
        required=False,
        help_text=_("One on each line."),
        widget=forms.Textarea({"rows": 4}),
    )
    sectors = boxes(_("Sectors"), sectors, coerce=int)
    languages = boxes(_("Languages you speak"), languages)
    text_language = forms.ChoiceField(label=_("Language in which you write here"), choices=NAMES)

    def set_choices(self):
        choices = [(each.pk, each.name) for each in municipalities()]
        self.fields["territory"].choices = [*EMPTY, *choices]

    def entry_values(self):
        """Values of the fields of an `Entry`; what is about the body waits in `proposed`."""
        data = self.cleaned_data
        names = {"title": "title", "summary": "summary", "products": "products"}
        told = ("kind", "country", "registration_number", "town", "website")
        return {
            **words(data, names, data["text_language"]),
            "text_language": data["text_language"],
            "territory_id": data["territory"],
            "languages": data["languages"],
            "sectors": data["sectors"],
            "proposed": {name: data[name] for name in told if data[name]},
        }


class ListingPart(forms.Form):
    """What is offered or looked for."""

    direction = forms.ChoiceField(
        label=_("Offer or request"),
        choices=[*EMPTY, ("offer", _("We offer")), ("request", _("We look for"))],
    )
    listing_title = forms.CharField(label=_("In one line"), max_length=150)
    listing_body = forms.CharField(
        label=_("More about it"), max_length=4000, widget=forms.Textarea({"rows": 6})
    )
    cooperation = forms.ChoiceField(
        label=_("Form of cooperation"), choices=[*EMPTY, *Listing.Form.choices]
    )
    valid_until = forms.DateField(
        label=_("Valid until"),
        help_text=_(
            "A year at most. Two weeks before that day we ask you whether it is still valid."
        ),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def set_choices(self):
        today = timezone.localdate()
        self.initial.setdefault("valid_until", today + USUAL)
        attributes = self.fields["valid_until"].widget.attrs
        attributes |= {"min": str(today), "max": str(today + LONGEST)}

    def clean_valid_until(self):
        day, today = self.cleaned_data["valid_until"], timezone.localdate()
        if not today <= day <= today + LONGEST:
            raise forms.ValidationError(_("Choose a day within a year from today."))
        return day

    def listing_values(self, text_language):
        """Values of the fields of a `Listing`."""
        data = self.cleaned_data
        told = {"title": data["listing_title"], "body": as_paragraphs(data["listing_body"])}
        return {
            **words(told, {"title": "title", "body": "body"}, text_language),
            "text_language": text_language,
            "direction": data["direction"],
            "form": data["cooperation"],
            "valid_until": data["valid_until"],
        }


def entries():
    """(key, name) of the organisations that are listed now."""
    rows = [(each.pk, each.title) for each in Entry.objects.published()]
    return sorted(rows, key=lambda pair: alphabetical(pair[1]))
