"""What the forms of pictures and documents share: the library is common, a file in use stays."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected as delete_rows
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminFileWidget
from django.db import models
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core import documents, pictures
from core.content import content_models

from .content import TranslatedAdmin
from .forms import NATIVE_FIELDS
from .usage import as_list, where_used


class FileWidget(AdminFileWidget):
    """Names the file that is there by the name that its editor knows."""

    template_name = "admin/core/file_input.html"


class LibraryFileField(forms.FileField):
    """A file whose length of name does not matter: the library gives it a name of its own."""

    widget = FileWidget
    extensions = ()

    def __init__(self, *, max_length=None, **options):
        super().__init__(**options)

    def widget_attrs(self, widget):
        return {"accept": ",".join(f".{extension}" for extension in self.extensions)}


class PictureField(LibraryFileField):
    extensions = pictures.EXTENSIONS
    default_validators = [pictures.validate]


class DocumentField(LibraryFileField):
    extensions = list(documents.KINDS)
    default_validators = [documents.validate]


def publishes(user):
    """Whether the person may put pages before visitors; authors may not."""
    names = [(model._meta.app_label, model._meta.model_name) for model in content_models()]
    return any(user.has_perm(f"{app}.publish_{model}") for app, model in names)


@admin.action(description=_("Delete those that are not used"), permissions=["delete"])
def delete_selected(model_admin, request, queryset):
    """Django's own deletion with its question, for the rows that nothing uses."""
    used = {row: places for row in queryset if (places := where_used(row))}
    for row, places in used.items():
        messages.warning(request, kept(row, places, request.user))
    free = queryset.exclude(pk__in=[row.pk for row in used])
    return delete_rows(model_admin, request, free) if free.exists() else None


def kept(row, places, user):
    told = _("“%(name)s” is used and stays. Take it out there first:") % {"name": row}
    return format_html("{} {}", told, as_list(places, user))


class LibraryAdmin(TranslatedAdmin):
    """Everybody on the staff looks at all files and uses them; the owner's people change them."""

    formfield_overrides = {
        **NATIVE_FIELDS,
        models.ImageField: {"form_class": PictureField, "widget": FileWidget},
        models.FileField: {"form_class": DocumentField, "widget": FileWidget},
    }
    list_per_page = 50
    actions = [delete_selected]
    # A deleted file is gone from the disk: nothing could be brought back.
    delete_model = admin.ModelAdmin.delete_model
    delete_queryset = admin.ModelAdmin.delete_queryset

    class Media:
        css = {"all": ["core/library.css"]}
        js = [forms.Script("core/library.js", defer=True)]

    def reachable(self, request, rows):
        return rows

    def get_object(self, request, *args, **kwargs):
        """The row knows who looks at it: `used_by` names what this person may see."""
        row = super().get_object(request, *args, **kwargs)
        if row is not None:
            row.viewer = request.user
        return row

    def has_change_permission(self, request, obj=None):
        """What an author changes must not change a page that is out."""
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or publishes(request.user) or not where_used(obj)

    def changelist_view(self, request, extra_context=None):
        context = {"has_deleted": False, **(extra_context or {})}
        return super().changelist_view(request, context)

    def delete_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, unquote(object_id))
        if row and self.has_delete_permission(request, row) and (places := where_used(row)):
            messages.error(request, kept(row, places, request.user))
            return redirect(self.url_of("change", row.pk))
        return super().delete_view(request, object_id, extra_context)

    @admin.display(description=_("used by"))
    def used_by(self, row):
        places = where_used(row)
        return as_list(places, row.viewer) if places else _("Not used anywhere yet.")
