"""Messages of visitors: those that wait are let through or refused, the others are read only."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from core import rights
from core.admin.cards import FIRST, Card
from core.admin.content import Editing
from core.admin.reading import ReadOnly
from core.admin.robust import RobustLists
from core.admin.scope import ScopedAdmin
from directory import message_actions as actions
from directory.country_pairs import pairs
from directory.models import ContactMessage

DOINGS = {"release": actions.release, "refuse": actions.refuse}


@admin.register(ContactMessage)
class ContactMessageAdmin(ReadOnly, RobustLists, ScopedAdmin, Editing, admin.ModelAdmin):
    """None is written or changed here; whoever may change them decides on those that wait."""

    change_list_template = "admin/directory/messages.html"
    change_form_template = "admin/directory/message.html"
    list_display = ["contact", "listing", "country", "state", "why_held", "created_at", "outcome"]
    list_display_links = ["contact"]
    list_select_related = ["contact__organisation", "contact__person", "listing"]
    list_filter = ["state", "outcome", "country"]
    list_per_page = 50
    date_hierarchy = "created_at"
    fields = [
        *("contact", "listing", "name", "email", "organisation", "country", "body"),
        *("state", "why_held", "created_at", "decided_at", "decided_by", "outcome"),
    ]
    readonly_fields = fields

    def may_decide(self, request, row=None):
        return rights.may(request.user, "change", ContactMessage, row)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("countries/", view(self.countries_view), name="directory_message_countries"),
            path("<int:key>/decide/", view(self.decide_view), name="directory_message_decide"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        told = {"may_decide": self.may_decide(request)}
        return super().change_view(request, object_id, form_url, told | (extra_context or {}))

    def decide_view(self, request, key):
        """Pass a held message on, or refuse it."""
        row, what = self.get_object(request, str(key)), request.POST.get("do")
        if request.method != "POST" or row is None or what not in DOINGS:
            raise Http404
        if not self.may_decide(request, row):
            raise PermissionDenied
        try:
            done = DOINGS[what](message=row, by=request.user)
        except actions.NotPossible:
            messages.warning(request, _("The message cannot be passed on any more."))
        else:
            self.log_change(request, done, _("decision: %(state)s") % {"state": done.state})
            messages.success(request, done.get_state_display().capitalize() + ".")
        return redirect(reverse("admin:directory_contactmessage_changelist") + "?state__exact=held")

    def countries_view(self, request):
        """How many messages went from which country to which, and what came of them."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Messages by country"),
            "pairs": pairs(self.get_queryset(request)),
        }
        return TemplateResponse(request, "admin/directory/countries.html", context)

    def card(self, user):
        """For the first page: messages that wait to be read."""
        rows = rights.own(user, ContactMessage.objects.held()).order_by("created_at")
        address = reverse("admin:directory_contactmessage_changelist") + "?state__exact=held"
        number = rows.count()
        return Card(
            "messages",
            _("Messages of visitors that wait to be read"),
            _("no message of a visitor waits"),
            number,
            [(self.address_of(row), str(row.contact), row.get_why_held_display()) for row in
             rows.select_related("contact")[:FIRST]],
            [(address, _("all these messages"), number)] if number else [],
        )  # fmt: skip

    def address_of(self, row):
        return reverse("admin:directory_contactmessage_change", args=[row.pk])
