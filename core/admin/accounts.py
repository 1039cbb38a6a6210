"""Accounts of staff: kept by site administrators, who can never make or touch a superuser."""

from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.accounts import audit, sessions
from core.accounts.second_factor import FACTORS
from core.audit import AuditEntry
from core.models import User

from .account_forms import AccountForm, InvitationForm, NewPasswordForm, RoleField
from .account_list import AccountColumns, change_of_rights, rights_of
from .account_steps import StepsMixin, send_invitation
from .robust import RobustLists

PERSON = (_("Person"), {"fields": [("first_name", "last_name"), ("email", "language")]})
RIGHTS = (_("Rights"), {"fields": ["groups", "partnerships"]})

# Rights come from the groups of core.roles, which are not edited by hand.
admin.site.unregister(Group)


@admin.register(User)
class AccountAdmin(RobustLists, StepsMixin, AccountColumns, UserAdmin):
    filter_horizontal = []
    autocomplete_fields = ["partnerships"]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": [("username", "is_active"), "password"]}),
        PERSON,
        RIGHTS,
        (_("Dates"), {"fields": [("last_login", "date_joined")]}),
    ]
    add_fieldsets = [PERSON, RIGHTS]
    form = AccountForm
    add_form = InvitationForm
    add_form_template = "admin/change_form.html"
    change_password_form = NewPasswordForm
    change_user_password_template = "admin/auth/user/new_password.html"  # noqa: S105 (a template)

    def get_queryset(self, request):
        """Superusers' accounts exist only for superusers."""
        factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
        accounts = super().get_queryset(request).annotate(has_second_factor=Exists(factors))
        accounts = accounts.prefetch_related("groups", "partnerships")
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    def get_form(self, request, obj=None, **kwargs):
        """Nobody can lock themselves out."""
        form = super().get_form(request, obj, **kwargs)
        if obj == request.user:
            for name in {"is_active", "groups"} & form.base_fields.keys():
                form.base_fields[name].disabled = True
        return form

    def get_changeform_initial_data(self, request):
        """The partnership is preset where there is one to choose, or the site's own."""
        rows = User._meta.get_field("partnerships").related_model.objects.all()
        keys = list(rows.values_list("pk", flat=True)[:2])
        if len(keys) > 1:
            keys = list(rows.filter(is_host=True).values_list("pk", flat=True))
        return {"partnerships": keys, **super().get_changeform_initial_data(request)}

    def has_delete_permission(self, request, obj=None):
        """Accounts are deactivated: deleting one would delete what the history says about it."""
        return False

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            help_text = _("Without a role the person cannot sign in to the administration.")
            return RoleField(label=_("Role"), required=False, help_text=help_text)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        form.rights_before = rights_of(User.objects.get(pk=obj.pk)) if change else {}
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Whoever has a role may sign in here, and nobody else; what changed is written down."""
        super().save_related(request, form, formsets, change)
        user = User.objects.get(pk=form.instance.pk)
        user.is_staff = form.instance.is_staff = user.is_superuser or user.groups.exists()
        user.save(update_fields=["is_staff"])
        before, after = form.rights_before, rights_of(user)
        if before != after:
            detail, about = change_of_rights(before, after)
            audit.record(AuditEntry.Kind.RIGHTS, request.user, user, detail, about=about)
        if not (user.is_active and user.is_staff) and sessions.end_all(user):
            detail = gettext_noop("the account was closed")
            audit.record(AuditEntry.Kind.SESSION, request.user, user, detail)

    def response_add(self, request, obj, post_url_continue=None):
        if obj.is_staff:
            send_invitation(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def user_change_password(self, request, id, form_url=""):
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and response.status_code == 302:
            user = self.get_object(request, id)
            detail = gettext_noop("by an administrator")
            audit.record(AuditEntry.Kind.PASSWORD, request.user, user, detail, request)
        return response
