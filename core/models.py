"""People who sign in, pictures, and how often pages are read."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.files.base import ContentFile
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from . import pictures


class User(AbstractUser):
    """A member of staff; `language` is the language of the administration for this person."""

    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default="lv"
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")


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
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    translated_fields = ("alt", "credit")

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_decorative=True)
                | (models.Q(alt_lv__isnull=False) & ~models.Q(alt_lv="")),
                name="core_image_has_alt",
                violation_error_message=_("Describe the picture, or mark it as decoration."),
            )
        ]

    def __str__(self):
        return self.alt or self.file.name

    def save(self, *args, **kwargs):
        """Store an uploaded file encoded afresh, and make its smaller copies once."""
        is_new_file = bool(self.file) and not self.file._committed
        if is_new_file:
            name, data = pictures.encoded_afresh(self.file)
            self.file.save(name, ContentFile(data, name=name), save=False)
        super().save(*args, **kwargs)
        if is_new_file:
            pictures.make_renditions(self.file)


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
