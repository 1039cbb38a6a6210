"""The forms of teams: a solution, sent in and corrected."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.numbers import euro
from engage.forms import VisitorForm
from engage.plain import paragraphs, plain

from .ideathon_solution import LARGEST_TEAM

TITLE, SUMMARY, TEXT = 160, 400, 4000  # letters that a team may write


class SolutionFields(forms.Form):
    """What a solution consists of. `ideathon` gives the challenges and the money there is."""

    challenge = forms.ModelChoiceField(
        label=_("Challenge"), queryset=None, widget=forms.RadioSelect, empty_label=None
    )
    title = forms.CharField(label=_("Name of the solution"), max_length=TITLE)
    summary = forms.CharField(
        label=_("In short"),
        max_length=SUMMARY,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Two or three sentences."),
    )
    text = forms.CharField(
        label=_("How it works"),
        max_length=TEXT,
        widget=forms.Textarea({"rows": 10}),
        help_text=_("Who does what, when, for whom; an empty line begins a new paragraph."),
    )
    asked = forms.DecimalField(
        label=_("Money that it needs, EUR"), min_value=0, max_digits=10, decimal_places=2
    )
    team = forms.CharField(label=_("Name of the team"), max_length=120)
    size = forms.IntegerField(
        label=_("People in the team"), min_value=1, max_value=LARGEST_TEAM, initial=1
    )

    def __init__(self, *args, ideathon, **kwargs):
        super().__init__(*args, **kwargs)
        self.ideathon = ideathon
        self.fields["challenge"].queryset = ideathon.challenges.all()
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"
        self.fields["challenge"].widget.attrs.pop("class")  # radio buttons

    def clean_asked(self):
        asked = self.cleaned_data["asked"]
        if asked > self.ideathon.budget:
            told = _("The ideathon has %(budget)s for all solutions together.")
            raise forms.ValidationError(told % {"budget": euro(self.ideathon.budget)})
        return asked

    def values(self, language):
        """The fields of `Solution`, with the texts in one language."""
        data = self.cleaned_data
        return {
            "challenge": data["challenge"],
            f"title_{language}": data["title"],
            f"summary_{language}": data["summary"],
            f"body_{language}": paragraphs(data["text"]),
            **{name: data[name] for name in ("asked", "team", "size")},
        }


class SolutionForm(SolutionFields, VisitorForm):
    """Sent in by a visitor, with whom to ask."""

    field_order = [
        *("challenge", "title", "summary", "text", "asked", "team", "size", "name", "email"),
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = pgettext_lazy("of a team", "Contact person")


class CorrectionForm(SolutionFields):
    """The same solution again, by its link; the language stays that of the team."""

    def __init__(self, *args, solution, **kwargs):
        language = solution.language
        written = {name: getattr(solution, name) for name in ("challenge", "asked", "team", "size")}
        for name in ("title", "summary"):
            written[name] = getattr(solution, f"{name}_{language}")
        written["text"] = plain(getattr(solution, f"body_{language}") or "")
        kwargs |= {"ideathon": solution.ideathon, "initial": written}
        super().__init__(*args, **kwargs)
