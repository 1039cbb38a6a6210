"""Nothing typed is lost, nobody overwrites a colleague: drafts, restored versions, stale forms."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import rights
from core.editorial import snapshots
from core.versions import Version

from .colleagues import ColleaguesAdmin, base_of, moment
from .once import SavedAlready
from .recording import bound, latest, record, record_first
from .robust import is_key

Kind = Version.Kind
HELD = ("restored", "conflict", "shortfall")  # what a request tells its form


class Watched:
    """A form that may hold a restored version, and that refuses to overwrite a newer one."""

    restored, conflict, shortfall = None, "", ""

    def __init__(self, *args, **kwargs):
        if self.restored is not None and not args and "data" not in kwargs:
            kwargs["data"] = self.restored
        super().__init__(*args, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if self.conflict:
            raise ValidationError(self.conflict, code="conflict")
        if self.shortfall:
            raise ValidationError(self.shortfall, code="shortfall")
        return cleaned


class DraftAdmin(ColleaguesAdmin):
    """Adds drafts and restored versions to a form."""

    def get_urls(self):
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("discard/", view(require_POST(self.discard_view)), name=f"{name}_discard"),
            *super().get_urls(),
        ]

    # The form

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        held = {name: getattr(request, name, None) for name in HELD}
        return type(form.__name__, (Watched, form), held) if any(held.values()) else form

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        restored = getattr(request, "restored", None)
        return kwargs if restored is None else {**kwargs, "data": restored}

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        row = self.get_object(request, unquote(object_id)) if object_id else None
        if object_id and row is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        request.edited_row = row
        if not self.may_draft(request, row):
            return super().changeform_view(request, object_id, form_url, extra_context)
        if request.method == "POST":
            if "_draft" in request.POST or (row and not self.may_save(request, row)):
                return self.save_draft(request, row)
            request.conflict = self.conflict(request, row) if row else ""
            context = {"seen_version": request.POST.get("seen_version")}
        else:
            context = self.context_of_drafts(request, row)
        context["may_save"] = not row or self.may_save(request, row)
        request.is_drafting = request.method != "POST"
        return super().changeform_view(
            request, object_id, form_url, {**context, **(extra_context or {})}
        )

    def context_of_drafts(self, request, row):
        """What the form begins with: the row, a draft of this person, or the version asked for."""
        drafts = list(self.drafts(request, row))
        mine = next((each for each in drafts if is_draft_of(each, request.user)), None)
        version = self.version_asked(request, row) or (mine if "saved" not in request.GET else None)
        if version:
            forms = bound(self, request, row)
            request.restored = snapshots.to_post(version.data, *forms)
        seen = latest(self.model, row.pk) if row else 0
        return {
            "seen_version": seen,
            "restored": version,
            "is_outdated": version is not None and is_outdated(version, seen),
            "other_drafts": [each for each in drafts if each != version],
        }

    def drafts(self, request, row):
        """Drafts of a stored row by everybody; of rows never saved, this person's own."""
        versions = Version.objects.filter(label=self.opts.label_lower).select_related("user")
        if row:
            return versions.filter(object_id=row.pk).drafts()
        return versions.unsaved_by(request.user)

    def version_asked(self, request, row):
        key = request.GET.get("version", "")
        if not is_key(key):
            return None
        versions = Version.objects.filter(label=self.opts.label_lower)
        if row:
            return get_object_or_404(versions.filter(object_id=row.pk), pk=key)
        mine = versions.unsaved_by(request.user).values("pk")
        deleted = rights.own(request.user, versions.deleted()).values("pk")
        return get_object_or_404(versions.filter(Q(pk__in=mine) | Q(pk__in=deleted)), pk=key)

    # Keeping a draft

    def save_draft(self, request, row):
        """Keep the form as it is, even incomplete; what visitors see does not change."""
        data = snapshots.of_post(request.POST, *bound(self, request, row, request.POST))
        typed = data["form"].get("title_lv") or data["form"].get("name_lv") or [""]
        place = {"label": self.opts.label_lower, "object_id": row.pk if row else 0}
        mine = Version.objects.unfinished().filter(**place, user=request.user)
        held = mine.filter(pk__in=drafts_in(request)).order_by("-pk").first()
        mine.drafts().exclude(pk=held and held.pk).update(kind=Kind.ASIDE)
        if held:  # also one that a second tab has set aside
            mine.filter(pk=held.pk).update(kind=Kind.DRAFT)
        draft, _is_new = mine.drafts().update_or_create(
            **place,
            user=request.user,
            kind=Kind.DRAFT,
            defaults={
                "data": data,
                "name": (typed[0] or str(row or ""))[:250],
                "owner_id": rights.owner_of(row) if row else None,
                "user_name": str(request.user)[:150],
                "created_at": timezone.now(),
                "base": Version.objects.filter(**place, pk=base_of(request)).first(),
            },
        )
        if request.headers.get("X-Autosave"):
            return JsonResponse({"draft": draft.pk, "saved": moment(draft.created_at, "H:i:s")})
        messages.success(request, _("The draft is kept. What visitors see has not changed."))
        return redirect(self.url_of("change", row.pk) if row else self.url_of("add"))

    def discard_view(self, request):
        """Throw a draft away: one's own, or any of a row that this person may publish."""
        key = request.POST.get("draft", "")
        if not is_key(key):
            raise Http404
        rows = Version.objects.filter(label=self.opts.label_lower).unfinished()
        draft = get_object_or_404(rows, pk=key)
        row = self.get_object(request, str(draft.object_id)) if draft.object_id else None
        if draft.user_id != request.user.pk and not (row and self.may_save(request, row)):
            raise PermissionDenied
        draft.delete()
        messages.success(request, _("The draft is thrown away."))
        return redirect(self.url_of("change", row.pk) if row else self.url_of("changelist"))

    def may_save(self, request, row):
        """Whether this person may change the row itself, not only keep a draft of changes."""
        request.is_drafting = False
        return self.has_change_permission(request, row)

    def may_draft(self, request, row):
        """Whether this person may fill in the form, if only to keep a draft of changes."""
        request.is_drafting = True
        return self.has_change_permission(request, row) if row else self.has_add_permission(request)

    # Saving

    def save_model(self, request, obj, form, change):
        if change:
            record_first(obj)
        else:
            self.bring_back(request, obj)
        super().save_model(request, obj, form, change)

    def brought_back(self, request):
        """The version of a deleted row that a form of a new row holds; None for other new rows."""
        version = self.version_asked(request, None)
        return version if version and version.kind == Kind.DELETED else None

    def bring_back(self, request, obj):
        """A deleted row returns under its own key, with its history."""
        version = self.brought_back(request)
        if version is None:
            return
        Version.objects.select_for_update().filter(pk=version.pk).first()
        version.refresh_from_db(fields=["kind"])
        if version.kind != Kind.DELETED:
            raise SavedAlready(version.object_id)
        if not self.model._base_manager.filter(pk=version.object_id).exists():
            obj.pk = version.object_id
            version.kind = Kind.SAVED
            version.save(update_fields=["kind"])

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        row = form.instance
        record(request.user, row, getattr(request, "comment", ""))
        drafts = Version.objects.of(self.model, row.pk if change else 0).unfinished()
        drafts.filter(pk__in=drafts_in(request)).delete()


def is_draft_of(version, user):
    return version.kind == Kind.DRAFT and version.user_id == user.pk


def drafts_in(request):
    """Keys of the drafts that the form holds: the one it was opened with, the one it keeps."""
    keys = (request.POST.get(name, "") for name in ("from_version", "kept_draft"))
    return [key for key in keys if is_key(key)]


def is_outdated(version, newest):
    """Whether the row was saved after this draft was begun."""
    return version.kind == Kind.DRAFT and (version.base_id or 0) < newest
