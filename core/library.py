"""Pictures and documents: what each shows, whose it is, and its file."""

import secrets

from django.core.files.base import ContentFile
from django.core.validators import FileExtensionValidator, MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from . import pictures

DESCRIBED = Q(is_decorative=True) | (
    Q(alt_lv__isnull=False, alt_en__isnull=False) & ~Q(alt_lv="") & ~Q(alt_en="")
)


class ImageQuerySet(models.QuerySet):
    def described(self):
        """Pictures that pages may show: described in both languages, or decorative."""
        return self.filter(DESCRIBED)

    def undescribed(self):
        return self.exclude(DESCRIBED)


class Licence(models.TextChoices):
    """Under which terms others may use a file."""

    ALL_RIGHTS = "all-rights", _("all rights reserved")
    PERMISSION = "permission", _("shown with the author's permission")
    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC0 = "cc0-1.0", "CC0 1.0"
    PUBLIC_DOMAIN = "public-domain", _("public domain")


def owner_field():
    """The partnership that keeps a file."""
    return models.ForeignKey(
        "partnership.Partnership",
        models.PROTECT,
        related_name="+",
        verbose_name=_("owner"),
        null=True,
        blank=True,
        help_text=_("The partnership that may change it; everybody may use it."),
    )


def focus_field(name):
    return models.PositiveSmallIntegerField(name, default=50, validators=[MaxValueValidator(100)])


class Image(models.Model):
    """A picture with its text alternative, stored without the camera's and the place's data."""

    file = models.ImageField(
        _("file"),
        upload_to="pictures/%Y/",
        width_field="width",
        height_field="height",
        validators=[FileExtensionValidator(pictures.EXTENSIONS), pictures.validate],
        help_text=_("JPEG, PNG, WebP or AVIF up to 15 MB and 50 megapixels."),
    )
    alt = models.CharField(
        _("text alternative"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    is_decorative = models.BooleanField(
        _("only decoration"),
        default=False,
        help_text=_("The picture tells nothing that the text does not: no text alternative."),
    )
    credit = models.CharField(_("author"), max_length=150, blank=True)
    licence = models.CharField(
        _("licence"), max_length=16, choices=Licence, default=Licence.ALL_RIGHTS
    )
    owner = owner_field()
    focus_x = focus_field(_("focal point, % from the left"))
    focus_y = focus_field(_("focal point, % from the top"))
    original_name = models.CharField(_("name of the file"), max_length=150, blank=True)
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = ImageQuerySet.as_manager()
    translated_fields = ("alt", "credit")
    owner_paths = ("owner_id",)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.alt or self.original_name or self.file.name

    def save(self, *args, **kwargs):
        """Store an uploaded file encoded afresh, and make its smaller copies once."""
        is_new_file = bool(self.file) and not self.file._committed
        if is_new_file:
            self.original_name = self.original_name or self.file.name[-150:]
            name, data = pictures.encoded_afresh(self.file)
            self.file.save(name, ContentFile(data, name=name), save=False)
        super().save(*args, **kwargs)
        if is_new_file:
            pictures.make_renditions(self.file)


def new_key():
    """Part of a document's address that cannot be guessed."""
    return secrets.token_urlsafe(9)


class Document(models.Model):
    """A file to download. Its address stays the same when a newer file takes its place."""

    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(_("file"), upload_to="documents/%Y/")
    key = models.CharField(max_length=16, unique=True, default=new_key, editable=False)
    extension = models.CharField(max_length=8, editable=False, blank=True)
    size = models.PositiveBigIntegerField(_("size"), editable=False, default=0)
    original_name = models.CharField(_("name of the file"), max_length=150, blank=True)
    credit = models.CharField(_("author"), max_length=150, blank=True)
    licence = models.CharField(
        _("licence"), max_length=16, choices=Licence, default=Licence.ALL_RIGHTS
    )
    owner = owner_field()
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    translated_fields = ("title", "credit")
    owner_paths = ("owner_id",)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.title or self.original_name
