"""Versions of rows: recorded from the whole form, whoever saves."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core import rights
from core.editorial import snapshots
from core.versions import Version

CLASSES = {}  # model admin → `whole_classes`; making them takes most of the time of a version


class Recorder:
    """Sees every field of a form, so that a version is whole whoever made it."""

    pk = id = None
    is_active = is_staff = is_superuser = is_authenticated = True
    _partnership_keys = frozenset()

    def has_perm(self, permission, row=None):
        return True


def whole_form(model_admin, pk, classes=None):
    """The unbound form and inlines of a stored row with all fields, for anybody's history."""
    request = recorders_request()
    row = model_admin.model._base_manager.get(pk=pk) if pk else None
    return bound(model_admin, request, row, classes=classes)


def recorders_request():
    request = HttpRequest()
    request.user = Recorder()
    return request


def whole_classes(row):
    """The classes of the whole form of a stored row: those of the first one serve for its kind.

    They are made of all fields for whoever looks; which rows can be chosen changes no version.
    """
    model_admin = admin.site.get_model_admin(type(row))
    if model_admin not in CLASSES:
        request = recorders_request()
        request.edited_row = row
        CLASSES[model_admin] = form_classes(model_admin, request, row)
    return CLASSES[model_admin]


def form_classes(model_admin, request, row):
    """The class of the form, and (class, inline) of its formsets; making them takes most time."""
    form_class = model_admin.get_form(request, row, change=row is not None)
    return form_class, list(model_admin.get_formsets_with_inlines(request, row))


def bound(model_admin, request, row, data=None, classes=None):
    """The form and inlines of `row`, filled with `data` when it is given; nothing is saved."""
    request.edited_row = row
    form_class, formset_classes = classes or form_classes(model_admin, request, row)
    form = form_class(data, instance=row)
    formsets = [
        formset_class(
            data,
            instance=form.instance,
            prefix=formset_class.get_default_prefix(),
            queryset=inline.get_queryset(request),
        )
        for formset_class, inline in formset_classes
    ]
    return form, formsets


def snapshot(row, classes=None):
    """What the form of a stored row holds now."""
    model_admin = admin.site.get_model_admin(type(row))
    return snapshots.of_forms(*whole_form(model_admin, row.pk, classes or whole_classes(row)))


def record(user, row, comment="", kind=Version.Kind.SAVED, classes=None, name=""):
    """Keep the present state of `row` as a version made by `user`; returns the version.

    `name` says who it was where that is no user.
    Who records many rows of a kind gives the `whole_classes` of one of them.
    """
    return Version.objects.create(
        label=row._meta.label_lower,
        object_id=row.pk,
        kind=kind,
        name=str(row)[:250],
        owner_id=rights.owner_of(row),
        user=user,
        user_name=str(user or name)[:150],
        comment=comment[:250],
        data=snapshot(row, classes),
    )


def record_first(row, classes=None):
    """Before the first change of a row without history, keep how it was."""
    if not Version.objects.of(type(row), row.pk).saved().exists():
        stored = type(row)._base_manager.filter(pk=row.pk).first()
        if stored is not None:
            record(None, stored, _("before the history began"), classes=classes)


def latest(model, pk):
    """Key of the newest saved version of a row, 0 when there is none."""
    rows = Version.objects.of(model, pk).saved()
    return rows.order_by("-pk").values_list("pk", flat=True).first() or 0
