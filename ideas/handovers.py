"""Hand-overs: that a municipality got the ideas of a forum, when, and exactly which text."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from library.models import Item
from partnership.models import Organisation

from .forums import Forum


class HandoverQuerySet(models.QuerySet):
    def overdue(self, today):
        """Those to which no reply came in time."""
        return self.filter(replied_on=None, reply_due__lt=today)


class Handover(models.Model):
    """One body got the summary of a forum; `sha256` (hexadecimal) proves which text it got."""

    forum = models.ForeignKey(
        Forum, models.PROTECT, related_name="handovers", verbose_name=_("idea forum")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="handovers", verbose_name=_("handed to")
    )
    handed_on = models.DateField(_("handed over"), default=timezone.localdate)
    document = models.ForeignKey(
        Item, models.PROTECT, related_name="handovers", verbose_name=_("document")
    )
    sha256 = models.CharField(
        max_length=64, editable=False, help_text="Of the document as it was handed over."
    )
    reply_due = models.DateField(_("reply expected by"), null=True, blank=True)
    replied_on = models.DateField(_("replied"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("For staff only."))

    objects = HandoverQuerySet.as_manager()

    owner_paths = ("forum__owner_id",)

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        ordering = ["handed_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "organisation"],
                name="ideas_handover_once",
                violation_error_message=_("The ideas of this forum are handed to it already."),
            ),
            models.CheckConstraint(
                condition=Q(reply_due=None) | Q(reply_due__gte=F("handed_on")),
                name="ideas_handover_due_later",
                violation_error_message=_("The reply cannot be due before the hand-over."),
            ),
            models.CheckConstraint(
                condition=Q(replied_on=None) | Q(replied_on__gte=F("handed_on")),
                name="ideas_handover_replied_later",
                violation_error_message=_("The reply cannot come before the hand-over."),
            ),
        ]

    def __str__(self):
        return f"{self.forum} → {self.organisation}"

    @property
    def is_unchanged(self):
        """Whether the document still is what was handed over."""
        return any(file.sha256 == self.sha256 for file in self.document.files.all())
