"""Editing of the library."""

from django.contrib import admin
from django.forms import Script
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, PUBLISHING, WRITING, ContentAdmin, both
from core.admin.content import Part
from core.admin.exchange import ExchangeAdmin
from core.admin.robust import is_key

from .exchange import ItemResource
from .figures import FiguresAdmin
from .forms import FileForm, FilesOfItem
from .models import Item, ItemFile
from .receiving import ReceivingAdmin
from .structured import whole

# What a new version takes over from the one that it replaces.
KEPT = ("kind", "authors", "publisher", "project", "licence", "visibility", "owner", "cover")


class FileInline(Part, admin.StackedInline):
    model = ItemFile
    form = FileForm
    formset = FilesOfItem
    fields = [
        ("language", "present"),
        ("upload", "url"),
        ("captions_upload", "captions"),
        "received",
    ]
    readonly_fields = ["present"]

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj and obj.files.all() else 1

    @admin.display(description=_("now"))
    def present(self, row):
        """The file that is there, or that comes when the form is saved."""
        if not row.file:
            return row.url or _("nothing yet")
        told = f"{row.original_name} ({row.extension.upper()}, {filesizeformat(row.size)})"
        return format_html('<a href="{}">{}</a>', row.address(), told) if row.pk else told


@admin.register(Item)
class ItemAdmin(ReceivingAdmin, FiguresAdmin, ExchangeAdmin, ContentAdmin):
    resource_classes = [ItemResource]
    own_columns = ["kind"]
    list_filter = [
        *ContentAdmin.list_filter,
        *("kind", "visibility", ("project", admin.RelatedOnlyFieldListFilter)),
    ]
    autocomplete_fields = [
        *ContentAdmin.autocomplete_fields,
        *("publisher", "project", "territories", "replaces"),
    ]
    fieldsets = [
        WRITING,
        PICTURE,
        (
            _("The work"),
            {
                "fields": [
                    ("kind", "authors", "publisher"),
                    ("published_on", "published_precision", "licence"),
                    "replaces",
                ]
            },
        ),
        (_("Project and place"), {"fields": ["project", "territories", *both("place")]}),
        (_("In words"), {"fields": [*both("transcript"), "no_captions_reason"]}),
        (
            PUBLISHING[0],
            {"fields": ["visibility", "short_code", *PUBLISHING[1]["fields"]]},
        ),
    ]
    inlines = [FileInline]
    change_form_template = "admin/library/item/change_form.html"

    class Media:
        css = {"all": ["library/item.css"]}
        js = [Script("js/publicity.js", defer=True)]

    def get_readonly_fields(self, request, obj=None):
        """A short link that is printed somewhere stays as it is."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "short_link"] if obj else fields

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return super().get_fieldsets(request, obj)
        *others, (name, options) = super().get_fieldsets(request, obj)
        fields = ["short_link" if each == "short_code" else each for each in options["fields"]]
        return [*others, (name, {**options, "fields": fields})]

    @admin.display(description=_("short link"))
    def short_link(self, item):
        """For print and mail; it leads to the newest version."""
        return format_html(
            '<span class="short-link"><input id="short-link" readonly value="{}" aria-label="{}">'
            '<button class="button" type="button" data-copy-field="short-link" data-done="{}">'
            "<span>{}</span></button></span>",
            whole(item.short_address),
            _("short link"),
            _("Copied"),
            _("Copy"),
        )

    def get_changeform_initial_data(self, request):
        """The form of a new version begins with what the one that it replaces says."""
        initial = super().get_changeform_initial_data(request)
        key = request.GET.get("replaces", "")
        rows = self.choosable(request).filter(pk=key) if is_key(key) else ()
        for item in rows:
            initial |= {name: getattr(item, f"{name}_id", getattr(item, name)) for name in KEPT}
            initial["territories"] = list(item.territories.values_list("pk", flat=True))
            names = [name for pair in both("title", "summary", "body", "place") for name in pair]
            initial |= {name: getattr(item, name) for name in names}
        return initial
