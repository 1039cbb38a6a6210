"""Whose a row is, and what a person may do with it.

Roles (`core.roles`) say what a person may do with a kind of rows; membership in partnerships says
with which rows. A model names the ways to its partnership in `owner_paths`, the first that leads
somewhere counts; a model without `owner_paths` belongs to the site as a whole.
"""

from django.db.models import Q

REACH_ALL = "core.reach_every_partnership"


def reaches_all(user):
    """Whether the person's role holds for the rows of every partnership."""
    return user.has_perm(REACH_ALL)


def partnerships_of(user):
    """Keys of the partnerships that the person works for; asked once in a request."""
    if not hasattr(user, "_partnership_keys"):
        keys = user.partnerships.values_list("pk", flat=True) if user.pk else ()
        user._partnership_keys = frozenset(keys)
    return user._partnership_keys


def owner_of(row):
    """Key of the partnership that `row` belongs to, or None."""
    for path in getattr(row, "owner_paths", ()):
        value = row
        for step in path.split("__"):
            value = getattr(value, step, None)
        if value is not None:
            return value if isinstance(value, int) else value.pk
    return None


def is_own(user, row):
    """Whether the role of `user` holds for this row."""
    if reaches_all(user):
        return True
    return owner_of(row) in partnerships_of(user)


def own(user, queryset):
    """The rows of `queryset` for which the role of `user` holds."""
    if reaches_all(user):
        return queryset
    paths = getattr(queryset.model, "owner_paths", ())
    asked, earlier = Q(pk__in=()), Q()
    for path in paths:
        asked |= earlier & Q(**{f"{path}__in": partnerships_of(user)})
        earlier &= Q(**{f"{path}__isnull": True})
    return queryset.filter(asked)


def may(user, action, model, row=None):
    """Whether `user` may `action` ("add", "change", "publish" …) rows of `model`, or this `row`."""
    opts = model._meta
    allowed = user.has_perm(f"{opts.app_label}.{action}_{opts.model_name}")
    return allowed and (row is None or is_own(user, row))
