"""The library: studies, guides, recordings and tours, each with one file for each language."""

import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.content import Content, ContentQuerySet
from core.dates import precision_field
from core.fields import RichText
from core.files import DEEDS, Licence
from partnership.models import Organisation, Territory
from projects.acknowledgement import with_payer
from projects.models import Project

from . import languages
from .files import Download, ItemFile  # noqa: F401 (Django finds the models of an app here)
from .publication import checks
from .versions import later_than

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read for another
CODE_LENGTH = 6


def new_code():
    return "".join(secrets.choice(LETTERS) for _each in range(CODE_LENGTH))


class ItemQuerySet(ContentQuerySet):
    def visible_to(self, user):
        """For staff also what is meant for the staff of every partnership."""
        rows = super().visible_to(user)
        if not user.is_staff or not user.has_perm("library.view_item"):
            return rows
        return rows | self.filter(pk__in=self.model.objects.out().order_by().values("pk"))

    def with_relations(self):
        rows = super().with_relations().select_related("project__programme__fund", "publisher")
        return rows.select_related("replaced_by").prefetch_related("files")

    def with_details(self):
        rows = self.with_relations().select_related("replaces").prefetch_related("territories")
        return with_payer(rows)


class Item(Content):
    """A work that people come back for: a study, a guide, a recording, a virtual tour.

    A newer version is an item of its own that `replaces` this one; both keep their addresses,
    and the short link of either leads to the newest.
    """

    class Kind(models.TextChoices):
        STUDY = "study", _("study")
        GUIDELINE = "guideline", _("guide")
        SUMMARY = "summary", _("summary of ideas or results")
        PRESENTATION = "presentation", _("presentation")
        VIDEO = "video", _("video")
        TOUR = "tour", _("virtual tour")
        RECORDING = "recording", _("recording")
        STORY = "story", _("video story")
        BRAND_BOOK = "brand_book", _("brand book")
        DATASET = "dataset", _("dataset")
        TEMPLATE = "template", _("template")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("everybody")
        REGISTERED = "registered", _("participants of an event, by their link")
        STAFF = "staff", _("staff of this site")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    authors = models.CharField(
        _("authors"),
        max_length=300,
        blank=True,
        help_text=_("Names as they stand in the work, separated by commas."),
    )
    publisher = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="library_items",
        verbose_name=_("publisher"),
        null=True,
        blank=True,
    )
    published_on = models.DateField(
        _("came out"), null=True, blank=True, help_text=_("When the work itself was published.")
    )
    published_precision = precision_field()
    project = models.ForeignKey(
        Project,
        models.SET_NULL,
        related_name="library_items",
        verbose_name=_("project"),
        null=True,
        blank=True,
    )
    territories = models.ManyToManyField(
        Territory,
        related_name="library_items",
        verbose_name=_("territories"),
        blank=True,
        help_text=_("Which places it is about."),
    )
    place = models.CharField(
        _("place"),
        max_length=200,
        blank=True,
        help_text=_("A virtual tour: what is shown, such as a castle."),
    )
    licence = models.CharField(
        _("licence"), max_length=16, choices=Licence, default=Licence.ALL_RIGHTS
    )
    visibility = models.CharField(
        _("who may see it"), max_length=10, choices=Visibility, default=Visibility.PUBLIC
    )
    transcript = RichText(
        _("transcript"),
        blank=True,
        help_text=_("Every word of a video or recording, for people who cannot hear it."),
    )
    no_captions_reason = models.CharField(
        _("why there are no captions"),
        max_length=250,
        blank=True,
        help_text=_("Only when a video can have neither captions nor a transcript."),
    )
    replaces = models.OneToOneField(
        "self",
        models.SET_NULL,
        related_name="replaced_by",
        verbose_name=_("replaces"),
        null=True,
        blank=True,
        help_text=_(
            "The earlier version. It keeps its address and says that there is a newer one."
        ),
    )
    short_code = models.SlugField(
        _("end of the short link"),
        max_length=40,
        unique=True,
        blank=True,
        help_text=_("Such as ngo-study for /d/ngo-study/; later it stays. Empty: it is made up."),
    )

    objects = ItemQuerySet.as_manager()

    public_if = {"visibility": Visibility.PUBLIC}
    translated_fields = (*Content.translated_fields, "place", "transcript")
    public_fields = (
        *("title", "kind", "authors", "publisher", "published_on", "published_precision"),
        *("project", "territories", "place", "licence", "summary", "body", "transcript"),
        *("published_at", "updated_at"),
    )
    list_class = "library.filters.ItemList"
    project_figures = "library.project_figures.groups"
    checked_with = ("files", "territories")
    search_fields = (
        *(*Content.search_fields, "transcript", "authors", "place", "publisher__name"),
        *("project__title", "territories__name", "territories__predecessors__name"),
    )

    class Meta(Content.Meta):
        verbose_name = _("library item")
        verbose_name_plural = _("library items")
        constraints = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(replaces=F("pk")),
                name="library_item_replaces_another",
                violation_error_message=_("An item cannot replace itself."),
            ),
        ]

    def save(self, *args, **kwargs):
        self.short_code = self.short_code.lower() or new_code()
        super().save(*args, **kwargs)

    def clean(self):
        self.short_code = self.short_code.lower()
        if self.replaces and self.replaces in later_than(self):
            raise ValidationError({"replaces": _("This version replaces the one chosen.")})

    def own_checks(self):
        return checks(self)

    @property
    def dye(self):
        return self.project.dye if self.project else "indigo"

    @property
    def projects(self):
        """Its project, in the shape in which pages ask who paid."""
        return [self.project] if self.project else []

    @property
    def is_replaced(self):
        """Whether visitors find a newer version."""
        newer = getattr(self, "replaced_by", None)
        return newer is not None and newer.is_published

    @property
    def years(self):
        return str(self.published_on.year) if self.published_on else ""

    @property
    def deed(self):
        """Address of the licence's text, empty for a licence that has none."""
        return DEEDS.get(self.licence, "")

    @property
    def short_address(self):
        return reverse("library_short_link", args=[self.short_code])

    @property
    def ordered_files(self):
        """In the language of the page first, then in those of the site, then in the others."""
        order = [get_language(), *languages.names(settings.LANGUAGE_CODE)]
        return sorted(self.files.all(), key=lambda file: order.index(file.language))

    def downloads(self):
        return [(file.address(), file.size, file.mime) for file in self.ordered_files if file.file]

    @property
    def is_watched(self):
        """Whether it is to be heard or watched, so that somebody may need it in words."""
        kinds = self.Kind
        by_kind = self.kind in (kinds.VIDEO, kinds.RECORDING, kinds.STORY)
        return by_kind or any(file.is_recording for file in self.files.all())

    @property
    def has_words(self):
        """Whether a recording can be read as well: captions, or a transcript in any language."""
        return bool(
            any(file.captions for file in self.files.all())
            or self.transcript_lv
            or self.transcript_en
        )
