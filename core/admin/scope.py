"""Whose rows a person reaches in the administration: lists, forms, choices, direct addresses."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from core import rights

from .robust import with_chooser


class ScopedAdmin:
    """Rows of a person's own partnerships, unless they are common to all staff."""

    is_common = False  # everybody on the staff may look at the rows and choose them

    def reachable(self, request, rows):
        """The rows of `rows` that this person may open."""
        return rows if self.is_common else rights.own(request.user, rows)

    def choosable(self, request):
        """The rows that this person may choose in the forms of other rows."""
        return self.reachable(request, self.model._default_manager.all())

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        match = request.resolver_match
        if match and match.url_name == "autocomplete":
            return rows.filter(pk__in=keys(self.choosable(request)))
        return self.reachable(request, rows)

    def has_add_permission(self, request):
        """Whoever works for no partnership has no owner to give to a new row."""
        user = request.user
        has_owner = rights.reaches_all(user) or bool(rights.partnerships_of(user))
        return super().has_add_permission(request) and has_owner

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self.is_own(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self.is_own(request, obj)

    def is_own(self, request, obj):
        return obj is None or rights.is_own(request.user, obj)

    def history_view(self, request, object_id, extra_context=None):
        """Asked for the right first: a row out of reach would lead on to the first page."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return super().history_view(request, object_id, extra_context)

    def get_changeform_initial_data(self, request):
        """New rows belong to the person's own partnership."""
        initial = super().get_changeform_initial_data(request)
        names = [field.name for field in self.opts.fields if field.name == "owner"]
        return {name: first_owner(self.opts.get_field(name), request) for name in names} | initial

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """What a row belongs to by another row is chosen among the person's own ones."""
        leads = any(path.startswith(f"{db_field.name}__") for path in owner_paths(self.model))
        if leads and not rights.reaches_all(request.user):
            rows = db_field.related_model._default_manager
            own = Q(pk__in=keys(rights.own(request.user, rows.all())))
            chosen = Q(pk__in=chosen_already(db_field, request))
            kwargs = {"queryset": rows.filter(own | chosen), **kwargs}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        """The form's choices have refused a foreign owner already; this is the second lock."""
        has_owner = "owner_id" in owner_paths(self.model)
        if has_owner and rights.owner_of(obj) is None and not rights.reaches_all(request.user):
            obj.owner_id = first_owner(self.opts.get_field("owner"), request)
        is_nobodys = has_owner and rights.owner_of(obj) is None
        if not rights.is_own(request.user, obj) and not is_nobodys:
            raise PermissionDenied
        super().save_model(request, obj, form, change)


def owner_paths(model):
    return getattr(model, "owner_paths", ())


def first_owner(field, request):
    """Key of the person's partnership, the site's own before others; None when there is none."""
    rows = rights.own(request.user, field.related_model._default_manager.all())
    first = rows.order_by("-is_host", "pk").values_list("pk", "is_host").first()
    is_sure = first and (first[1] or not rights.reaches_all(request.user))
    return first[0] if is_sure else None


class ScopedChoices:
    """For forms and inlines: what can be chosen is limited to what the person may see."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs = limited(self.admin_site, db_field, request, kwargs)
        return super().formfield_for_foreignkey(
            db_field, request, **with_chooser(self, db_field, request, kwargs)
        )

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs = limited(self.admin_site, db_field, request, kwargs)
        return super().formfield_for_manytomany(
            db_field, request, **with_chooser(self, db_field, request, kwargs)
        )


def limited(site, db_field, request, kwargs):
    """The arguments of a form field, with the rows that the person may choose."""
    rows = db_field.remote_field.model._default_manager
    if "queryset" in kwargs or (rights.reaches_all(request.user) and db_field.name == "owner"):
        return kwargs
    if db_field.name == "owner":
        is_the_owner = db_field.model.owner_paths[0] == "owner_id"
        own = rights.own(request.user, rows.all())
        return {**kwargs, "queryset": own, "required": is_the_owner}
    chooser = site._registry.get(rows.model)
    if not isinstance(chooser, ScopedAdmin) or chooser.is_common:
        return kwargs
    return {**kwargs, "queryset": choosable_rows(chooser, rows, db_field, request)}


def choosable_rows(chooser, rows, db_field, request):
    """The rows to choose, asked for by several forms of a request: nothing of it is read yet."""
    known = request.__dict__.setdefault("choosable_rows", {})
    key = db_field, getattr(getattr(request, "edited_row", None), "pk", None)
    if key not in known:
        allowed = Q(pk__in=keys(chooser.choosable(request)))
        known[key] = rows.filter(allowed | Q(pk__in=chosen_already(db_field, request)))
    return known[key]


def nameable(site, request, rows):
    """Those of `rows` that the person may see or choose; a draft can hold the key of any row."""
    chooser = site._registry.get(rows.model)
    if not isinstance(chooser, ScopedAdmin) or chooser.is_common:
        return rows
    seen = chooser.reachable(request, rows.model._default_manager.all())
    return rows.filter(Q(pk__in=keys(seen)) | Q(pk__in=keys(chooser.choosable(request))))


def chosen_already(db_field, request):
    """Keys that the edited row has chosen: they stay possible, though not for a new choice."""
    row = getattr(request, "edited_row", None)
    if row is None or row.pk is None:
        return ()
    model = db_field.model
    way = "pk" if model is type(row) else parent_name(model, type(row))
    rows = model._default_manager.filter(**{way: row.pk}) if way else model._default_manager.none()
    return rows.order_by().values(db_field.name)


def parent_name(model, parent):
    """Name of the first foreign key of `model` to `parent`, or None."""
    return next((each.name for each in model._meta.fields if each.related_model is parent), None)


def keys(rows):
    return rows.order_by().values("pk")
