"""What visitors send in: mails to them, and counts of how often forms are sent."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.retention import Kept

from .moderation import Moderated  # noqa: F401 (the bases that upper apps build on)
from .outbox import Outbox  # noqa: F401 (Django finds the models of an app here)
from .visitors import ByVisitor  # noqa: F401


class Hit(models.Model):
    """How often a form came from one sender in one period; `bucket` cannot be read back."""

    bucket = models.CharField(max_length=40)
    begins_at = models.DateTimeField(db_index=True)
    number = models.PositiveIntegerField()

    retention = (
        Kept(
            what=_("How often a form was sent from one network, as a number without the address"),
            purpose=_("to keep out machines that send forms"),
            how_long=_("2 days"),
            forget=lambda model, now: model.objects.filter(
                begins_at__lt=now - timedelta(days=2)
            ).delete()[0],
        ),
    )

    class Meta:
        verbose_name = _("count of sent forms")
        verbose_name_plural = _("counts of sent forms")
        constraints = [
            models.UniqueConstraint(fields=["bucket", "begins_at"], name="engage_hit_once")
        ]

    def __str__(self):
        return f"{self.begins_at:%Y-%m-%d %H:%M}: {self.number}"
