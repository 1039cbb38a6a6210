"""The forms of visitors: an idea, its correction, support."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.text import alphabetical
from engage.forms import VisitorForm
from engage.plain import paragraphs, plain
from partnership.models import Territory

from .idea import DOERS, TEXT_LENGTH, TITLE_LENGTH, Idea


class IdeaFields(forms.Form):
    """What an idea is made of. `forum` gives the themes and places to choose from."""

    title = forms.CharField(
        label=_("The idea in one sentence"),
        max_length=TITLE_LENGTH,
        help_text=_("Such as: a bench and a light at the bus stop."),
    )
    text = forms.CharField(
        label=_("What is to be done, and why"),
        max_length=TEXT_LENGTH,
        required=False,
        widget=forms.Textarea({"rows": 7}),
    )
    theme = forms.TypedChoiceField(label=_("Theme"), coerce=int)
    doers = forms.MultipleChoiceField(
        label=_("Who can realise it"),
        choices=[(name, Idea._meta.get_field(name).verbose_name) for name in DOERS],
        widget=forms.CheckboxSelectMultiple,
    )
    territory = forms.TypedChoiceField(
        label=_("Where"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args, forum, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [("", "–")] + [
            (theme.pk, theme.name) for theme in forum.themes.all()
        ]
        places = [(each.pk, each.name) for each in places_of(forum)]
        self.fields["territory"].choices = [("", _("the whole area")), *places]

    def clean_title(self):
        return " ".join(self.cleaned_data["title"].split())

    def values(self, language=None):
        """{field of an `Idea`: value}, the texts in the columns of `language`."""
        data, language = self.cleaned_data, language or self.written_in()
        return {
            f"title_{language}": data["title"],
            f"body_{language}": paragraphs(data["text"]),
            "theme_id": data["theme"],
            "territory_id": data["territory"],
            **{name: name in data["doers"] for name in DOERS},
        }

    def written_in(self):
        code = get_language()
        return code if code in settings.MODELTRANSLATION_LANGUAGES else settings.LANGUAGE_CODE


def places_of(forum):
    """The forum's municipalities in alphabetical order; without any, all of today."""
    rows = list(forum.territories.all())
    if not rows:
        kinds = [Territory.Kind.MUNICIPALITY, Territory.Kind.STATE_CITY]
        rows = Territory.objects.current().filter(kind__in=kinds)
    return sorted(rows, key=lambda each: alphabetical(each.name))


class NewIdeaForm(VisitorForm, IdeaFields):
    """A new idea. A preview is no sending: it is not counted, nor can it be a trap."""

    field_order = ["title", "text", "theme", "doers", "territory", "name", "email"]

    @property
    def is_preview(self):
        return "preview" in self.data

    def preview(self):
        """The idea as its page would show it; stored nowhere."""
        return Idea(**self.values(), name="", email=None)

    def is_too_often(self):
        return not self.is_preview and super().is_too_often()


class CorrectionForm(IdeaFields):
    """The sender's own idea once more, as it was written."""

    def __init__(self, *args, idea, **kwargs):
        self.idea = idea
        code = "lv" if idea.title_lv else "en"
        written = {
            "title": getattr(idea, f"title_{code}"),
            "text": plain(getattr(idea, f"body_{code}")),
            "theme": idea.theme_id,
            "territory": idea.territory_id,
            "doers": [name for name in DOERS if getattr(idea, name)],
        }
        super().__init__(*args, forum=idea.forum, initial=written, **kwargs)
        for field in self.fields.values():
            if not isinstance(field.widget, forms.CheckboxSelectMultiple):
                field.widget.attrs["class"] = "input"

    def written_in(self):
        """The column in which the idea stands."""
        return "lv" if self.idea.title_lv else "en"


class SupportForm(VisitorForm):
    """The mailbox is enough."""

    name = None
