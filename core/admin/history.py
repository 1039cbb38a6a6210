"""The history of every row that has a form: versions, comparison, restoring, deleted rows."""

from functools import partial

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from core import rights
from core.editorial import snapshots
from core.editorial.compare import compare, summary
from core.versions import Version

from .deleting import PlainDeletion
from .recording import latest, record, whole_form
from .robust import is_key
from .scope import nameable

LISTED = 100  # versions on one page


class HistoryAdmin(PlainDeletion):
    """Adds the pages of the history to a `ModelAdmin`."""

    def get_urls(self):
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("deleted/", view(self.deleted_view), name=f"{name}_deleted"),
            path("<path:object_id>/compare/", view(self.compare_view), name=f"{name}_compare"),
            *super().get_urls(),
        ]

    def url_of(self, page, *args):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=args)

    def row_with_history(self, request, object_id):
        """The row, for those whose own it is; a foreign row and no row answer alike."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row) or not self.is_own(request, row):
            raise PermissionDenied
        return row

    def page(self, request, name, title, **context):
        shared = self.admin_site.each_context(request)
        context |= {**shared, "opts": self.opts, "title": title}
        return TemplateResponse(request, f"admin/{name}.html", context)

    def history_view(self, request, object_id, extra_context=None):
        """Who changed what and when: the versions, the newest first."""
        row = self.row_with_history(request, object_id)
        versions = list(self.visible_versions(request, row)[: LISTED + 1])
        forms = whole_form(self, row.pk)
        for version, earlier in zip(versions, [*versions, None][1:], strict=True):
            version.changes = summary(*forms, earlier.data, version.data) if earlier else []
        self.add_links(request, versions)
        return self.page(
            request,
            "history",
            _("History: %(name)s") % {"name": row},
            original=row,
            versions=versions[:LISTED],
            has_more=len(versions) > LISTED,
            newest=latest(self.model, row.pk),
            may_change=self.may_edit(request, row),
            has_previews=hasattr(self, "share_view"),
        )

    def add_links(self, request, versions):
        """Kinds of rows with a page of their own add the preview links that work."""

    def visible_versions(self, request, row):
        """Saved versions and everybody's drafts; a draft saves itself while its author types."""
        rows = Version.objects.of(self.model, row.pk).exclude(kind=Version.Kind.DELETED)
        return rows.select_related("user")

    def compare_view(self, request, object_id):
        """Two versions, or a version and the present state, field by field."""
        row = self.row_with_history(request, object_id)
        older, newer = (self.asked(request, row, name) for name in ("a", "b"))
        forms = whole_form(self, row.pk)
        now = snapshots.of_forms(*forms)
        sides = [version.data if version else now for version in (older, newer)]
        return self.page(
            request,
            "compare",
            _("Comparison: %(name)s") % {"name": row},
            original=row,
            older=older,
            newer=newer,
            changes=compare(*forms, *sides, partial(nameable, self.admin_site, request)),
            may_change=self.may_edit(request, row),
        )

    def asked(self, request, row, name):
        """The version that the address names; None is the present state."""
        key = request.GET.get(name, "")
        if not key:
            return None
        if not is_key(key):
            raise Http404
        return get_object_or_404(self.visible_versions(request, row), pk=key)

    def may_edit(self, request, row):
        """Whether this person may put a version into the form, if only to keep a draft."""
        request.is_drafting = True
        return self.has_change_permission(request, row)

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"has_deleted": True, **(extra_context or {})})

    def deleted_view(self, request):
        """Rows that were deleted, to be brought back through the form."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        rows = Version.objects.filter(label=self.opts.label_lower).deleted()
        rows = rights.own(request.user, rows).select_related("user")[:LISTED]
        title = _("Deleted: %(names)s") % {"names": self.opts.verbose_name_plural}
        return self.page(request, "deleted", title, versions=rows)

    def delete_model(self, request, obj):
        if not self.model._base_manager.select_for_update().filter(pk=obj.pk).first():
            return  # somebody else was quicker
        record(request.user, obj, kind=Version.Kind.DELETED)
        super().delete_model(request, obj)
        self.tell_of_deleted(request)

    def delete_queryset(self, request, queryset):
        for row in queryset:
            record(request.user, row, kind=Version.Kind.DELETED)
        super().delete_queryset(request, queryset)
        self.tell_of_deleted(request)

    def tell_of_deleted(self, request):
        messages.info(request, _("What was deleted can be brought back: “Deleted” in the list."))
