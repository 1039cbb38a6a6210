"""The forms with which visitors register: for one event, or for the dates of a series."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text import alphabetical
from engage.forms import VisitorForm
from partnership.models import Territory

from . import times


def municipalities():
    """The municipalities and cities of today, in alphabetical order."""
    kinds = [Territory.Kind.MUNICIPALITY, Territory.Kind.STATE_CITY]
    rows = Territory.objects.current().filter(kind__in=kinds)
    return sorted(rows, key=lambda each: alphabetical(each.name))


class RegistrationForm(VisitorForm):
    """What is asked of one person. The organiser's question and needs only where the event asks."""

    field_order = ["name", "email", "organisation", "territory", "answer", "needs"]

    organisation = forms.CharField(
        label=_("Organisation"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    territory = forms.TypedChoiceField(
        label=_("Where you come from"), required=False, coerce=int, empty_value=None
    )
    answer = forms.CharField(max_length=500, required=False, widget=forms.Textarea({"rows": 3}))
    needs = forms.CharField(
        label=_("What you need"),
        max_length=500,
        required=False,
        help_text=_("Such as food, access or help. It is deleted a week after the event."),
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args, events, **kwargs):
        super().__init__(*args, **kwargs)
        self.events = events
        choices = [(each.pk, each.name) for each in municipalities()]
        self.fields["territory"].choices = [("", "–"), *choices]
        questions = {each.question for each in events if each.question}
        if len(questions) == 1:
            self.fields["answer"].label = questions.pop()
        else:
            del self.fields["answer"]
        if not any(each.ask_needs for each in events):
            del self.fields["needs"]

    def details(self):
        """What `registration_actions.register` stores."""
        data = self.cleaned_data
        return {
            "name": data["name"],
            "organisation": data["organisation"],
            "territory_id": data["territory"],
            "answer": data.get("answer", ""),
            "needs": data.get("needs", ""),
            "language": self.language(),
        }

    def chosen(self):
        return self.events


class SeriesForm(RegistrationForm):
    """The same person for several dates of a series, all of them ticked at first."""

    field_order = ["dates", *RegistrationForm.field_order]

    dates = forms.TypedMultipleChoiceField(
        label=_("Dates"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, events, **kwargs):
        super().__init__(*args, events=events, **kwargs)
        self.fields["dates"].choices = [(each.pk, date_label(each)) for each in events]
        self.initial["dates"] = [each.pk for each in events]

    def chosen(self):
        return [each for each in self.events if each.pk in self.cleaned_data["dates"]]


def date_label(event):
    when = times.written(event.starts_at, event.ends_at, event.precision)
    return f"{event.title} – {when}"
