"""What pictures and documents share: origin, owner, and a file that never outlives its row."""

from functools import partial

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """Under which terms others may use a file."""

    ALL_RIGHTS = "all-rights", _("all rights reserved")
    PERMISSION = "permission", _("shown with the author's permission")
    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC0 = "cc0-1.0", "CC0 1.0"
    PUBLIC_DOMAIN = "public-domain", _("public domain")


# What the licences that allow reuse ask to be named beside the file.
DEEDS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}


def remove_on_commit(names):
    """Take files from the disk once it is sure that no row names them any more."""
    for name in names:
        transaction.on_commit(partial(default_storage.delete, name), robust=True)


class FileQuerySet(models.QuerySet):
    def delete(self):
        """Delete the rows and, after the commit, their files with all copies."""
        names = [name for row in self for name in row.stored_names()]
        deleted = super().delete()
        remove_on_commit(names)
        return deleted

    delete.alters_data = True
    delete.queryset_only = True


class LibraryFile(models.Model):
    """A file of the library; a subclass says how it is stored and which names it has then."""

    credit = models.CharField(_("author"), max_length=150, blank=True)
    licence = models.CharField(
        _("licence"), max_length=16, choices=Licence, default=Licence.ALL_RIGHTS
    )
    owner = models.ForeignKey(
        "partnership.Partnership",
        models.PROTECT,
        related_name="+",
        verbose_name=_("owner"),
        null=True,
        blank=True,
        help_text=_("The partnership that may change it; everybody may use it."),
    )
    original_name = models.CharField(_("name of the file"), max_length=150, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    owner_paths = ("owner_id",)

    class Meta:
        abstract = True
        ordering = ["-created_at", "-pk"]

    def save(self, *args, **kwargs):
        """Store an uploaded file under a name of our own; the one it replaces goes afterwards."""
        if not self.file or self.file._committed:
            super().save(*args, **kwargs)
            return
        earlier = type(self)._base_manager.filter(pk=self.pk).first()
        self.original_name = self.file.name[-150:]
        try:
            self.store()
            super().save(*args, **kwargs)
        except Exception:
            remove(self.stored_names())  # a full disk or a refused row leaves nothing behind
            raise
        remove_on_commit(earlier.stored_names() if earlier else ())

    def delete(self, *args, **kwargs):
        names = self.stored_names()
        deleted = super().delete(*args, **kwargs)
        remove_on_commit(names)
        return deleted

    @property
    def deed(self):
        """Address of the licence's text, empty for a licence that has none."""
        return DEEDS.get(self.licence, "")

    @property
    def is_open(self):
        """Whether others may use the file as well."""
        return bool(self.deed) or self.licence == Licence.PUBLIC_DOMAIN


def remove(names):
    for name in names:
        default_storage.delete(name)
