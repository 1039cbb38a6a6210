"""Addresses that pages had before, here or on an earlier web site, and where they lead now."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OldAddress(models.Model):
    """An address that leads to a page of this site (`label`, `object_id`) or to `target`.

    `path` starts with a slash and may carry a query, such as `/index.php?id=12`.
    """

    path = models.CharField(_("old address"), max_length=500, unique=True)
    label = models.CharField(max_length=80, blank=True)
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    target = models.CharField(
        _("leads to"),
        max_length=500,
        blank=True,
        help_text=_("An address of this site, such as /lv/projekti/viedie-ciemi/."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        ordering = ["path"]
        indexes = [models.Index(fields=["label", "object_id"], name="core_oldaddress_of")]

    def __str__(self):
        return self.path
