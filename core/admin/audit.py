"""The log of sign-ins and rights: read by site administrators, changed by nobody."""

from django.contrib import admin

from core.models import AuditEntry

from .robust import RobustLists


@admin.register(AuditEntry)
class AuditEntryAdmin(RobustLists, admin.ModelAdmin):
    list_display = ["happened_at", "kind", "actor_name", "subject_name", "detail"]
    list_display_links = None
    list_filter = ["kind", "happened_at"]
    list_per_page = 50
    search_fields = ["actor_name", "subject_name", "detail"]
    date_hierarchy = "happened_at"
    actions = None
    view_on_site = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
