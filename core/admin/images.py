"""Pictures: what they show in both languages, what must stay visible, where they are used."""

from django.contrib import admin
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core import pictures, rights
from core.models import Image

from .describing import PictureDescribing, PictureForm, focus_picker
from .forms import both
from .library import LibraryAdmin
from .uploads import PictureUploads


def thumbnail(image):
    """The smallest copy of a picture; its alternative text stands beside it in words."""
    if not image.pk or not image.width:
        return "–"
    return format_html(
        '<img class="thumbnail" src="{}" width="{}" height="{}" alt="" loading="lazy">',
        pictures.copy_url(image, 0),
        image.width,
        image.height,
    )


class DescribedFilter(admin.SimpleListFilter):
    title = _("description")
    parameter_name = "described"

    def lookups(self, request, model_admin):
        return [("no", _("not described")), ("yes", _("described"))]

    def queryset(self, request, queryset):
        if self.value() == "no":
            return queryset.undescribed()
        return queryset.described() if self.value() == "yes" else queryset


@admin.register(Image)
class ImageAdmin(PictureUploads, PictureDescribing, LibraryAdmin):
    form = PictureForm
    list_display = ["preview", "name", "described", "credit", "licence", "owner", "created_at"]
    list_display_links = ["name"]
    list_filter = [DescribedFilter, "licence", ("owner", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["owner"]
    search_fields = ["alt_lv", "alt_en", "credit_lv", "credit_en", "original_name"]
    readonly_fields = ["focus", "size", "used_by"]
    fieldsets = [
        (None, {"fields": ["file", *both("alt"), "is_decorative"]}),
        (_("Origin"), {"fields": [*both("credit"), ("licence", "owner")]}),
        (_("What must stay visible"), {"fields": ["focus", ("focus_x", "focus_y")]}),
        (_("This picture"), {"fields": ["size", "used_by"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else fieldsets[:2]

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("upload/", view(self.upload_view), name="core_image_upload"),
            path("describe/", view(self.describe_view), name="core_image_describe"),
            *super().get_urls(),
        ]

    def choosable(self, request):
        """Pages show only pictures that are described."""
        return Image.objects.described()

    def changelist_view(self, request, extra_context=None):
        waiting = rights.own(request.user, Image.objects.undescribed()).count()
        may_change = self.has_change_permission(request)
        context = {"waiting": waiting if may_change else 0, **(extra_context or {})}
        return super().changelist_view(request, context)

    @admin.display(description=_("preview"))
    def preview(self, image):
        return thumbnail(image)

    @admin.display(description=_("picture"), ordering="alt_lv")
    def name(self, image):
        return str(image)

    @admin.display(description=_("description"))
    def described(self, image):
        if image.is_described:
            return _("decoration") if image.is_decorative else _("both languages")
        return format_html('<span class="state state-scheduled">{}</span>', _("not described"))

    @admin.display(description=_("picture"))
    def focus(self, image):
        return focus_picker(image)

    @admin.display(description=_("size"))
    def size(self, image):
        return f"{image.width} × {image.height}"
