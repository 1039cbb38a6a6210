"""Editing of the register of communities, and who is to be called."""

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import rights
from core.admin import PICTURE, PUBLISHING, WRITING, ContentAdmin, Inline, TranslatedAdmin, both
from core.admin.cards import FIRST, Card, list_address
from core.admin.exchange import ExchangeAdmin
from core.admin.links import form_address
from directory import community_actions
from directory.communities import Community
from directory.community_entries import CommunityEntry
from directory.community_exchange import CommunityResource, EntryResource
from directory.yearly_check import YearlyCheck


def silent(rows):
    """Communities whose leader did not answer twice and that nobody verified since."""
    given_up = YearlyCheck.objects.given_up(timezone.now()).filter(community=OuterRef("pk"))
    return rows.not_verified().filter(Exists(given_up))


class VerifiedFilter(admin.SimpleListFilter):
    title = gettext_lazy("verified")
    parameter_name = "verified"

    def lookups(self, request, model_admin):
        return [
            ("no", _("not verified for 12 months")),
            ("silent", _("leader did not answer twice")),
        ]

    def queryset(self, request, queryset):
        if self.value() == "no":
            return queryset.not_verified()
        return silent(queryset) if self.value() == "silent" else queryset


class EntryInline(Inline):
    model = CommunityEntry
    autocomplete_fields = ["solved_by"]
    fields = [
        ("kind", "category", "status"),
        *both("title", "text"),
        ("terms", "visibility", "solved_by"),
    ]


@admin.register(Community)
class CommunityAdmin(ExchangeAdmin, ContentAdmin):
    resource_classes = [CommunityResource]
    own_columns = ["territory", "verified"]
    list_filter = [
        *(*ContentAdmin.list_filter, VerifiedFilter),
        ("projects", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["owner", "territory"]
    search_fields = [*ContentAdmin.search_fields, "territory__name_lv", "settlement"]
    autocomplete_fields = [
        *(*ContentAdmin.autocomplete_fields, "territory", "projects", "events", "stories"),
        *("supporter", "leader"),
    ]
    actions = [*ContentAdmin.actions, "mark_verified"]
    fieldsets = [
        WRITING,
        (
            gettext_lazy("Where"),
            {"fields": [("territory", "settlement"), ("latitude", "longitude")]},
        ),
        (
            gettext_lazy("Who"),
            {
                "fields": [
                    ("leader_name", "leader_name_public"),
                    ("leader", "supporter"),
                    ("website", "verified"),
                ]
            },
        ),
        (gettext_lazy("What belongs to it"), {"fields": ["projects", "events", "stories"]}),
        PICTURE,
        PUBLISHING,
    ]
    readonly_fields = ["verified"]
    inlines = [EntryInline]

    @admin.display(description=gettext_lazy("verified"), ordering="verified_on", empty_value="–")
    def verified(self, community):
        day = community.verified_on
        return day and date_format(day, "SHORT_DATE_FORMAT")

    @admin.action(description=gettext_lazy("Verified today"), permissions=["publish"])
    def mark_verified(self, request, queryset):
        """Somebody of the staff called the leader, and all is right."""
        rows = [row for row in queryset if self.may_publish(request, row)]
        for row in rows:
            community_actions.verify(community=row)
            self.log_change(request, row, _("Verified."))
        told = ngettext(
            "%(number)s community is marked as verified today.",
            "%(number)s communities are marked as verified today.",
            len(rows),
        )
        messages.success(request, told % {"number": len(rows)})

    def card(self, user):
        """For the first page: whom to call."""
        rows = list(rights.own(user, silent(Community.objects.published())))
        address = list_address(user, Community, "verified=silent")
        return Card(
            "communities",
            _("Leaders of communities who did not answer"),
            _("every leader has answered"),
            len(rows),
            [
                (form_address(row.label, row.pk), str(row), row.territory.name)
                for row in rows[:FIRST]
            ],
            [(address, _("all these communities"), len(rows))] if rows else [],
        )


@admin.register(CommunityEntry)
class CommunityEntryAdmin(ExchangeAdmin, TranslatedAdmin):
    """Needs and resources of all communities; the sheets of workshops come in here."""

    resource_classes = [EntryResource]
    list_display = ["title_lv", "community", "kind", "category", "status", "visibility"]
    list_filter = ["kind", "category", "status", "visibility"]
    list_select_related = ["community"]
    search_fields = ["title_lv", "title_en", "community__title_lv"]
    autocomplete_fields = ["community", "solved_by"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "community",
                    ("kind", "category", "status"),
                    *both("title", "text"),
                    ("terms", "visibility", "solved_by"),
                ]
            },
        )
    ]
