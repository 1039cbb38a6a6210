"""Contact points: whom visitors can write to."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import TranslatedAdmin, both
from directory.models import ContactPoint


@admin.register(ContactPoint)
class ContactPointAdmin(TranslatedAdmin):
    list_display = ["__str__", "organisation", "person", "hold_for_staff", "owner"]
    list_select_related = ["organisation", "person", "owner"]
    list_filter = ["hold_for_staff", ("owner", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["label_lv", "label_en", "organisation__name_lv", "person__name", "email"]
    autocomplete_fields = ["organisation", "person"]
    fieldsets = [
        (None, {"fields": [*both("label"), ("organisation", "person"), ("language", "owner")]}),
        (
            _("Address"),
            {"fields": [("email", "email_public"), ("phone", "phone_public"), "hold_for_staff"]},
        ),
    ]
