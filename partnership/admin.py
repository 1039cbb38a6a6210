"""Editing of partnerships, organisations with their people and offices, and territories."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.admin import (
    PICTURE,
    TIMES,
    ContentAdmin,
    Inline,
    ListInline,
    PlainInline,
    TermAdmin,
    TranslatedAdmin,
    both,
)
from core.admin.exchange import ExchangeAdmin
from core.admin.scope import keys

from .exchange import OrganisationResource
from .models import (
    Office,
    OpeningHours,
    Organisation,
    OrganisationName,
    Partnership,
    Person,
    Phone,
    Succession,
    Territory,
)


@admin.register(Partnership)
class PartnershipAdmin(ContentAdmin):
    list_filter = [*ContentAdmin.list_filter, "is_host"]
    autocomplete_fields = [*ContentAdmin.autocomplete_fields, "organisation", "area"]
    fieldsets = [
        (None, {"fields": [*both("title", "slogan", "summary", "body")]}),
        (_("Who and where"), {"fields": ["organisation", "area", "is_host"]}),
        PICTURE,
        (_("Publishing"), {"fields": [TIMES, *both("slug")]}),
    ]


class EarlierNameInline(Inline):
    model = OrganisationName
    fields = [*both("name"), ("valid_until", "website")]


class PersonInline(Inline):
    """The people of an organisation; private contacts are for its own staff."""

    model = Person
    autocomplete_fields = ["portrait"]
    fields = [
        "name",
        *both("role"),
        ("email", "phone", "position"),
        ("portrait", "is_public", "public_until"),
    ]

    def get_queryset(self, request):
        people = self.admin_site.get_model_admin(Person)
        return super().get_queryset(request).filter(pk__in=keys(people.choosable(request)))


class OfficeInline(Inline):
    model = Office
    show_change_link = True
    autocomplete_fields = ["territory"]
    fields = [*both("name", "address"), ("postcode", "territory"), ("email", "social", "position")]
    verbose_name_plural = _("offices (save first, then open one to add phones and hours)")


@admin.register(Organisation)
class OrganisationAdmin(ExchangeAdmin, TermAdmin):
    resource_classes = [OrganisationResource]
    list_display = ["name_lv", "name_en", "kind", "country", "website"]
    list_filter = ["kind", "country"]
    search_fields = [
        *TermAdmin.search_fields,
        *("full_name_lv", "full_name_en", "registration_number"),
        *("earlier_names__name_lv", "earlier_names__name_en"),
    ]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    *both("name", "full_name"),
                    ("kind", "registration_number"),
                    "is_natural_person",
                ]
            },
        ),
        (_("Where"), {"fields": ["country", *both("region", "town"), "website", "owner"]}),
        (_("Address and order"), {"fields": [("slug", "position")], "classes": ["collapse"]}),
    ]
    inlines = [EarlierNameInline, PersonInline, OfficeInline]


@admin.register(Person)
class PersonAdmin(TranslatedAdmin):
    """Private contacts are seen by their own partnership; others choose among those shown."""

    list_display = ["name", "role_lv", "organisation", "is_public", "public_until"]
    list_filter = ["is_public", ("organisation", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["organisation"]
    search_fields = ["name", "role_lv", "role_en", "organisation__name_lv", "email"]
    autocomplete_fields = ["organisation", "portrait"]
    fieldsets = [
        (None, {"fields": ["name", *both("role"), "organisation", "portrait"]}),
        (_("Contacts"), {"fields": [("email", "phone")]}),
        (_("On the site"), {"fields": [("is_public", "public_until"), "position"]}),
    ]

    def choosable(self, request):
        own = super().choosable(request).values("pk")
        return Person.objects.filter(Q(pk__in=own) | Q(pk__in=Person.objects.shown().values("pk")))


class PhoneInline(ListInline):
    model = Phone
    fields = ["number", "note_lv", "note_en"]


class OpeningHoursInline(PlainInline):
    model = OpeningHours


@admin.register(Office)
class OfficeAdmin(TranslatedAdmin):
    list_display = ["address_lv", "organisation", "name_lv", "email"]
    list_select_related = ["organisation"]
    search_fields = ["address_lv", "address_en", "name_lv", "organisation__name_lv"]
    autocomplete_fields = ["organisation", "territory"]
    fieldsets = [
        (None, {"fields": ["organisation", *both("name", "address"), ("postcode", "territory")]}),
        (_("Contacts"), {"fields": [("email", "social"), "position"]}),
    ]
    inlines = [PhoneInline, OpeningHoursInline]


class SuccessionInline(PlainInline):
    model = Succession
    fk_name = "predecessor"
    autocomplete_fields = ["successor"]
    verbose_name_plural = _("territories that took this one over")


@admin.register(Territory)
class TerritoryAdmin(TermAdmin):
    list_display = ["name_lv", "name_en", "kind", "parent", "code", "valid_to"]
    list_filter = ["kind", ("valid_to", admin.EmptyFieldListFilter)]
    list_select_related = ["parent"]
    search_fields = [*TermAdmin.search_fields, "code", "register_code"]
    autocomplete_fields = ["parent"]
    fieldsets = [
        (None, {"fields": [*both("name"), ("kind", "parent")]}),
        (_("Codes"), {"fields": [("code", "register_code")]}),
        (_("Time"), {"fields": [("valid_from", "valid_to")]}),
        (_("Point on the map"), {"fields": [("latitude", "longitude")]}),
        (_("Address and order"), {"fields": [("slug", "position")], "classes": ["collapse"]}),
    ]
    inlines = [SuccessionInline]
