"""What came from another web site, and what is offered to staff to confirm."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .pages.models import SavedPage  # noqa: F401 (Django finds an app's models here)


class ImportedRow(models.Model):
    """A piece of another web site and the row that was made of it, so that it is made once.

    `source` names the other site, `key` the piece there (such as `post/12`). `state` is a digest
    of the row as the import left it: a row that differs was changed by staff and is left alone.
    """

    source = models.CharField(max_length=200)
    key = models.CharField(max_length=400)
    label = models.CharField(max_length=80)
    object_id = models.PositiveBigIntegerField()
    state = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="moving_importedrow_once")
        ]

    def __str__(self):
        return f"{self.source} {self.key}"
