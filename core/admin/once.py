"""A form that is sent twice, as by a double click, makes one row."""

import hashlib

from django.contrib import messages
from django.core.cache import cache
from django.shortcuts import redirect
from django.utils.translation import gettext as _

REMEMBERED_SECONDS = 10 * 60


class SavedAlready(Exception):
    """The row exists; `pk` is its key."""

    def __init__(self, pk):
        super().__init__(pk)
        self.pk = pk


def is_first(request):
    """Whether the form is stored for the first time; whoever sent it a second time is told so.

    To be asked in the transaction of what it stores: when that is undone, it was never sent.
    """
    if cache.add(key_of(request), 0, REMEMBERED_SECONDS):
        return True
    tell(request)
    return False


def forget(request):
    """Nothing of the form could be stored, so that it may come again."""
    cache.delete(key_of(request))


def tell(request):
    messages.info(request, _("This was saved already; the form was sent twice."))


class OnceAdmin:
    """Leads whoever sends the same form of a new row again to the row that is there."""

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except SavedAlready as found:
            tell(request)
            page, arguments = ("change", [found.pk]) if found.pk else ("changelist", [])
            return redirect(self.url_of(page, *arguments))

    def save_model(self, request, obj, form, change):
        if not change and not cache.add(key_of(request), 0, REMEMBERED_SECONDS):
            raise SavedAlready(cache.get(key_of(request)))
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            cache.set(key_of(request), form.instance.pk, REMEMBERED_SECONDS)


def key_of(request):
    """The same for the same form: every page that is shown has a token of its own.

    The cache is in the database: a second request waits for the first, and what is undone there
    is forgotten here.
    """
    files = [(each.name, each.size) for each in request.FILES.values()]
    sent = f"{request.path} {request.POST.urlencode()} {files}"
    return f"added:{request.user.pk}:{hashlib.sha256(sent.encode()).hexdigest()}"
