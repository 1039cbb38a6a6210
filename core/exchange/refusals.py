"""Which rights a person lacks for a row of an import, in words."""

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _

from core import rights

PUBLISHING = ("published_at", "unpublish_at")


def refusals(resource, row):
    """(column, reason) for each right that is missing to store `row` as it is now."""
    user, is_new = resource.request.user, resource.is_new
    if not resource.may_change:
        added, changed = _("You may not add rows."), _("You may not change this row.")
        yield NON_FIELD_ERRORS, added if is_new else changed
    elif not rights.is_own(user, row) and "owner" in resource.fields:
        yield "owner", _("The owner must be one of your partnerships.")
    elif not rights.is_own(user, row) and getattr(row, "owner_paths", ()):
        yield NON_FIELD_ERRORS, _("This row belongs to another partnership.")
    if hasattr(row, "published_at") and not rights.may(user, "publish", type(row)):
        yield from unpublishable(row, [change.column.column_name for change in resource.changes])


def unpublishable(row, changed):
    """Why somebody who writes drafts cannot store this row."""
    for name in PUBLISHING:
        if name in changed:
            yield name, _("You may write drafts but not publish: leave this cell as it is.")
    if row.published_at and "published_at" not in changed:
        yield NON_FIELD_ERRORS, _("The page is published; you may change drafts only.")
