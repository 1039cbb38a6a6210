"""Editing of events and their series."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, PUBLISHING, ContentAdmin, Inline, PlainInline, both
from core.admin.exchange import ExchangeAdmin

from .exchange import EventResource, SeriesResource
from .models import Event, Material, Series, Session


class SessionInline(Inline):
    model = Session
    autocomplete_fields = ["recording"]
    fields = [*both("title", "speakers"), ("starts_at", "ends_at", "recording", "position")]


class MaterialInline(PlainInline):
    model = Material
    autocomplete_fields = ["item"]


@admin.register(Event)
class EventAdmin(ExchangeAdmin, ContentAdmin):
    resource_classes = [EventResource]
    own_columns = ["kind", "starts_at"]
    list_filter = [
        *ContentAdmin.list_filter,
        *("kind", "attendance", ("project", admin.RelatedOnlyFieldListFilter)),
    ]
    date_hierarchy = "starts_at"
    autocomplete_fields = [
        *ContentAdmin.autocomplete_fields,
        *("project", "series", "organiser", "territories"),
    ]
    fieldsets = [
        (_("Name"), {"fields": [*both("title", "summary"), ("kind", "series"), "project"]}),
        (_("Time"), {"fields": [("starts_at", "ends_at", "precision")]}),
        (
            _("Place"),
            {
                "fields": [
                    ("attendance", "online_url"),
                    *both("venue", "street"),
                    ("latitude", "longitude"),
                    ("territories", "organiser"),
                    "languages",
                ]
            },
        ),
        (_("What it is about"), {"fields": both("body")}),
        PICTURE,
        (
            _("Registration"),
            {
                "fields": [
                    ("registration", "registration_url"),
                    ("opens_at", "closes_at"),
                    ("capacity", "waiting_list"),
                    *both("question"),
                    ("ask_needs", "photos_notice"),
                    "retention_days",
                ]
            },
        ),
        (_("Afterwards"), {"fields": [*both("report"), "attended_total", *both("cancel_reason")]}),
        PUBLISHING,
    ]
    inlines = [SessionInline, MaterialInline]


@admin.register(Series)
class SeriesAdmin(ExchangeAdmin, ContentAdmin):
    resource_classes = [SeriesResource]
    autocomplete_fields = [*ContentAdmin.autocomplete_fields, "project"]
    fieldsets = [
        (None, {"fields": [*both("title", "summary", "body"), "project"]}),
        PICTURE,
        PUBLISHING,
    ]
