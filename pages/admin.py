"""Editing of free pages, the glossary and what the site says about itself."""

from django.contrib import admin
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.admin import PUBLISHING, WRITING, ContentAdmin, TermAdmin, TranslatedAdmin, both

from .models import GlossaryTerm, Page, SiteProfile


@admin.register(Page)
class PageAdmin(ContentAdmin):
    own_columns = ["menu"]
    list_filter = [*ContentAdmin.list_filter, "menu"]
    fieldsets = [WRITING, (_("Place"), {"fields": [("menu", "position"), "cover"]}), PUBLISHING]


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(TermAdmin):
    search_fields = [*TermAdmin.search_fields, "definition_lv", "definition_en"]
    fieldsets = [(None, {"fields": [*both("name", "definition", "source"), ("slug", "position")]})]


@admin.register(SiteProfile)
class SiteProfileAdmin(TranslatedAdmin):
    """There is one row: the list leads straight to it."""

    autocomplete_fields = ["picture"]
    fieldsets = [
        (_("Name"), {"fields": both("name", "tagline")}),
        (_("First page"), {"fields": [*both("headline", "lead"), "picture"]}),
        (_("Foot of every page"), {"fields": [*both("about"), "copyright_since"]}),
    ]

    def changelist_view(self, request, extra_context=None):
        row = SiteProfile.objects.first()
        kind, args = ("change", [row.pk]) if row else ("add", [])
        return redirect(reverse(f"admin:pages_siteprofile_{kind}", args=args))

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not SiteProfile.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False
