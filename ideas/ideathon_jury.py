"""The jury of an ideathon: who scores by link, what they scored, what was decided then."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.retention import Kept
from engage.visitors import ByVisitor, ByVisitorQuerySet
from projects.models import Project

from .ideathon import MONEY, Criterion, Ideathon
from .ideathon_querysets import long_over
from .ideathon_solution import Solution

MOST_POINTS = 5


class JurorQuerySet(ByVisitorQuerySet):
    def forget_people(self, now):
        """Scores stay."""
        rows = self.filter(long_over("ideathon__", now))
        return rows.exclude(name="", email=None).anonymise(now)


class Juror(ByVisitor):
    """Somebody who scores the solutions of one ideathon; staff add them, a link lets them in."""

    ideathon = models.ForeignKey(
        Ideathon, models.PROTECT, related_name="jurors", verbose_name=_("ideathon")
    )
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    recused = models.ManyToManyField(
        Solution,
        through="Recusal",
        related_name="recused_jurors",
        verbose_name=_("does not score"),
        blank=True,
    )
    invited_at = models.DateTimeField(_("link sent"), null=True, editable=False)

    objects = JurorQuerySet.as_manager()

    owner_paths = ("ideathon__owner_id",)
    personal_fields = ("organisation",)
    retention = (
        Kept(
            what=_("Juror of an ideathon: name, e-mail address, organisation"),
            purpose=_("to send the link of the score sheet, and to write the protocol"),
            how_long=_("12 months after the results"),
            stays=_("the scores, without the name"),
            forget=lambda model, now: model.objects.forget_people(now),
        ),
    )

    class Meta:
        default_permissions = ("add", "change", "delete", "view", "export")
        verbose_name = _("juror")
        verbose_name_plural = _("jurors")
        ordering = ["pk"]
        constraints = [
            *ByVisitor.Meta.constraints,
            models.UniqueConstraint(
                fields=["ideathon", "email"],
                name="ideas_juror_once",
                violation_error_message=_("This person is in the jury already."),
            ),
        ]


class Recusal(models.Model):
    """A juror does not score a solution, being close to its team."""

    juror = models.ForeignKey(
        Juror, models.CASCADE, related_name="recusals", verbose_name=_("juror")
    )
    solution = models.ForeignKey(
        Solution, models.CASCADE, related_name="recusals", verbose_name=_("solution")
    )

    class Meta:
        default_permissions = ()
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        constraints = [
            models.UniqueConstraint(fields=["juror", "solution"], name="ideas_recusal_once")
        ]

    def __str__(self):
        return f"{self.juror_id} {self.solution_id}"


class Score(models.Model):
    """Points of one juror for one solution by one criterion."""

    juror = models.ForeignKey(Juror, models.PROTECT, related_name="scores", verbose_name=_("juror"))
    solution = models.ForeignKey(
        Solution, models.PROTECT, related_name="scores", verbose_name=_("solution")
    )
    criterion = models.ForeignKey(
        Criterion, models.PROTECT, related_name="scores", verbose_name=_("criterion")
    )
    value = models.SmallIntegerField(
        _("points"), validators=[MinValueValidator(0), MaxValueValidator(MOST_POINTS)]
    )

    class Meta:
        default_permissions = ()
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [
            models.UniqueConstraint(
                fields=["juror", "solution", "criterion"], name="ideas_score_once"
            ),
            models.CheckConstraint(
                condition=Q(value__gte=0, value__lte=MOST_POINTS), name="ideas_score_value"
            ),
        ]

    def __str__(self):
        return f"{self.solution_id} {self.criterion_id}: {self.value}"


class Award(models.Model):
    """What staff decided: a place, money, and why. Public from the results on; money is euros.

    A trigger (migration `ideathon_triggers`) keeps all awards within the budget.
    """

    ideathon = models.ForeignKey(
        Ideathon, models.PROTECT, related_name="awards", verbose_name=_("ideathon")
    )
    solution = models.OneToOneField(
        Solution, models.PROTECT, related_name="award", verbose_name=_("solution")
    )
    place = models.PositiveSmallIntegerField(_("place"), validators=[MinValueValidator(1)])
    amount = models.DecimalField(_("amount, EUR"), default=0, **MONEY)
    decision = models.TextField(_("decision"), help_text=_("Why; everybody can read it."))
    funded_project = models.ForeignKey(
        Project,
        models.SET_NULL,
        related_name="awards",
        verbose_name=_("project that realises it"),
        null=True,
        blank=True,
    )

    translated_fields = ("decision",)
    owner_paths = ("ideathon__owner_id",)

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["ideathon", "place"],
                name="ideas_award_place",
                violation_error_message=_("This place is given already."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0, place__gte=1), name="ideas_award_amount"
            ),
        ]

    def __str__(self):
        return f"{self.place}. {self.solution}"

    @property
    def public_project(self):
        """The project that came of it, when visitors may see it."""
        project = self.funded_project
        return project if project and project.is_published else None
