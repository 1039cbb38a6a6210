"""Several people at one row: who else has its form open, and who has saved it meanwhile."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.versions import Presence, Version

from .recording import latest
from .robust import is_key

PRESENT_SECONDS = 45  # after the last sign of an open form


class ColleaguesAdmin:
    """Tells a form's reader of colleagues at the same row, and refuses to overwrite them."""

    def get_urls(self):
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        presence = view(require_POST(self.presence_view))
        return [path("presence/", presence, name=f"{name}_presence"), *super().get_urls()]

    def conflict(self, request, row):
        """Why the form must not be saved: somebody has saved the row since it was opened."""
        self.model._base_manager.select_for_update().filter(pk=row.pk).first()
        newest = latest(self.model, row.pk)
        if newest <= base_of(request):
            return ""
        version = Version.objects.get(pk=newest)
        told = _(
            "%(who)s saved this at %(when)s, while you were editing. Nothing is overwritten and "
            "nothing of yours is lost: keep yours as a draft, then compare the two."
        )
        return told % {"who": version.user_name or "–", "when": moment(version.created_at, "H:i")}

    def presence_view(self, request):
        """Note that this person has the form open; tell who else has, and the newest version."""
        row = self.get_object(request, request.POST.get("object_id", ""))
        if row is None or not self.may_draft(request, row):
            raise PermissionDenied
        place = {"label": self.opts.label_lower, "object_id": row.pk}
        now = timezone.now()
        Presence.objects.update_or_create(**place, user=request.user, defaults={"seen_at": now})
        recent = now - timedelta(seconds=PRESENT_SECONDS)
        others = Presence.objects.filter(**place, seen_at__gt=recent).exclude(user=request.user)
        names = [str(each.user) for each in others.select_related("user")]
        return JsonResponse({"others": names, "version": latest(self.model, row.pk)})


def base_of(request):
    """The newest version that the sent form knew of."""
    text = request.POST.get("seen_version", "")
    return int(text) if is_key(text) else 0


def moment(value, style):
    return date_format(timezone.localtime(value), style)
