"""Pictures: what they show in both languages, a preview, and where they are used."""

from django.contrib import admin
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from core import pictures
from core.models import Image

from .content import TranslatedAdmin, both
from .usage import where_used


def thumbnail(image):
    """The smallest copy of a picture; its alternative text stands beside it in words."""
    if not image.pk or not image.width:
        return "–"
    width = pictures.rendition_widths(image.width)[0]
    name = pictures.rendition_name(image.file.name, width, "jpg")
    return format_html(
        '<img class="thumbnail" src="{}" width="{}" height="{}" alt="" loading="lazy">',
        default_storage.url(name),
        image.width,
        image.height,
    )


@admin.register(Image)
class ImageAdmin(TranslatedAdmin):
    list_display = ["preview", "__str__", "credit", "size", "created_at"]
    list_display_links = ["__str__"]
    list_filter = ["is_decorative"]
    list_per_page = 50
    search_fields = ["alt_lv", "alt_en", "credit", "file"]
    readonly_fields = ["preview", "size", "used_by"]
    fieldsets = [
        (None, {"fields": ["file", *both("alt"), "is_decorative", "credit"]}),
        (_("This picture"), {"fields": ["preview", "size", "used_by"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else fieldsets[:1]

    @admin.display(description=_("preview"))
    def preview(self, image):
        return thumbnail(image)

    @admin.display(description=_("size"))
    def size(self, image):
        return f"{image.width} × {image.height}"

    @admin.display(description=_("used by"))
    def used_by(self, image):
        rows = where_used(image)
        if not rows:
            return _("Not used anywhere yet.")
        return format_html(
            '<ul class="rows">{}</ul>',
            format_html_join("", '<li>{}: <a href="{}">{}</a></li>', map(link_to, rows)),
        )


def link_to(row):
    """(kind, address of the form, name) of a row."""
    opts = row._meta
    address = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk])
    return opts.verbose_name, address, str(row)
