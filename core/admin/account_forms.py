"""Forms of accounts: who the person is, which roles, for which partnerships."""

from django import forms
from django.contrib.auth.forms import AdminPasswordChangeForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db.models import Case, Value, When
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core import roles
from core.models import User
from core.text import fold

ROLES = {
    roles.AUTHOR: (_("Author"), _("writes drafts for the own partnerships")),
    roles.MODERATOR: (
        _("Moderator"),
        _("decides on what visitors send in to the own partnerships"),
    ),
    roles.EDITOR: (_("Editor"), _("writes and publishes for the own partnerships")),
    roles.NETWORK_EDITOR: (_("Network editor"), _("edits everything of all partnerships")),
    roles.SITE_ADMINISTRATOR: (
        _("Site administrator"),
        _("keeps accounts and settings; sees all content"),
    ),
}
OF_PARTNERSHIPS = {roles.AUTHOR, roles.MODERATOR, roles.EDITOR}


class RoleField(forms.ModelMultipleChoiceField):
    """The roles as checkboxes in the order of their power; other groups cannot be given."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        order = Case(*(When(name=name, then=Value(place)) for place, name in enumerate(ROLES)))
        super().__init__(Group.objects.filter(name__in=ROLES).order_by(order), **kwargs)

    def label_from_instance(self, group):
        return "{}: {}".format(*ROLES[group.name])


class RoleRules:
    """What holds for new and old accounts alike."""

    def clean_email(self):
        email = self.cleaned_data["email"]
        others = User.objects.exclude(pk=self.instance.pk)
        if email and others.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("Another account has this e-mail address."))
        return email

    def clean(self):
        cleaned = super().clean()
        names = {group.name for group in cleaned.get("groups") or ()}
        if names & OF_PARTNERSHIPS and not cleaned.get("partnerships"):
            self.add_error("partnerships", _("Choose the partnership that this person works for."))
        return cleaned


class AccountForm(RoleRules, UserChangeForm):
    pass


class InvitationForm(RoleRules, forms.ModelForm):
    """A new person, without a password: the link in the invitation sets it."""

    class Meta:
        model = User
        fields = ["first_name", "last_name", "email", "language", "groups", "partnerships"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name", "email"):
            self.fields[name].required = True

    def save(self, commit=True):
        user = super().save(commit=False)
        user.username = free_name(user.first_name, user.last_name)
        user.set_unusable_password()
        if commit:
            user.save()
            self.save_m2m()
        return user


class NewPasswordForm(AdminPasswordChangeForm):
    """A new password, given twice; accounts without a password are not offered."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)


def free_name(first, last):
    """A name to sign in with: anna.berzina, anna.berzina2 …"""
    wanted = ".".join(filter(None, map(slugify, map(fold, (first, last))))) or "user"
    taken = set(
        User.objects.filter(username__startswith=wanted[:140]).values_list("username", flat=True)
    )
    names = (f"{wanted[:140]}{number or ''}" for number in [0, *range(2, len(taken) + 3)])
    return next(name for name in names if name not in taken)
