"""Rows that staff read in the administration, and nobody writes there."""


class ReadOnly:
    """Stands before `ModelAdmin`."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
