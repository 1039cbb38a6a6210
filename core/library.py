"""Pictures and documents: what each shows, whose it is, and its file."""

import secrets

from django.core.files.base import ContentFile
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from . import documents, pictures
from .files import FileQuerySet, LibraryFile

DESCRIBED = Q(is_decorative=True) | (
    Q(alt_lv__isnull=False, alt_en__isnull=False) & ~Q(alt_lv="") & ~Q(alt_en="")
)


class ImageQuerySet(FileQuerySet):
    def described(self):
        """Pictures that pages may show: described in both languages, or decorative."""
        return self.filter(DESCRIBED)

    def undescribed(self):
        return self.exclude(DESCRIBED)


def focus_field(name):
    return models.PositiveSmallIntegerField(name, default=50, validators=[MaxValueValidator(100)])


class Image(LibraryFile):
    """A picture with its text alternative, stored without the camera's and the place's data."""

    file = models.ImageField(
        _("file"),
        upload_to="pictures/%Y/",
        width_field="width",
        height_field="height",
        help_text=_("JPEG, PNG, WebP, AVIF or GIF up to 15 MB and 50 megapixels."),
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
    focus_x = focus_field(_("focal point, % from the left"))
    focus_y = focus_field(_("focal point, % from the top"))
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)

    objects = ImageQuerySet.as_manager()
    translated_fields = ("alt", "credit")

    class Meta(LibraryFile.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self):
        return self.alt or self.original_name or self.file.name

    @property
    def is_described(self):
        """Whether pages may show it; the same rule as `DESCRIBED`."""
        return self.is_decorative or bool(self.alt_lv and self.alt_en)

    @property
    def focus_classes(self):
        """CSS classes that keep the focal point in sight where the picture is cropped."""
        return f"fx-{round(self.focus_x, -1)} fy-{round(self.focus_y, -1)}"

    def store(self):
        """Put the picture on the disk encoded afresh, and make its smaller copies once."""
        name, data = pictures.encoded_afresh(self.file)
        self.file.save(name, ContentFile(data, name=name), save=False)
        pictures.make_renditions(self.file)

    def stored_names(self):
        return pictures.names_of(self.file.name, self.width) if self.file._committed else []


def new_key():
    """Part of a document's address that cannot be guessed."""
    return secrets.token_urlsafe(9)


class Document(LibraryFile):
    """A file to download. Its address stays the same when a newer file takes its place."""

    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(
        _("file"),
        upload_to="documents/%Y/",
        help_text=_("PDF, Word, Excel, PowerPoint, OpenDocument, CSV or text up to 25 MB."),
    )
    key = models.CharField(max_length=16, unique=True, default=new_key, editable=False)
    extension = models.CharField(max_length=8, editable=False, blank=True)
    size = models.PositiveBigIntegerField(_("size"), editable=False, default=0)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = FileQuerySet.as_manager()
    translated_fields = ("title", "credit")

    class Meta(LibraryFile.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self):
        return self.title or self.original_name

    def store(self):
        documents.validate(self.file)
        self.extension, self.size = documents.extension(self.file.name), self.file.size
        name = documents.stored_name(self.extension)
        self.file.save(name, self.file.file, save=False)

    def stored_names(self):
        return [self.file.name] if self.file and self.file._committed else []

    def name_in(self, language):
        """The readable end of the address, and the name that a download gets."""
        return f"{slugify(getattr(self, f'title_{language}')) or self.key}.{self.extension}"

    def get_absolute_url(self):
        name = f"{slugify(self.title) or self.key}.{self.extension}"
        return reverse("document", args=[self.key, name])
