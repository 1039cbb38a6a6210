"""The broken links of the last check: what is wrong, and the way to the field."""

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _

from core.links import BrokenLink
from core.prose.references import parts

from .reading import ReadOnly
from .robust import RobustLists
from .scope import ScopedAdmin


def form_address(label, pk, field=""):
    """Address of the form of a row, at one of its fields when it is named."""
    try:
        address = reverse(f"admin:{label.replace('.', '_')}_change", args=[pk])
    except NoReverseMatch:
        return ""
    return f"{address}#{anchor(label, field)}" if field else address


def anchor(label, name):
    """Where a field, or the rows inside a form, begin in the form's page."""
    found = field_of(label, name)
    return f"{name}-group" if found is not None and found.auto_created else f"id_{name}"


def field_of(label, name):
    try:
        return apps.get_model(label)._meta.get_field(name)
    except (LookupError, FieldDoesNotExist):
        return None


def field_name(label, name):
    """A field, or the rows inside a form, as the form names them."""
    found = field_of(label, name)
    if found is None:
        return name
    opts = found.related_model._meta if found.auto_created else found
    return capfirst(getattr(opts, "verbose_name_plural", opts.verbose_name))


@admin.register(BrokenLink)
class BrokenLinkAdmin(ReadOnly, RobustLists, ScopedAdmin, admin.ModelAdmin):
    list_display = ["link", "where", "what", "owner", "since"]
    list_display_links = None
    list_filter = [("owner", admin.RelatedOnlyFieldListFilter), "reason"]
    list_select_related = ["owner"]
    list_per_page = 50
    fields = ["url", "name", "reason", "owner", "first_seen_at", "checked_at"]
    search_fields = ["url", "name"]
    change_list_template = "admin/core/brokenlink/change_list.html"

    def get_queryset(self, request):
        return super().get_queryset(request).certain()

    @admin.display(description=_("link"), ordering="url")
    def link(self, row):
        is_web = row.url.startswith(("http://", "https://", "/")) and not parts(row.url)
        text = Truncator(row.url).chars(60)
        return format_html('<a href="{}">{}</a>', row.url, text) if is_web else text

    @admin.display(description=_("where it stands"), ordering="name")
    def where(self, row):
        address = form_address(row.label, row.object_id, row.field)
        name = format_html('<a href="{}">{}</a>', address, row.name) if address else row.name
        return format_html(
            '{}<br><span class="quiet">{}</span>', name, field_name(row.label, row.field)
        )

    @admin.display(description=_("what is wrong"), ordering="reason")
    def what(self, row):
        return row.get_reason_display()

    @admin.display(description=_("broken since"), ordering="first_seen_at")
    def since(self, row):
        return date_format(timezone.localtime(row.first_seen_at), "SHORT_DATE_FORMAT")
