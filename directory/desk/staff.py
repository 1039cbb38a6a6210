"""Forms of the directory: staff publish what they make; of visitors' rows the desk decides."""

from directory.models import Entry


class StaffMade:
    """Rows of visitors become public by a decision at the desk, those of staff by their day."""

    def make_public(self, obj):
        waits = (obj.State.UNCONFIRMED, obj.State.PENDING, obj.State.RETURNED)
        if obj.source != Entry.Source.WEB or obj.state not in waits:
            super().make_public(obj)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.source = obj.Source.STAFF
        super().save_model(request, obj, form, change)
