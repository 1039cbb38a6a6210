"""The yearly questions to an organisation, for whoever has its personal link."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.text import alphabetical
from partnership.models import Organisation

from .profile_choices import Area, Band, Support, Target, With
from .profiles import Cooperation

PARTNERS = range(5)  # organisations that one form names


def one_of(choices, label):
    return forms.ChoiceField(
        label=label,
        choices=[("", "–"), *choices],
        required=False,
        widget=forms.Select({"class": "input"}),
    )


def several_of(choices, label):
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class ProfileForm(forms.Form):
    """Fields in the order in which people know the answers; all of them may stay empty."""

    areas = several_of(Area.choices, _("What you work in"))
    target_groups = several_of(Target.choices, _("For whom you work"))
    members_band = one_of(Band.choices, _("Members"))
    volunteers_band = one_of(Band.choices, _("Volunteers within the year"))
    paid_staff_band = one_of(Band.choices, _("Paid staff"))
    municipality_cooperation = one_of(With.choices, _("Cooperation with the municipality"))
    support_received = several_of(Support.choices, _("What you have from the municipality"))
    needs = forms.CharField(
        label=_("What would help you"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 4, "class": "input"}),
    )
    is_public = forms.BooleanField(
        label=_("Our answers may be shown with the name of the organisation"),
        required=False,
        help_text=_(
            "Without it nothing of your answers is shown. Numbers of people are shown only as"
            " counts of organisations, and never fewer than five."
        ),
    )

    def __init__(self, data=None, *, profile):
        super().__init__(data, initial={name: getattr(profile, name) for name in self.base_fields})
        self.profile = profile
        others = [("", "–"), *((each.pk, each.name) for each in self.others())]
        self.shown = self.known_partners()
        known = [
            (
                each.second_id if each.first_id == profile.organisation_id else each.first_id,
                each.kind,
            )
            for each in self.shown
        ]
        for number in PARTNERS:
            other, kind = known[number] if number < len(known) else ("", "")
            with_whom = _("Organisation %(number)s")
            self.fields[f"partner_{number}"] = forms.TypedChoiceField(
                label=with_whom % {"number": number + 1},
                choices=others,
                coerce=int,
                empty_value=None,
                required=False,
                initial=other,
                widget=forms.Select({"class": "input"}),
            )
            self.fields[f"kind_{number}"] = one_of(Cooperation.Kind.choices, _("In what"))
            self.fields[f"kind_{number}"].initial = kind

    @property
    def questions(self):
        """The fields about the organisation itself; the consent comes last on the page."""
        return [self[name] for name in self.base_fields if name != "is_public"]

    @property
    def pairs(self):
        """(organisation, what was done together) of each line."""
        return [(self[f"partner_{number}"], self[f"kind_{number}"]) for number in PARTNERS]

    def others(self):
        """The organisations that are asked in the same year."""
        rows = Organisation.objects.filter(profiles__year=self.profile.year)
        rows = rows.exclude(pk=self.profile.organisation_id).distinct()
        return sorted(rows, key=lambda each: alphabetical(each.name))

    def known_partners(self):
        """What is noted for the year, as much as the form has lines for."""
        own = self.profile.organisation_id
        rows = Cooperation.objects.filter(Q(first=own) | Q(second=own), year=self.profile.year)
        return list(rows[: len(PARTNERS)])

    def clean(self):
        data = super().clean()
        for number in PARTNERS:
            other, kind = data.get(f"partner_{number}"), data.get(f"kind_{number}")
            if other and not kind:
                self.add_error(f"kind_{number}", _("Choose what you did together."))
            if kind and not other:
                self.add_error(f"partner_{number}", _("Choose the organisation."))
        return data

    def values(self):
        return {name: self.cleaned_data[name] for name in self.base_fields}

    def partners(self):
        """{(key of the other organisation, kind)}"""
        data = self.cleaned_data
        pairs = ((data[f"partner_{number}"], data[f"kind_{number}"]) for number in PARTNERS)
        return {(other, kind) for other, kind in pairs if other}
