"""The files of an item, one for each language, and how often they are taken."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from . import languages

FOLDER = "documents/library"  # what lies there is sent by views alone, never as a media file


class ItemFile(models.Model):
    """What one opens of an item in one language: a file stored here, or an address elsewhere.

    `sha256` (hexadecimal), `size` (bytes), `mime` and `pages` are read from the stored file.
    """

    item = models.ForeignKey("library.Item", models.CASCADE, related_name="files")
    language = models.CharField(
        _("language"),
        max_length=3,
        choices=languages.choices,
        default=settings.LANGUAGE_CODE,
    )
    file = models.FileField(_("file"), upload_to=f"{FOLDER}/%Y/", blank=True)
    url = models.URLField(
        _("address elsewhere"),
        max_length=500,
        blank=True,
        help_text=_("A video of YouTube or Vimeo is shown on the page, after a click."),
    )
    captions = models.TextField(_("captions"), blank=True)
    original_name = models.CharField(_("name of the file"), max_length=150, blank=True)
    mime = models.CharField(max_length=100, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("size"), default=0, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("file of an item")
        verbose_name_plural = _("files of the item")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "language"],
                name="library_itemfile_one_a_language",
                violation_error_message=_("There is a file in this language already."),
            ),
            models.CheckConstraint(
                condition=(Q(file="") & ~Q(url="")) | (~Q(file="") & Q(url="")),
                name="library_itemfile_file_or_url",
                violation_error_message=_("Give either a file or an address, not both."),
            ),
        ]

    def __str__(self):
        return self.original_name or self.url


class Download(models.Model):
    """How often the files of one item were taken on one day; nothing about who took them."""

    item = models.ForeignKey("library.Item", models.CASCADE, related_name="+")
    day = models.DateField(_("day"))
    number = models.PositiveIntegerField(_("downloads"), default=0)

    class Meta:
        verbose_name = _("downloads of a day")
        verbose_name_plural = _("downloads")
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(fields=["item", "day"], name="library_download_once_a_day")
        ]

    def __str__(self):
        return f"{self.item_id} {self.day}: {self.number}"
