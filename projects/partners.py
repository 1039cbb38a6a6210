"""Who takes part in a project, and who pays for it."""

from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.fields import RichText
from partnership.models import Organisation, Person, Territory

from .funding import Fund

NAMED_FOR = timedelta(days=2 * 365)


def part_of_project(related_name):
    return models.ForeignKey(
        "projects.Project", models.CASCADE, related_name=related_name, verbose_name=_("project")
    )


class Participation(models.Model):
    """An organisation in a project: its role, number, place and contact person."""

    class Role(models.TextChoices):
        LEAD = "lead", _("lead partner")
        PARTNER = "partner", _("partner")
        SUPPORTER = "supporter", _("supporter")

    project = part_of_project("participations")
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="participations",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=9, choices=Role, default=Role.PARTNER)
    number = models.CharField(_("own project number"), max_length=60, blank=True)
    share = models.DecimalField(
        _("share, EUR"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    territories = models.ManyToManyField(
        Territory,
        related_name="participations",
        verbose_name=_("territories"),
        blank=True,
        help_text=_("Empty: the whole area of the partnership."),
    )
    place = models.CharField(
        _("place of implementation"),
        max_length=150,
        blank=True,
        help_text=_("Such as Engure and its surroundings."),
    )
    contact = models.ForeignKey(
        Person,
        models.SET_NULL,
        related_name="+",
        verbose_name=_("contact person"),
        null=True,
        blank=True,
    )
    note = models.CharField(_("what it does in the project"), max_length=300, blank=True)
    text = RichText(
        _("text of the partner"),
        blank=True,
        help_text=_("What happens in the partner's own area; the partner keeps it up to date."),
    )
    agreed_on = models.DateField(
        _("agreed to the publication on"),
        null=True,
        blank=True,
        help_text=_("The day on which the partner agreed to be named here."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    translated_fields = ("place", "note", "text")
    owner_paths = ("organisation__partnership__pk",)

    class Meta:
        default_permissions = ("add", "change", "delete", "view", "publish")
        verbose_name = _("partner of the project")
        verbose_name_plural = _("partners of the project")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "organisation"],
                name="projects_participation_once",
                violation_error_message=_("This organisation is in the project already."),
            ),
            models.UniqueConstraint(
                fields=["project"],
                condition=models.Q(role="lead"),
                name="projects_participation_one_lead",
                violation_error_message=_("A project has one lead partner."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_role_display()}"

    def where(self):
        """The partner's territories in the project, else the whole area of its partnership.

        The area of a partnership whose page is a draft is not told.
        """
        own = list(self.territories.all())
        partnership = getattr(self.organisation, "partnership", None)
        is_told = partnership is not None and partnership.is_published
        return own or (list(partnership.area.all()) if is_told else [])


def shown_name(participation):
    """The partner's name in open data, as it was at the project's time; empty for a natural person
    two years after the publication (Regulation (EU) 2021/1060, Art. 49(3), last subparagraph)."""
    project, organisation = participation.project, participation.organisation
    since = project.published_at
    if organisation.is_natural_person and since and since < timezone.now() - NAMED_FOR:
        return ""
    return organisation.name_on(project.partners_named_on())


class FundingShare(models.Model):
    """What one source pays of the total cost, in EUR, in percent, or both."""

    project = part_of_project("funding_shares")
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="+", verbose_name=_("fund"))
    amount = models.DecimalField(
        _("amount, EUR"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    rate = models.DecimalField(
        _("share, %"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    note = models.CharField(_("note"), max_length=250, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    translated_fields = ("note",)

    class Meta:
        verbose_name = _("share of the money")
        verbose_name_plural = _("shares of the money")
        ordering = ["position", "pk"]

    def __str__(self):
        return str(self.fund)
