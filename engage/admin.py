"""The outbox: what waits, failed or left; without a mail server also the mails themselves."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import rights
from core.admin.cards import FIRST, Card
from core.admin.content import Editing
from core.admin.reading import ReadOnly
from core.admin.robust import RobustLists
from core.admin.scope import ScopedAdmin

from . import folder
from .models import Outbox
from .sending import send_again


class StateFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            *(("waiting", _("waits")), ("delayed", _("waits for the mail server"))),
            *(("failed", _("given up")), ("sent", _("sent"))),
        ]

    def queryset(self, request, queryset):
        kinds = {
            "waiting": queryset.waiting,
            "delayed": queryset.delayed,
            "failed": queryset.failed,
            "sent": lambda: queryset.exclude(sent_at=None),
        }
        return kinds[self.value()]() if self.value() in kinds else queryset


@admin.register(Outbox)
class OutboxAdmin(ReadOnly, RobustLists, ScopedAdmin, Editing, admin.ModelAdmin):
    """Read only: a mail that was given up can be tried again, none is written here."""

    change_list_template = "admin/engage/outbox/change_list.html"
    change_form_template = "admin/engage/outbox/change_form.html"
    list_display = ["subject", "to", "state", "created_at", "sent_at", "attempts", "trouble"]
    list_filter = [StateFilter]
    list_per_page = 50
    date_hierarchy = "created_at"
    search_fields = ["to", "subject"]
    fields = [
        *("subject", "to", "reply_to", "state", "text", "created_at", "not_before", "not_after"),
        *("sent_at", "attempts", "trouble"),
    ]
    readonly_fields = ["state", "trouble"]

    def may_retry(self, request):
        return rights.may(request.user, "change", Outbox)

    @admin.display(description=gettext_lazy("state"))
    def state(self, row):
        if row.sent_at:
            return _("sent")
        if row.failed_at:
            return _("given up")
        return _("waits for the mail server") if row.is_delayed else _("waits")

    @admin.display(description=gettext_lazy("last error"))
    def trouble(self, row):
        """What a mail server said, as it said it; what the site said, in the reader's language."""
        return _(row.last_error) if row.last_error else ""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("folder/", view(self.folder_view), name="engage_outbox_folder"),
            path("<int:key>/retry/", view(self.retry_view), name="engage_outbox_retry"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        rows = self.get_queryset(request)
        counts = {
            "waiting": rows.waiting().count(),
            "failed": rows.failed().count(),
            "sent": rows.exclude(sent_at=None).count(),
        }
        told = {"counts": counts, "has_folder": folder.is_used()}
        return super().changelist_view(request, told | (extra_context or {}))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        told = {"may_retry": self.may_retry(request)}
        return super().change_view(request, object_id, form_url, told | (extra_context or {}))

    def folder_view(self, request):
        """The mails that were written to the folder; about accounts only for who keeps accounts."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method not in ("GET", "HEAD"):
            raise Http404
        with_accounts = request.user.has_perm("core.change_user")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Mails in the folder"),
            "is_used": folder.is_used(),
            "letters": folder.newest(with_accounts) if folder.is_used() else [],
        }
        return TemplateResponse(request, "admin/engage/outbox/folder.html", context)

    def retry_view(self, request, key):
        row = self.get_object(request, str(key))
        if request.method != "POST" or row is None:
            raise Http404
        if not self.may_retry(request):
            raise PermissionDenied
        if send_again(row=row):
            messages.success(request, _("The mail is tried again within a minute."))
        else:
            messages.warning(
                request, _("The mail has left, its text is deleted, or it has lost its sense.")
            )
        return redirect(reverse("admin:engage_outbox_changelist"))

    def card(self, user):
        """For the first page: mails that could not be sent, given up or not."""
        failed, delayed = Outbox.objects.failed(), Outbox.objects.delayed()
        address = reverse("admin:engage_outbox_changelist")
        piles = [
            (f"{address}?state=failed", _("given up"), failed.count()),
            (f"{address}?state=delayed", _("waits for the mail server"), delayed.count()),
        ]
        return Card(
            "mails",
            _("Mails that could not be sent"),
            _("every mail could be sent"),
            sum(number for _address, _name, number in piles),
            [
                (reverse("admin:engage_outbox_change", args=[row.pk]), str(row), self.trouble(row))
                for row in [*failed[:FIRST], *delayed[:FIRST]][:FIRST]
            ],
            [each for each in piles if each[-1]],
        )
