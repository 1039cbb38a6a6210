"""Adding several pictures at once: each file stands for itself."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from core import pictures
from core.library import Image

from .library import PictureField
from .once import forget, is_first
from .recording import record
from .scope import first_owner

AT_ONCE = 50


class PictureUploads:
    """The page that takes the files; `core.admin.describing` has the one that follows."""

    def upload_view(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = self.owner_form(request)
        if request.method == "POST":
            return self.receive(request, form)
        context = {"form": form, "media": self.media, "at_once": AT_ONCE}
        context |= {"extensions": pictures.EXTENSIONS, "max_bytes": pictures.MAX_BYTES}
        return self.page(request, "core/image/upload", _("Add pictures"), **context)

    def owner_form(self, request):
        """Whose the pictures will be; nobody but the person's own partnerships."""
        owner = Image._meta.get_field("owner")
        data = request.POST if request.method == "POST" else None
        form = forms.Form(data, initial={"owner": first_owner(owner, request)})
        form.fields["owner"] = self.formfield_for_foreignkey(owner, request)
        return form

    def receive(self, request, form):
        """Store each file by itself: one that is refused does not take the others with it."""
        by_script = request.headers.get("Accept") == "application/json"
        if not by_script and not is_first(request):
            return redirect(reverse("admin:core_image_changelist"))
        files = request.FILES.getlist("files")[:AT_ONCE]
        results = [self.take(request, form, file) for file in files]
        if by_script:
            return JsonResponse({"files": results})
        for each in results:
            if each["error"]:
                messages.error(request, _("“%(name)s”: %(error)s") % each)
        keys = [each["id"] for each in results if each["id"]]
        if not keys:
            forget(request)
        return redirect(describing(keys) if keys else reverse("admin:core_image_upload"))

    def take(self, request, form, file):
        """Store one file; {"name", "id", "error"}, where one of the last two is empty."""
        result = {"name": file.name, "id": None, "error": ""}
        if not form.is_valid():
            return result | {"error": " ".join(form.errors["owner"])}
        try:
            checked = PictureField().clean(file)
            with transaction.atomic():
                image = Image.objects.create(file=checked, owner=form.cleaned_data["owner"])
                record(request.user, image, _("Added with others"))
                self.log_addition(request, image, [{"added": {}}])
        except ValidationError as error:
            return result | {"error": " ".join(error.messages)}
        except OSError:
            return result | {"error": _("The server could not store the file; try again later.")}
        return result | {"id": image.pk}


def describing(keys):
    """Address of the page that describes these pictures."""
    return f"{reverse('admin:core_image_describe')}?{urlencode({'pk': keys}, doseq=True)}"
