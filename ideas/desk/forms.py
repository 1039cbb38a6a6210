"""The forms of the pages about one forum or one idea."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.admin.forms import NativeDate
from engage.plain import paragraphs
from events.models import Event
from partnership.models import Organisation

from ..idea import DOERS, TEXT_LENGTH, TITLE_LENGTH, Idea
from ..idea_forms import places_of

AT_ONCE = 5  # ideas on the sheet


class SheetForm(forms.Form):
    """What all ideas of one sheet of paper share."""

    event = forms.ModelChoiceField(Event.objects.none(), label=_("Collected at"), required=False)
    territory = forms.TypedChoiceField(
        label=_("Where"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args, forum, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["event"].queryset = events_of(forum)
        places = [(each.pk, each.name) for each in places_of(forum)]
        self.fields["territory"].choices = [("", _("the whole area")), *places]


def events_of(forum):
    """The events of the forum's project, the latest first."""
    return Event.objects.exclude(project=None).filter(project=forum.project).order_by("-starts_at")


class PaperIdeaForm(forms.Form):
    """One idea of a sheet; an empty one is left out."""

    title = forms.CharField(label=_("Idea"), max_length=TITLE_LENGTH, required=False)
    text = forms.CharField(
        label=_("In detail"),
        max_length=TEXT_LENGTH,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    theme = forms.TypedChoiceField(
        label=_("Theme"), coerce=int, required=False, widget=forms.RadioSelect, empty_value=None
    )
    doers = forms.MultipleChoiceField(
        label=_("Who can realise it"),
        choices=[(name, Idea._meta.get_field(name).verbose_name) for name in DOERS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    paper_supports = forms.IntegerField(
        label=_("Supporters on paper"), min_value=0, max_value=100_000, required=False
    )

    def __init__(self, *args, forum, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [(each.pk, each.name) for each in forum.themes.all()]

    @property
    def is_empty(self):
        data = getattr(self, "cleaned_data", {})
        return not (data.get("title") or data.get("text"))

    def clean(self):
        data = super().clean()
        if self.is_empty:
            return data
        for name, told in (
            ("title", _("Write the idea in one sentence.")),
            ("theme", _("Choose a theme.")),
            ("doers", _("Say who can realise the idea.")),
        ):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, told)
        return data

    def idea(self, sheet):
        """The idea, not stored yet."""
        data = self.cleaned_data
        return Idea(
            title_lv=" ".join(data["title"].split()),
            body_lv=paragraphs(data["text"]),
            theme_id=data["theme"],
            paper_supports=data["paper_supports"] or 0,
            territory_id=sheet["territory"],
            event=sheet["event"],
            language=settings.LANGUAGE_CODE,
            **{name: name in data["doers"] for name in DOERS},
        )


class HandOverForm(forms.Form):
    organisation = forms.ModelChoiceField(
        Organisation.objects.filter(kind=Organisation.Kind.MUNICIPALITY), label=_("Handed to")
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("The document is mailed there. Without it, hand it over yourself."),
    )
    handed_on = forms.DateField(label=_("Handed over"), widget=NativeDate())
    reply_due = forms.DateField(label=_("Reply expected by"), required=False, widget=NativeDate())
    note = forms.CharField(
        label=_("Note, for staff only"), required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args, forum, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("handed_on", timezone.localdate())
        field = self.fields["organisation"]
        field.queryset = field.queryset.exclude(handovers__forum=forum)

    def clean(self):
        data = super().clean()
        given, due = data.get("handed_on"), data.get("reply_due")
        if given and due and due < given:
            self.add_error("reply_due", _("The reply cannot be due before the hand-over."))
        return data


class ReplyForm(forms.Form):
    replied_on = forms.DateField(label=_("Replied"), widget=NativeDate())


class SureForm(forms.Form):
    """Nothing but the button."""


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(Idea.objects.none(), label=_("Goes on in"))

    def __init__(self, *args, idea, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Idea.objects.counted().filter(theme__forum=idea.theme.forum_id).exclude(pk=idea.pk)
        self.fields["into"].queryset = rows.order_by("theme", "title_lv")
