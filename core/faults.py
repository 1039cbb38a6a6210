"""What published pages lack, as the last check of each page found it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Fault(models.Model):
    """One thing to mend on a published page; `core.publication` says it in words.

    `code` names the check, `detail` the words or figures that it found.
    """

    class Weight(models.TextChoices):
        RULE = "rule", _("breaks a rule")
        ADVICE = "advice", _("could be better")

    label = models.CharField(max_length=80)
    object_id = models.PositiveBigIntegerField()
    name = models.CharField(_("page"), max_length=250, blank=True)
    owner = models.ForeignKey(
        "partnership.Partnership",
        models.CASCADE,
        related_name="+",
        verbose_name=_("owner"),
        null=True,
        blank=True,
    )
    code = models.CharField(_("what is missing"), max_length=40)
    weight = models.CharField(_("weight"), max_length=6, choices=Weight, default=Weight.ADVICE)
    field = models.CharField(_("field"), max_length=80, blank=True)
    detail = models.CharField(_("details"), max_length=250, blank=True)
    found_at = models.DateTimeField(_("found"), default=timezone.now)

    owner_paths = ("owner_id",)

    class Meta:
        verbose_name = _("thing to mend")
        verbose_name_plural = _("things to mend")
        ordering = ["name", "object_id", "-weight", "pk"]
        indexes = [models.Index(fields=["label", "object_id"], name="core_fault_of")]

    def __str__(self):
        return f"{self.name}: {self.code}"
