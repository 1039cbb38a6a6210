"""Accounts of staff: kept by site administrators, who can never make or touch a superuser."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserCreationForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from core import roles
from core.models import User

ROLES = {
    roles.EDITOR: (_("Editor"), _("edits everything that the site shows")),
    roles.SITE_ADMINISTRATOR: (_("Site administrator"), _("edits everything and keeps accounts")),
}
PERSON = (
    _("Person"),
    {"fields": [("first_name", "last_name"), "email", "language", "groups"]},
)

# Rights come from the two groups of core.roles, which are not edited by hand.
admin.site.unregister(Group)


class RoleField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, group):
        return "{}: {}".format(*ROLES[group.name])


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(group, name) for group, (name, _does) in ROLES.items()]

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


class NewPasswordForm(AdminPasswordChangeForm):
    """A new password, given twice; accounts without a password are not offered."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)


@admin.register(User)
class AccountAdmin(UserAdmin):
    list_display = ["username", "first_name", "last_name", "role", "is_active", "last_login"]
    list_filter = ["is_active", RoleFilter]
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": [("username", "is_active"), "password"]}),
        PERSON,
        (_("Dates"), {"fields": [("last_login", "date_joined")]}),
    ]
    add_fieldsets = [(None, {"fields": ["username", ("password1", "password2")]}), PERSON]
    add_form = UserCreationForm
    add_form_template = "admin/change_form.html"
    change_password_form = NewPasswordForm
    change_user_password_template = "admin/auth/user/new_password.html"  # noqa: S105 (a template)

    def get_queryset(self, request):
        """Superusers' accounts exist only for superusers."""
        accounts = super().get_queryset(request).prefetch_related("groups")
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    def get_form(self, request, obj=None, **kwargs):
        """Nobody can lock themselves out."""
        form = super().get_form(request, obj, **kwargs)
        if obj == request.user:
            for name in {"is_active", "groups"} & form.base_fields.keys():
                form.base_fields[name].disabled = True
        return form

    def has_delete_permission(self, request, obj=None):
        """Accounts are deactivated: deleting one would delete what the history says about it."""
        return request.user.is_superuser and super().has_delete_permission(request, obj)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            queryset = Group.objects.filter(name__in=ROLES)
            help_text = _("Without a role the person cannot sign in to the administration.")
            return RoleField(queryset, label=_("Role"), required=False, help_text=help_text)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_related(self, request, form, formsets, change):
        """Whoever has a role may sign in here, and nobody else."""
        super().save_related(request, form, formsets, change)
        user = form.instance
        may_enter = user.is_superuser or user.groups.exists()
        if user.is_staff != may_enter:
            user.is_staff = may_enter
            user.save(update_fields=["is_staff"])

    @admin.display(description=_("role"))
    def role(self, user):
        names = [ROLES[group.name][0] for group in user.groups.all() if group.name in ROLES]
        return ", ".join(map(str, names)) or "–"
