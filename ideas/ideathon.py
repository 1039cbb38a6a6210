"""Ideathons: needs become challenges, teams answer them, a jury scores, one is paid for."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.content import Content
from core.numbers import euro
from events.models import Event
from library.models import Item
from partnership.models import Organisation
from projects.models import Project

from .ideathon_querysets import IdeathonQuerySet

MONEY = {"max_digits": 10, "decimal_places": 2, "validators": [MinValueValidator(Decimal(0))]}


class Ideathon(Content):
    """A day on which teams look for solutions, and what came of it.

    `results_at` is set once, by `ideathon_actions.publish_results`: from then on places, points
    and awards are public, and triggers (migration `ideathon_triggers`) refuse every change of what
    they are computed from.
    """

    project = models.ForeignKey(
        Project,
        models.PROTECT,
        related_name="ideathons",
        verbose_name=_("project"),
        help_text=_("It pays for the solutions; the page carries what its funder asks for."),
    )
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        related_name="ideathons",
        verbose_name=_("the day itself"),
        null=True,
        blank=True,
        help_text=_("People register there."),
    )
    needs = models.ForeignKey(
        "ideas.Forum",
        models.SET_NULL,
        related_name="ideathons",
        verbose_name=_("forum of the needs"),
        null=True,
        blank=True,
    )
    rules = models.ForeignKey(
        Item,
        models.SET_NULL,
        related_name="+",
        verbose_name=_("rules"),
        null=True,
        blank=True,
    )
    budget = models.DecimalField(
        _("money for solutions, EUR"),
        default=0,
        help_text=_("All awards together never exceed it."),
        **MONEY,
    )
    solutions_close_at = models.DateTimeField(
        _("solutions are taken until"),
        null=True,
        blank=True,
        help_text=_("Empty: none are taken on the site."),
    )
    results_at = models.DateTimeField(_("results published"), null=True, editable=False)

    objects = IdeathonQuerySet.as_manager()

    public_fields = (
        *("title", "project", "event", "budget", "solutions_close_at", "results_at"),
        *("summary", "body", "published_at", "updated_at"),
    )
    project_figures = "ideas.ideathon_project_figures.groups"
    list_class = "ideas.ideathon_filters.IdeathonList"
    search_fields = (
        *Content.search_fields,
        *("project__title", "challenges__title", "challenges__text"),
    )

    class Meta(Content.Meta):
        verbose_name = _("ideathon")
        verbose_name_plural = _("ideathons")
        constraints = [
            *Content.Meta.constraints,
            models.CheckConstraint(condition=Q(budget__gte=0), name="ideas_ideathon_budget"),
        ]

    def clean(self):
        """The same that the database refuses."""
        super().clean()
        published = Q(challenges__solutions__state="published")
        most = models.Max("challenges__solutions__asked", filter=published)
        asked = Ideathon.objects.filter(pk=self.pk).aggregate(most=most)["most"] or 0
        if self.budget is not None and self.budget < asked:
            told = _("A published solution asks for %(asked)s: there cannot be less money.")
            raise ValidationError(told % {"asked": euro(asked)})

    @property
    def has_results(self):
        return self.results_at is not None

    @property
    def takes_solutions(self):
        """Whether teams can send in solutions now."""
        closes = self.solutions_close_at
        return closes is not None and closes > timezone.now() and not self.has_results

    @property
    def public_project(self):
        """The project, when visitors may see it."""
        return self.project if self.project.is_published else None

    @property
    def dye(self):
        return self.project.dye


class Challenge(models.Model):
    """One question of an ideathon that teams answer."""

    ideathon = models.ForeignKey(
        Ideathon, models.CASCADE, related_name="challenges", verbose_name=_("ideathon")
    )
    title = models.CharField(_("challenge"), max_length=250)
    text = models.TextField(_("what it is about"), blank=True)
    posed_by = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        related_name="challenges",
        verbose_name=_("who poses it"),
        null=True,
        blank=True,
    )
    needs = models.ManyToManyField(
        "ideas.Idea",
        related_name="challenges",
        verbose_name=_("needs that it answers"),
        blank=True,
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    translated_fields = ("title", "text")
    public_fields = ("title",)
    owner_paths = ("ideathon__owner_id",)

    class Meta:
        verbose_name = _("challenge")
        verbose_name_plural = _("challenges")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title or ""


class Criterion(models.Model):
    """What the jury looks at. Points of 0–5 count `weight` times."""

    ideathon = models.ForeignKey(
        Ideathon, models.CASCADE, related_name="criteria", verbose_name=_("ideathon")
    )
    title = models.CharField(_("criterion"), max_length=200)
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=1, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    translated_fields = ("title",)
    owner_paths = ("ideathon__owner_id",)

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=5), name="ideas_criterion_weight"
            )
        ]

    def __str__(self):
        return self.title or ""
