"""The rows that belong to one project: results, words, steps, links, pictures, ties."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.dates import precision_field
from core.numbers import number
from partnership.models import Organisation

from .partners import part_of_project


class Result(models.Model):
    """A figure that staff type: planned or reached, exact or a bound (“more than 140”).

    What the site can count from rows is not typed (`projects.report`); the report to the funder
    has the reached ones too, each with its source.
    """

    class Sign(models.TextChoices):
        EXACT = "exact", _("exactly")
        MORE = "more", _("more than")
        ABOUT = "about", _("about")

    project = part_of_project("results")
    label = models.CharField(
        _("what is counted"), max_length=150, help_text=_("Such as participants.")
    )
    sign = models.CharField(_("sign"), max_length=5, choices=Sign, default=Sign.EXACT)
    value = models.DecimalField(_("figure"), max_digits=14, decimal_places=2)
    is_planned = models.BooleanField(_("planned, not yet reached"), default=False)
    source = models.CharField(
        pgettext_lazy("of a figure", "source"),
        max_length=200,
        blank=True,
        help_text=_("For the report: where the figure is from, such as the sign-in sheets."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    translated_fields = ("label", "source")

    class Meta:
        verbose_name = _("result in figures")
        verbose_name_plural = _("results in figures")
        ordering = ["position", "pk"]

    def __str__(self):
        return f"{self.label}: {number(self.value)}"


class Quote(models.Model):
    """Somebody's words, or a document's, with who said them."""

    project = part_of_project("quotes")
    text = models.TextField(_("words"))
    person = models.CharField(_("person"), max_length=150, blank=True)
    role = models.CharField(pgettext_lazy("of a person", "role"), max_length=150, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        related_name="+",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
    )
    source = models.CharField(
        _("document"), max_length=250, blank=True, help_text=_("And its date.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    translated_fields = ("text", "role", "source")

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.person or self.source or ""


class Milestone(models.Model):
    """A step of the project on its time line."""

    project = part_of_project("milestones")
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), blank=True)
    happens_on = models.DateField(_("date"), null=True, blank=True)
    precision = precision_field()
    is_highlight = models.BooleanField(_("highlighted"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    translated_fields = ("title", "text")

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title or ""


class ProjectLink(models.Model):
    """A link to more about the project; its text says where it leads."""

    project = part_of_project("links")
    label = models.CharField(_("text of the link"), max_length=200)
    url = models.URLField(_("address"), max_length=500)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    translated_fields = ("label",)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.label or ""


class ProjectImage(models.Model):
    """A picture of the project's gallery."""

    project = part_of_project("gallery")
    image = models.ForeignKey(
        "core.Image", models.PROTECT, related_name="+", verbose_name=_("picture")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = pgettext_lazy("gallery", "picture")
        verbose_name_plural = _("gallery")
        ordering = ["position", "pk"]

    def __str__(self):
        return str(self.image)


class ProjectRelation(models.Model):
    """One project's tie to another; the other project's page shows it too."""

    class Kind(models.TextChoices):
        TWIN = "twin", _("national twin")
        FOLLOW_UP = "follow-up", _("follow-up")
        EARLIER = "earlier", _("earlier project")
        RELATED = "related", pgettext_lazy("kind of relation", "related")

    project = part_of_project("relations")
    other = models.ForeignKey(
        "projects.Project",
        models.CASCADE,
        related_name="relations_from_others",
        verbose_name=_("other project"),
    )
    kind = models.CharField(
        _("the other project is"), max_length=9, choices=Kind, default=Kind.RELATED
    )

    class Meta:
        verbose_name = _("related project")
        verbose_name_plural = _("related projects")
        constraints = [
            models.UniqueConstraint(fields=["project", "other"], name="projects_relation_once"),
            models.CheckConstraint(
                condition=~models.Q(project=models.F("other")),
                name="projects_relation_not_to_itself",
                violation_error_message=_("A project cannot be related to itself."),
            ),
        ]

    def __str__(self):
        return f"{self.other}: {self.get_kind_display()}"
