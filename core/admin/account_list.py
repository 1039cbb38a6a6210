"""The list of accounts: its columns, its filters, and the same words for the log."""

from django.conf import settings
from django.contrib import admin
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.accounts.people import STATES, state_of

from .account_forms import ROLES


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(group, name) for group, (name, _does) in ROLES.items()]

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return STATES.items()

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        if self.value() == "ended":
            return queryset.filter(is_active=False)
        invited = {"password__startswith": "!"}  # Django's mark of no usable password
        active = queryset.filter(is_active=True)
        return (
            active.filter(**invited) if self.value() == "scheduled" else active.exclude(**invited)
        )


class AccountColumns:
    """What the list tells about a person."""

    list_display = ["person", "email", "role", "works_for", "state", "second_factor", "last_login"]
    list_filter = [StateFilter, RoleFilter, ("partnerships", admin.RelatedOnlyFieldListFilter)]

    @admin.display(description=_("Person"), ordering="last_name")
    def person(self, user):
        return str(user)

    @admin.display(description=_("role"))
    def role(self, user):
        return names_of_roles(user) or "–"

    @admin.display(description=_("partnerships"))
    def works_for(self, user):
        return ", ".join(str(each) for each in user.partnerships.all()) or "–"

    @admin.display(description=_("state"))
    def state(self, user):
        key = state_of(user)
        return format_html('<span class="state state-{}">{}</span>', key, STATES[key])

    @admin.display(description=_("second factor"))
    def second_factor(self, user):
        return _("set up") if user.has_second_factor else "–"


def names_of_roles(user):
    held = {group.name for group in user.groups.all()}
    return ", ".join(str(name) for group, (name, _does) in ROLES.items() if group in held)


def rights_of(user):
    """For the log: roles, partnerships, whether the account is open, as `AuditEntry.told` reads."""
    held = {group.name for group in user.groups.all()}
    with translation.override(settings.LANGUAGE_CODE):
        works_for = ", ".join(str(each) for each in user.partnerships.all())
    roles = [group for group in ROLES if group in held] or [gettext_noop("no role")]
    found = {"roles": roles, "for": works_for, "state": [] if user.is_active else ["deactivated"]}
    return {name: value for name, value in found.items() if value}


def change_of_rights(before, after):
    """(detail, about) of an entry of the log."""
    new = {f"new_{name}": value for name, value in after.items()}
    sides = ("; ".join(f"%({name})s" for name in side) for side in (before, new))
    return " → ".join(filter(None, sides)), before | new
