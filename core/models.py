"""People who sign in, pictures, and how often pages are read."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from .addresses import OldAddress  # noqa: F401 (Django finds the models of an app here)
from .audit import AuditEntry  # noqa: F401
from .faults import Fault  # noqa: F401
from .library import Document, Image  # noqa: F401
from .links import BrokenLink  # noqa: F401
from .versions import Presence, Version  # noqa: F401


class User(AbstractUser):
    """A member of staff: the language of the administration, the partnerships of this person."""

    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default="lv"
    )
    partnerships = models.ManyToManyField(
        "partnership.Partnership",
        related_name="staff",
        verbose_name=_("partnerships"),
        blank=True,
        help_text=_("For which an author, moderator or editor works."),
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        permissions = [("reach_every_partnership", "Can reach the rows of every partnership")]

    def __str__(self):
        return self.get_full_name() or self.username


class ViewCount(models.Model):
    """How often one page was read on one day: no visitor, no cookie, no address is kept."""

    page = models.CharField(max_length=80)
    day = models.DateField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("view count")
        verbose_name_plural = _("view counts")
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], name="core_viewcount_once_a_day")
        ]

    def __str__(self):
        return f"{self.page} {self.day}: {self.number}"
