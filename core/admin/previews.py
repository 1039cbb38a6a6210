"""Preview of the form before it is saved, and links that show one version to a colleague."""

from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.editorial import snapshots
from core.editorial.preview import HEADERS, Preview, render_preview
from core.versions import SHARED_DAYS, Version

from .recording import bound
from .robust import is_key

SALT = "core.preview"
LANGUAGES = settings.MODELTRANSLATION_LANGUAGES


class PreviewAdmin:
    """Adds previews and preview links to the form of a kind of content."""

    def get_urls(self):
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("preview/", view(require_POST(self.preview_view)), name=f"{name}_preview"),
            path("share/", view(require_POST(self.share_view)), name=f"{name}_share"),
            *super().get_urls(),
        ]

    def preview_view(self, request):
        """The form as it stands, shown by the public page; `object_id` is empty for a new row."""
        key = request.GET.get("object_id", "")
        row = self.get_object(request, key) if key else None
        if key and row is None:
            raise Http404
        if not self.may_draft(request, row):
            raise PermissionDenied
        language = request.GET.get("language")
        preview = Preview(language=language if language in LANGUAGES else LANGUAGES[0])
        return render_preview(request, *bound(self, request, row, request.POST), preview)

    def share_view(self, request):
        """Make or end the link to one version."""
        key = request.POST.get("version", "")
        if not is_key(key):
            raise Http404
        version = get_object_or_404(Version, pk=key, label=self.opts.label_lower, object_id__gt=0)
        row = self.get_object(request, str(version.object_id))
        if row is None or not self.may_draft(request, row):
            raise PermissionDenied
        version.shared_at = None if "_end" in request.GET else timezone.now()
        version.shared_by = request.user
        version.save(update_fields=["shared_at", "shared_by"])
        if version.shared_at is None:
            messages.success(request, _("The preview link no longer works."))
        return redirect(self.url_of("history", row.pk))

    def add_links(self, request, versions):
        for version in versions:
            if is_shared(version):
                version.link = request.build_absolute_uri(link_to(version))
                version.shared_until = version.shared_at + timedelta(days=SHARED_DAYS)


def is_shared(version):
    since = version.shared_at
    return since is not None and timezone.now() < since + timedelta(days=SHARED_DAYS)


def link_to(version):
    """The address holds the version and the moment of sharing, signed: a new link ends the old."""
    token = signing.dumps([version.pk, version.shared_at.isoformat()], salt=SALT)
    return reverse("shared_preview", args=[token])


def shared_version(token):
    """The version behind a preview link; None when the link has ended or was never made here."""
    try:
        key, since = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    version = Version.objects.filter(pk=key).select_related("shared_by").first()
    alive = version is not None and is_shared(version) and version.shared_at.isoformat() == since
    return version if alive and version.shared_by and version.shared_by.is_active else None


@require_safe
def shared_preview(request, token):
    """One version as a page, for anybody who has the link, with the rights of who made it."""
    language = request.GET.get("language")
    language = language if language in LANGUAGES else LANGUAGES[0]
    version = shared_version(token)
    response = version and page_of_version(request, version, language)
    if not response:
        with translation.override(language):
            response = render(request, "core/preview_ended.html", status=410)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def page_of_version(request, version, language):
    model_admin = admin.site.get_model_admin(apps.get_model(version.label))
    visitor, request.user = request.user, version.shared_by
    row = model_admin.get_object(request, str(version.object_id))
    if row is None or not model_admin.may_draft(request, row):
        request.user = visitor
        return None
    data = snapshots.to_post(version.data, *bound(model_admin, request, row))
    forms = bound(model_admin, request, row, data)
    request.user = visitor
    preview = Preview(
        language=language,
        until=version.shared_at + timedelta(days=SHARED_DAYS),
        languages=[(code, f"?language={code}") for code in LANGUAGES],
    )
    return render_preview(request, *forms, preview)
