"""Links of the published texts that lead nowhere, as the last check found them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BrokenLink(models.Model):
    """A link in one field of one row that did not answer when it was last checked."""

    url = models.CharField(_("address"), max_length=2000)
    label = models.CharField(max_length=80)
    object_id = models.PositiveBigIntegerField()
    field = models.CharField(_("field"), max_length=80)
    name = models.CharField(_("on the page"), max_length=250, blank=True)
    owner = models.ForeignKey(
        "partnership.Partnership",
        models.CASCADE,
        related_name="+",
        verbose_name=_("owner"),
        null=True,
        blank=True,
    )
    reason = models.CharField(_("what is wrong"), max_length=250)
    first_seen_at = models.DateTimeField(_("broken since"), default=timezone.now)
    checked_at = models.DateTimeField(_("checked"), default=timezone.now)

    owner_paths = ("owner_id",)

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        ordering = ["name", "field", "url"]
        indexes = [models.Index(fields=["label", "object_id"], name="core_brokenlink_of")]

    def __str__(self):
        return self.url
