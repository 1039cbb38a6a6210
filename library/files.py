"""The files of an item, one for each language, and how often they are taken."""

from pathlib import PurePath
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core import documents
from core.prose.videos import video_at

from . import captions, languages, storing

NO_FACTS = {"mime": "", "size": 0, "sha256": "", "pages": None, "pdf_lacks": ""}


class ItemFile(models.Model):
    """What one opens of an item in one language: a file stored here, or an address elsewhere.

    `sha256` (hexadecimal), `size` (bytes), `mime`, `pages` and `pdf_lacks` (words among title,
    lang, tags) are read from the stored file. A file that no row names any more stays on the
    disk while a version of the item names it (`library.leftovers`), so that it can come back.
    """

    item = models.ForeignKey("library.Item", models.CASCADE, related_name="files")
    language = models.CharField(
        _("language"),
        max_length=3,
        choices=languages.choices,
        default=settings.LANGUAGE_CODE,
    )
    file = models.FileField(_("file"), upload_to=storing.FOLDER, blank=True)
    url = models.URLField(
        _("address elsewhere"),
        max_length=500,
        blank=True,
        help_text=_("Instead of a file. A video of YouTube or Vimeo plays on the page."),
    )
    captions = models.TextField(
        _("captions"), blank=True, help_text=_("WebVTT or SubRip; the file is enough.")
    )
    original_name = models.CharField(
        _("name of the file"), max_length=150, blank=True, editable=False
    )
    mime = models.CharField(max_length=100, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("size"), default=0, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True, editable=False)
    pdf_lacks = models.CharField(max_length=30, blank=True, editable=False)

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

    def save(self, *args, **kwargs):
        """An upload is judged and stored first; what the file tells is written down."""
        if self.file and not self.file._committed:
            original = self.file.name
            self.take(storing.put(self.file.file), original)
        if not self.file:
            self.set_facts({**NO_FACTS, "original_name": ""})
        super().save(*args, **kwargs)

    def clean(self):
        try:
            self.captions = captions.normal(self.captions)
        except ValidationError as error:
            raise ValidationError({"captions": error}) from error

    def take(self, name, original_name):
        """Name a stored file as the one of this row."""
        self.file = name
        self.set_facts(
            {**storing.facts(name), "original_name": PurePath(original_name).name[-150:]}
        )

    def set_facts(self, facts):
        for name, value in facts.items():
            setattr(self, name, value)

    @property
    def extension(self):
        return documents.extension(self.file.name) if self.file else ""

    @property
    def language_name(self):
        return languages.name(self.language)

    @property
    def video(self):
        """The `Video` of a known host at the address, or None."""
        return video_at(self.url) if self.url else None

    @property
    def host(self):
        """The site that the address leads to: youtube.com."""
        return urlsplit(self.url).netloc.removeprefix("www.")

    @property
    def is_played(self):
        """Whether the page plays the stored file itself."""
        return self.mime in storing.PLAYED

    @property
    def is_sound(self):
        return self.mime.startswith("audio/")

    @property
    def is_recording(self):
        """Whether it is to be heard or watched, here or elsewhere."""
        return self.is_played or self.video is not None

    def address(self, extension=None):
        """The lasting address of the stored file; with `vtt`, of its captions.

        It stands in the part of the site that speaks the file's language.
        """
        name = f"{self.language}.{extension or self.extension}"
        spoken = self.language in settings.MODELTRANSLATION_LANGUAGES
        with translation.override(self.language if spoken else settings.LANGUAGE_CODE):
            return reverse("library:item_file", args=[self.item.slug, name])


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
