"""Whom to ask for a profile; the answers are given in the form behind the personal link."""

from django.contrib import admin, messages
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.admin.content import Editing
from core.admin.robust import RobustLists
from core.admin.scope import ScopedAdmin
from directory import profile_actions
from directory.profiles import OrganisationProfile
from engage.privacy import NOTICE_VERSION

ANSWERS = [
    *("works_in", "works_for", "members_band", "volunteers_band", "paid_staff_band"),
    *("municipality_cooperation", "has_from_municipality", "needs", "is_public"),
]


@admin.register(OrganisationProfile)
class OrganisationProfileAdmin(RobustLists, ScopedAdmin, Editing, admin.ModelAdmin):
    """No history: it would keep the name and address that `retention` deletes."""

    list_display = ["organisation", "year", "territory", "state", "asked_at", "answered_at"]
    list_filter = ["year", "state", "is_public", ("territory", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["organisation", "territory"]
    search_fields = ["organisation__name_lv", "organisation__name_en"]
    autocomplete_fields = ["organisation", "territory"]
    readonly_fields = ["form_link", "state", "asked_at", "reminded_at", "answered_at", *ANSWERS]
    actions = ["send_links"]
    fieldsets = [
        (None, {"fields": [("organisation", "year"), ("territory", "collected")]}),
        (
            gettext_lazy("Who answers"),
            {"fields": [("name", "email", "language"), "form_link"]},
        ),
        (gettext_lazy("Answers"), {"fields": [("state", "answered_at"), *ANSWERS]}),
        (gettext_lazy("Mails"), {"fields": [("asked_at", "reminded_at")]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        """Who answered is not typed in anew where it has been deleted."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "name", "email"] if obj and obj.anonymised_at else fields

    def get_changeform_initial_data(self, request):
        return {"year": timezone.localdate().year} | super().get_changeform_initial_data(request)

    @admin.display(description=gettext_lazy("form with the questions"))
    def form_link(self, profile):
        """The same form as behind the mail, for an answer that staff write down."""
        if profile.pk is None or profile.anonymised_at:
            return "–"
        return format_html('<a href="{}">{}</a>', profile.my_url(), _("Open the form"))

    @admin.display(description=gettext_lazy("areas of work"))
    def works_in(self, profile):
        return profile.get_areas_display() or "–"

    @admin.display(description=gettext_lazy("for whom"))
    def works_for(self, profile):
        return ", ".join(profile.names_of("target_groups")) or "–"

    @admin.display(description=gettext_lazy("support from the municipality"))
    def has_from_municipality(self, profile):
        return ", ".join(profile.names_of("support_received")) or "–"

    def save_model(self, request, obj, form, change):
        if not change:  # staff vouch for the address
            obj.confirmed_at, obj.source = timezone.now(), obj.Source.STAFF
            obj.notice_version = NOTICE_VERSION
        super().save_model(request, obj, form, change)

    @admin.action(description=gettext_lazy("Send the personal link"), permissions=["change"])
    def send_links(self, request, queryset):
        rows = [row for row in queryset if self.has_change_permission(request, row)]
        number = sum(profile_actions.ask(profile=row) for row in rows)
        told = ngettext("%(number)s link is sent.", "%(number)s links are sent.", number)
        messages.success(request, told % {"number": number})
        if number < len(queryset):
            left = _("Nobody is asked twice in a year, nor without an e-mail address.")
            messages.info(request, left)
