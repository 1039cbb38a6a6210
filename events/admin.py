"""Editing of events and their series."""

from django.contrib import admin, messages
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.admin import PICTURE, PUBLISHING, ContentAdmin, Inline, PlainInline, both
from core.admin.exchange import ExchangeAdmin

from .desk.card import to_close
from .desk.letters import LetterPages
from .desk.papers import PaperPages
from .desk.people import PeoplePages
from .desk.steps import StepPages, steps_for
from .exchange import EventResource, SeriesResource
from .models import Event, Material, Series, Session
from .registration_jobs import to_be_told


class SessionInline(Inline):
    model = Session
    autocomplete_fields = ["recording"]
    fields = [*both("title", "speakers"), ("starts_at", "ends_at", "recording", "position")]


class MaterialInline(PlainInline):
    model = Material
    autocomplete_fields = ["item"]


@admin.register(Event)
class EventAdmin(PeoplePages, PaperPages, LetterPages, StepPages, ExchangeAdmin, ContentAdmin):
    resource_classes = [EventResource]
    own_columns = ["starts_on", "who_comes"]
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
                    ("country", "languages"),
                ]
            },
        ),
        (_("Description"), {"fields": both("body")}),
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

    card = staticmethod(to_close)

    def get_queryset(self, request):
        return super().get_queryset(request).with_taken()

    def save_related(self, request, form, formsets, change):
        """Whoever has changed the time or the place is told who will hear of it."""
        super().save_related(request, form, formsets, change)
        number = to_be_told(form.instance, timezone.now()) if change else 0
        if number:
            told = ngettext(
                "In two minutes %(n)s person gets a mail about the change. Until then you can "
                "correct it.",
                "In two minutes %(n)s people get a mail about the change. Until then you can "
                "correct it.",
                number,
            )
            messages.info(request, told % {"n": number})

    @admin.display(description=_("starts"), ordering="starts_at")
    def starts_on(self, event):
        """The day; the form has the hour too."""
        return date_format(timezone.localtime(event.starts_at), "SHORT_DATE_FORMAT")

    @admin.display(description=_("registrations"))
    def who_comes(self, event):
        """How many have a place, of how many; the way to them is in the form of the event."""
        return f"{event.taken} / {event.capacity}" if event.capacity else event.taken

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            context["steps"] = steps_for(self, request, obj)
            context["figures"] = getattr(obj, "figures", None)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


@admin.register(Series)
class SeriesAdmin(ExchangeAdmin, ContentAdmin):
    resource_classes = [SeriesResource]
    autocomplete_fields = [*ContentAdmin.autocomplete_fields, "project"]
    fieldsets = [
        (None, {"fields": [*both("title", "summary", "body"), "project"]}),
        PICTURE,
        PUBLISHING,
    ]
