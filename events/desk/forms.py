"""The forms of the pages about one event."""

import uuid

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.admin.forms import Moment, NativeMoment
from core.languages import label_in_lazy

from .. import registration_desk
from ..registration import Registration
from ..registration_forms import municipalities

State = Registration.State
LANGUAGES = settings.MODELTRANSLATION_LANGUAGES


class PersonForm(forms.Form):
    """Somebody who called: a name is enough."""

    name = forms.CharField(label=_("Name and surname"), max_length=150)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("With it the person is told about the place and about changes."),
    )
    organisation = forms.CharField(label=_("Organisation"), max_length=200, required=False)
    territory_id = forms.TypedChoiceField(
        label=_("Comes from"), required=False, coerce=int, empty_value=None
    )
    needs = forms.CharField(label=_("Needs"), max_length=500, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, required=False)

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(each.pk, each.name) for each in municipalities()]
        self.fields["territory_id"].choices = [("", "–"), *choices]
        if not event.ask_needs:
            del self.fields["needs"]

    def clean_language(self):
        return self.cleaned_data["language"] or settings.LANGUAGE_CODE


class MessageForm(forms.Form):
    """A letter to all who have a place or wait; `key` lets a form sent twice write once."""

    EVERYBODY = "everybody"
    STATES = {
        State.CONFIRMED: [State.CONFIRMED],
        State.WAITING: [State.WAITING],
        EVERYBODY: [State.CONFIRMED, State.WAITING],
    }

    to = forms.ChoiceField(
        label=_("To"),
        widget=forms.RadioSelect,
        choices=[
            (State.CONFIRMED.value, _("those who have a place")),
            (State.WAITING.value, _("those on the waiting list")),
            (EVERYBODY, _("both")),
        ],
        initial=State.CONFIRMED.value,
    )
    subject = forms.CharField(label=_("Subject"), max_length=150)
    text = forms.CharField(
        label=_("Text"),
        max_length=5000,
        widget=forms.Textarea({"rows": 10}),
        help_text=_("Plain text. Everybody gets a mail of their own; answers come to you."),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def send(self, event, reply_to):
        """Write the mails; gives how many."""
        data = self.cleaned_data
        return registration_desk.message(
            event=event,
            states=self.STATES[data["to"]],
            subject=data["subject"],
            text=data["text"],
            reply_to=reply_to,
            key=str(data["key"]),
        )


class CancelForm(forms.Form):
    """Why the event does not take place; participants and visitors read it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for language in LANGUAGES:
            self.fields[f"reason_{language}"] = forms.CharField(
                label=label_in_lazy(language, _("Why it is cancelled")),
                max_length=300,
                required=language == settings.LANGUAGE_CODE,
                widget=forms.Textarea({"rows": 2, "lang": language}),
            )

    def reasons(self):
        return {language: self.cleaned_data[f"reason_{language}"] for language in LANGUAGES}


class CloseForm(forms.Form):
    attended_total = forms.IntegerField(
        label=_("How many people came"),
        min_value=0,
        max_value=1_000_000,
        required=False,
        help_text=_("Empty: as many as are ticked in the list of registrations."),
    )


class DuplicateForm(forms.Form):
    starts_at = Moment(label=_("When the new event starts"), widget=NativeMoment)
