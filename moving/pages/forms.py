"""The form in which somebody on the staff says what a saved page tells of a project."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import rights
from core.admin.forms import NativeDate
from core.dates import Precision
from core.languages import label_in_lazy
from partnership.models import Organisation, Territory
from projects.models import Programme, Project

FACTS = (
    *("number", "kind", "status", "programme", "start_on", "start_precision"),
    *("end_on", "end_precision", "total_cost", "cofinancing_rate"),
)
# What stands beside fields of the form: the kinds of `Found` that a field is filled from.
SOURCES = {
    "title_lv": ("title",),
    "title_en": ("title",),
    "programme": ("programme", "fund"),
    "number": ("number",),
    "kind": ("kind",),
    "status": ("status",),
    "start_on": ("start", "relative"),
    "end_on": ("end", "relative"),
    "total_cost": ("total", "amount"),
    "cofinancing_rate": ("rate",),
    "lead": ("lead",),
    "partners": ("partner", "lead", "unknown_body"),
    "territories": ("territory",),
    "figures": ("figure",),
}


def values(page, *kinds):
    """The values of these kinds of `Found` in the order of the text, each once."""
    found = {}
    for kind, value, _start, _end in page.found:
        if kind in kinds:
            found.setdefault(str(value), value)
    return list(found.values())


def first(page, kind, default=None):
    return next(iter(values(page, kind)), default)


def quotes(page, kinds):
    """The words in which the page says it, each once."""
    found = [page.text[start:end] for kind, _value, start, end in page.found if kind in kinds]
    return list(dict.fromkeys(found))


def choices_of(model, keys):
    """Those rows that are still there, in the order in which the text names them."""
    rows = model.objects.in_bulk(keys)
    return [(str(key), str(rows[key])) for key in keys if key in rows]


def known_day(page, kind):
    day, precision = first(page, kind, (None, Precision.DAY))
    return {f"{kind}_on": day, f"{kind}_precision": precision}


class ConfirmForm(forms.Form):
    """Filled with what was recognised; nothing is stored before it is sent."""

    title_lv = forms.CharField(label=label_in_lazy("lv", _("title")), max_length=250)
    title_en = forms.CharField(
        label=label_in_lazy("en", _("title")), max_length=250, required=False
    )
    programme = forms.ModelChoiceField(Programme.objects.none(), label=_("Programme"))
    number = forms.CharField(label=_("Project number"), max_length=60, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=Project.Kind)
    status = forms.ChoiceField(label=_("Status"), choices=Project.Status)
    start_on = forms.DateField(label=_("Starts"), widget=NativeDate, required=False)
    start_precision = forms.ChoiceField(label=_("Start known"), choices=Precision)
    end_on = forms.DateField(label=_("Ends"), widget=NativeDate, required=False)
    end_precision = forms.ChoiceField(label=_("End known"), choices=Precision)
    total_cost = forms.DecimalField(
        label=_("Total cost, EUR"), max_digits=12, decimal_places=2, min_value=0, required=False
    )
    cofinancing_rate = forms.DecimalField(
        label=_("Support rate, %"),
        max_digits=5,
        decimal_places=2,
        min_value=0,
        max_value=100,
        required=False,
    )
    lead = forms.TypedChoiceField(
        label=_("Lead partner"), coerce=int, empty_value=None, required=False
    )
    partners = forms.TypedMultipleChoiceField(
        label=_("Partners"), coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )
    territories = forms.TypedMultipleChoiceField(
        label=_("Territories"), coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )
    figures = forms.TypedMultipleChoiceField(
        label=_("Results in figures"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data=None, *, page, user):
        self.page = page
        bodies = choices_of(Organisation, values(page, "lead", "partner"))
        places = choices_of(Territory, values(page, "territory"))
        self.counted = values(page, "figure")
        super().__init__(data, initial=initial(page, bodies, places))
        reachable = Programme.objects.all().published_or(rights.own(user, Programme.objects.all()))
        self.fields["programme"].queryset = reachable.order_by("-period_start", "title_lv")
        self.fields["lead"].choices = [("", "–"), *bodies]
        self.fields["partners"].choices = bodies
        self.fields["territories"].choices = places
        self.fields["figures"].choices = [
            (place, figure_in_words(each)) for place, each in enumerate(self.counted)
        ]
        for name in ("lead", "partners", "territories", "figures"):
            if not self.fields[name].choices or (name == "lead" and not bodies):
                del self.fields[name]

    def rows(self):
        """(field, words of the page) in the order of the form."""
        return [(field, quotes(self.page, SOURCES.get(field.name, ()))) for field in self]

    def clean(self):
        """The rules of a project hold here, so that the draft can be stored."""
        cleaned = super().clean()
        if not self.errors:
            project = Project(**{name: cleaned[name] for name in FACTS})
            try:
                project.validate_constraints()
            except ValidationError as error:
                self.add_error(None, error.messages)
        return cleaned

    def chosen_figures(self):
        return [self.counted[place] for place in self.cleaned_data.get("figures", ())]


def initial(page, bodies, places):
    """What the form shows at first; of several values the one that stands first in the text."""
    lead = first(page, "lead")
    return {
        f"title_{page.language}": first(page, "title", page.title),
        "programme": first(page, "programme"),
        "number": first(page, "number", ""),
        "kind": first(page, "kind", Project.Kind.INTERTERRITORIAL),
        "status": first(page, "status", Project.Status.PREPARATION),
        **known_day(page, "start"),
        **known_day(page, "end"),
        "total_cost": first(page, "total"),
        "cofinancing_rate": first(page, "rate"),
        "lead": lead,
        "partners": [key for key in those_who_take_part(bodies) if key != str(lead)],
        "territories": [key for key, _name in places],
    }


def those_who_take_part(bodies):
    """Keys without those of ministries and agencies, which pages name because they pay."""
    keys = [key for key, _name in bodies]
    payers = Organisation.objects.filter(pk__in=keys, kind=Organisation.Kind.AUTHORITY)
    paying = set(map(str, payers.values_list("pk", flat=True)))
    return [key for key in keys if key not in paying]


def figure_in_words(figure):
    sign = ">" if figure["sign"] == "more" else ""
    return f"{sign}{figure['value']} {figure['label']}"
