"""Documents: files to download, each at an address that outlives its replacement."""

from django.contrib import admin
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.models import Document

from .forms import both
from .library import LibraryAdmin


class KindFilter(admin.AllValuesFieldListFilter):
    """Kinds of files, under the heading that the column has."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = _("kind")


@admin.register(Document)
class DocumentAdmin(LibraryAdmin):
    list_display = ["title", "kind", "download", "licence", "owner", "updated_at"]
    list_filter = [("extension", KindFilter), ("owner", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["owner"]
    search_fields = ["title_lv", "title_en", "original_name"]
    readonly_fields = ["address", "kind", "used_by"]
    fieldsets = [
        (None, {"fields": ["file", *both("title")]}),
        (_("Origin"), {"fields": [*both("credit"), ("licence", "owner")]}),
        (_("This document"), {"fields": ["address", "kind", "used_by"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else fieldsets[:2]

    @admin.display(description=_("address"))
    def address(self, document):
        return format_html('<a href="{0}">{0}</a>', document.get_absolute_url())

    @admin.display(description=_("file"))
    def download(self, document):
        return format_html('<a href="{}">{}</a>', document.get_absolute_url(), _("Download"))

    @admin.display(description=_("kind"), ordering="extension")
    def kind(self, document):
        return f"{document.extension.upper()}, {filesizeformat(document.size)}"
