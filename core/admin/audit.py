"""The log of sign-ins and rights: read by site administrators, changed by nobody."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.models import AuditEntry

from .reading import ReadOnly
from .robust import RobustLists


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnly, RobustLists, admin.ModelAdmin):
    list_display = ["happened_at", "kind", "actor_name", "subject_name", "told"]
    list_display_links = None
    list_filter = ["kind", "happened_at"]
    list_per_page = 50
    search_fields = ["actor_name", "subject_name", "detail", "about"]
    date_hierarchy = "happened_at"
    actions = None
    view_on_site = False

    @admin.display(description=_("details"))
    def told(self, entry):
        return entry.told
