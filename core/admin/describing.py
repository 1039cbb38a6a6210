"""Describing pictures: the rule of the form, the focal point, one page for several pictures."""

import re
from functools import partial

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import modelformset_factory
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import pictures, rights
from core.library import Image

from .forms import both
from .recording import record
from .uploads import AT_ONCE

ALTS, ORIGIN = both("alt")[0], (*both("credit")[0], "licence")
FOCUS = ("focus_x", "focus_y")
FIELDS = (*ALTS, "is_decorative", *ORIGIN, *FOCUS)


def focus_picker(image, prefix=""):
    """The picture to point at, and how it looks cropped; two number fields say the same."""
    context = {"image": image, "prefix": prefix, "source": pictures.copy_url(image, 0)}
    return render_to_string("admin/core/image/focus.html", context)


class PictureForm(forms.ModelForm):
    """A picture is described in every language, or it is decoration."""

    def clean(self):
        cleaned = super().clean()
        if not self.cleaned_data.get("is_decorative"):
            for name in ALTS:
                if not self.cleaned_data.get(name) and not self.has_error(name):
                    self.add_error(name, _("Describe the picture, or mark it as decoration."))
        return cleaned


class DescribingForm(PictureForm):
    """One picture of several: untouched it is left as it is, to be described another day."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.empty_permitted = True
        self.picker = focus_picker(self.instance, f"{self.prefix}-")

    def has_changed(self):
        """Neither for a picture that is gone, nor for what a colleague has described meanwhile."""
        if self.instance.pk is None:
            return False
        names = map(self.add_prefix, (*ALTS, "is_decorative"))
        is_described = self.instance.is_described and not any(map(self.data.get, names))
        return super().has_changed() and not is_described

    def words(self):
        return [self[name] for name in ALTS]

    def origin(self):
        return [self[name] for name in ORIGIN]

    def focus(self):
        return [self[name] for name in FOCUS]


class SharedOrigin(forms.Form):
    """The author and licence that all pictures of the page have in common."""

    same = forms.BooleanField(
        label=gettext_lazy("The same author and licence for all of them"), required=False
    )

    def origin(self):
        return [self[name] for name in ORIGIN]


def shared_origin(rows):
    """What the pictures have in common now, for the first sight of the form."""
    found = {tuple(getattr(row, name) or "" for name in ORIGIN) for row in rows}
    if len(found) != 1:
        return {}
    return {"same": len(rows) > 1, **dict(zip(ORIGIN, found.pop(), strict=True))}


class PictureDescribing:
    """The page that describes several pictures."""

    def describe_view(self, request):
        """One form for each picture; those that stay untouched stay as they are."""
        rows = self.to_describe(request)
        data = request.POST if request.method == "POST" else None
        formset = self.describing_formset(request)(data, queryset=rows)
        shared = self.shared_form(request, rows)
        if data is not None and formset.is_valid() and shared.is_valid():
            self.keep(request, formset, shared.cleaned_data)
            return redirect("admin:core_image_changelist")
        context = {"formset": formset, "shared": shared, "media": self.media}
        return self.page(request, "core/image/describe", _("Describe the pictures"), **context)

    def to_describe(self, request):
        """The pictures of the form that is sent, or that the address names, else all of the
        person's that wait."""
        held = [key for name, key in request.POST.items() if re.fullmatch(r"form-\d+-id", name)]
        keys = [
            key for key in held or request.GET.getlist("pk") if key.isdecimal() and len(key) < 18
        ]
        rows = rights.own(request.user, Image.objects.order_by("pk"))
        rows = rows.filter(pk__in=keys) if keys else rows.undescribed()
        chosen = [row.pk for row in rows[:AT_ONCE] if self.has_change_permission(request, row)]
        if not self.has_change_permission(request) or (keys and not chosen):
            raise PermissionDenied
        return rows.filter(pk__in=chosen)

    def describing_formset(self, request):
        return modelformset_factory(
            Image,
            form=DescribingForm,
            fields=FIELDS,
            extra=0,
            formfield_callback=partial(self.formfield_for_dbfield, request=request),
        )

    def shared_form(self, request, rows):
        """The common origin, with the fields of the model."""
        form = SharedOrigin(request.POST or None, prefix="all", initial=shared_origin(rows))
        for name in ORIGIN:
            form.fields[name] = self.formfield_for_dbfield(Image._meta.get_field(name), request)
            form.fields[name].required = False  # a single picture is not asked for it
        return form

    def keep(self, request, formset, shared):
        """Save what was written, and the common origin where it was asked for."""
        forms = [form for form in formset.initial_forms if form.instance.pk]
        for form in forms:
            image, is_touched = form.instance, form.has_changed()
            if shared["same"]:
                for name in ORIGIN:
                    setattr(image, name, shared[name])
            if is_touched or shared["same"]:
                image.save()
                record(request.user, image, _("Described with others"))
                self.log_change(request, image, [{"changed": {}}])
        self.tell(request, [form.instance for form in forms])

    def tell(self, request, images):
        waiting = sum(not image.is_described for image in images)
        done = len(images) - waiting
        if done:
            told = ngettext("%d picture is described.", "%d pictures are described.", done)
            messages.success(request, told % done)
        if waiting:
            told = ngettext("%d picture still waits.", "%d pictures still wait.", waiting)
            messages.warning(request, told % waiting)
