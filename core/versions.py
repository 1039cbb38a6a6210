"""What the editing form of a row held: versions that were saved, drafts, rows that were deleted."""

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

SHARED_DAYS = 14  # that a preview link works


class VersionQuerySet(models.QuerySet):
    def of(self, model, pk):
        return self.filter(label=model._meta.label_lower, object_id=pk or 0)

    def saved(self):
        return self.filter(kind=Version.Kind.SAVED)

    def drafts(self):
        return self.filter(kind=Version.Kind.DRAFT)

    def unsaved_by(self, user):
        """What this person began to write of rows that were never saved."""
        return self.unfinished().filter(object_id=0, user=user)

    def unfinished(self):
        """Drafts, also those set aside for a later one of the same person."""
        return self.filter(kind__in=(Version.Kind.DRAFT, Version.Kind.ASIDE))

    def deleted(self):
        return self.filter(kind=Version.Kind.DELETED)

    def of_what_is_there(self):
        """Without what belongs to rows that are deleted now, whose forms do not open."""
        same = {name: models.OuterRef(name) for name in ("label", "object_id")}
        return self.exclude(models.Exists(Version.objects.deleted().filter(**same)))


class Version(models.Model):
    """One state of the editing form of a row, as a browser would send it.

    `data` is `{"form": {name: [text]}, "inlines": {prefix: [{name: [text]}]}}`. Restoring,
    continuing a draft and previewing all put it into today's form, so that today's checks,
    sanitiser and rights hold. `object_id` is 0 for the draft of a row that was never saved.
    """

    class Kind(models.TextChoices):
        SAVED = "saved", _("saved")
        DRAFT = "draft", _("draft of changes")
        ASIDE = "aside", _("draft set aside")
        DELETED = "deleted", _("deleted")

    label = models.CharField(max_length=80)
    object_id = models.PositiveBigIntegerField(default=0)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.SAVED)
    name = models.CharField(_("name"), max_length=250, blank=True)
    owner = models.ForeignKey(
        "partnership.Partnership", models.SET_NULL, related_name="+", null=True, blank=True
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)
    user_name = models.CharField(max_length=150, blank=True)
    comment = models.CharField(max_length=250, blank=True)
    base = models.ForeignKey("self", models.SET_NULL, related_name="+", null=True)
    created_at = models.DateTimeField(default=timezone.now)
    shared_at = models.DateTimeField(null=True, blank=True)
    shared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True
    )
    data = models.JSONField()

    objects = VersionQuerySet.as_manager()
    owner_paths = ("owner_id",)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["label", "object_id", "-id"], name="core_version_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["label", "object_id", "user"],
                condition=models.Q(kind="draft"),
                name="core_version_one_draft_each",
            )
        ]

    def __str__(self):
        return f"{self.label}:{self.object_id} {self.kind}"


class Presence(models.Model):
    """Who has the form of a row open; a row that is older than a minute means nothing."""

    label = models.CharField(max_length=80)
    object_id = models.PositiveBigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["label", "object_id", "user"], name="core_presence_once"
            )
        ]

    def __str__(self):
        return f"{self.label}:{self.object_id} {self.user}"


def forget_history(model, keys):
    """Delete what some rows held: their versions and drafts, and their names in the log."""
    label, name = model._meta.app_label, model._meta.model_name
    Version.objects.filter(label=model._meta.label_lower, object_id__in=keys).delete()
    log = LogEntry.objects.filter(content_type__app_label=label, content_type__model=name)
    log.filter(object_id__in=[str(each) for each in keys]).update(object_repr="–")
