"""Cooperation projects: what, who with, whose money, where, when, and what came of it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.content import Content
from core.dates import precision_field
from core.fields import RichText
from partnership.models import Territory

from .funding import (  # noqa: F401 (Django finds the models of an app here)
    Fund,
    Measure,
    Programme,
    SiteAcknowledgement,
    Theme,
)
from .partners import FundingShare, Participation  # noqa: F401
from .parts import (  # noqa: F401
    Milestone,
    ProjectImage,
    ProjectLink,
    ProjectRelation,
    Quote,
    Result,
)
from .querysets import ProjectQuerySet
from .report.frozen import ProjectReport, ReportFile  # noqa: F401
from .rules import AcknowledgementRule, ProgrammeLogo  # noqa: F401
from .sharing import Shared, Subscription  # noqa: F401


class Project(Shared, Content):
    """A cooperation project, kept once for all its partners."""

    class Kind(models.TextChoices):
        TRANSNATIONAL = "transnational", _("transnational cooperation")
        INTERTERRITORIAL = "interterritorial", _("interterritorial cooperation")
        NATIONAL = "national", pgettext_lazy("kind of project", "national")
        LOCAL = "local", pgettext_lazy("kind of project", "local")
        DEVELOPMENT = "development", _("development cooperation")

    class Status(models.TextChoices):
        PREPARATION = "preparation", _("in preparation")
        CONSULTATION = "consultation", _("in consultation")
        APPROVED = "approved", _("approved")
        RUNNING = "running", _("running")
        COMPLETED = "completed", _("completed")
        CANCELLED = "cancelled", _("cancelled")

    short_name = models.CharField(
        _("short name"), max_length=60, blank=True, help_text=_("An acronym, such as KOPA.")
    )
    title_language = models.CharField(
        _("language of the title"),
        max_length=5,
        blank=True,
        help_text=_("When it is the same name in every language: en for an English name."),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.INTERTERRITORIAL)
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.PREPARATION
    )
    aims = RichText(_("aims"), blank=True)
    tasks = RichText(_("tasks"), blank=True)
    activities = RichText(_("activities"), blank=True)
    outcome = RichText(_("results"), blank=True)
    target_groups = models.CharField(_("for whom"), max_length=250, blank=True)
    thanks = models.CharField(_("closing words"), max_length=300, blank=True)

    number = models.CharField(
        _("project number"),
        max_length=60,
        blank=True,
        help_text=_("Of the lead partner; a partner's own number stands with the partner."),
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="projects", verbose_name=_("programme")
    )
    measure = models.ForeignKey(
        Measure,
        models.PROTECT,
        related_name="projects",
        verbose_name=_("measure"),
        null=True,
        blank=True,
    )
    funding_level = models.CharField(
        _("level of the support"),
        max_length=8,
        choices=[
            (level.value, level.label)
            for level in (AcknowledgementRule.Level.COFUNDED, AcknowledgementRule.Level.FUNDED)
        ],
        default=AcknowledgementRule.Level.COFUNDED,
        help_text=_("With the programme it decides what the page and the poster must say."),
    )
    total_cost = models.DecimalField(
        _("total cost, EUR"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    cofinancing_rate = models.DecimalField(
        _("support rate, %"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )

    start_on = models.DateField(_("starts"), null=True, blank=True)
    start_precision = precision_field()
    end_on = models.DateField(_("ends"), null=True, blank=True)
    end_precision = precision_field()
    duration_months = models.PositiveSmallIntegerField(
        _("duration, months"),
        null=True,
        blank=True,
        help_text=_("When only the duration is known."),
    )

    themes = models.ManyToManyField(
        Theme, related_name="projects", verbose_name=_("themes"), blank=True
    )
    territories = models.ManyToManyField(
        Territory,
        related_name="projects",
        verbose_name=_("territories"),
        blank=True,
        help_text=_("Of the whole project; those of one partner stand with the partner."),
    )
    territory_note = models.CharField(
        _("about the territory"),
        max_length=250,
        blank=True,
        help_text=_("Such as: 17 municipalities as they were before July 2021."),
    )
    other_partners = models.CharField(
        _("other partners"),
        max_length=250,
        blank=True,
        help_text=_("Those without a record, such as: other rural partnerships in Latvia."),
    )
    glossary_terms = models.ManyToManyField(
        "pages.GlossaryTerm", related_name="projects", verbose_name=_("terms"), blank=True
    )

    objects = ProjectQuerySet.as_manager()

    translated_fields = (
        *Content.translated_fields,
        *("short_name", "aims", "tasks", "activities", "outcome", "target_groups", "thanks"),
        *("territory_note", "other_partners", "local_text"),
    )
    public_fields = (
        *("title", "short_name", "number", "status", "kind", "programme", "measure", "themes"),
        *("start_on", "end_on", "total_cost", "cofinancing_rate", "territories", "summary"),
        *("body", "aims", "tasks", "activities", "outcome", "target_groups"),
        *("title_language", "funding_level", "start_precision", "end_precision"),
        *("duration_months", "territory_note", "other_partners", "thanks"),
        *("published_at", "updated_at"),
    )
    data_forms = (
        *("csv", "xlsx", "json", "geojson", "jsonld", "atom"),
        *("kohesio.csv", "partners.xlsx", "iati.xml", "360giving.json"),
    )
    list_class = "projects.filters.ProjectList"
    search_fields = (
        *Content.search_fields,
        *("short_name", "number", "aims", "tasks", "activities", "outcome", "themes__name"),
        *("territories__name", "territories__predecessors__name"),
        *("participations__number", "participations__place", "participations__territories__name"),
        "participations__territories__predecessors__name",
        *(
            "participations__organisation__name",
            "participations__organisation__earlier_names__name",
        ),
        "participations__organisation__partnership__area__name",
        "participations__organisation__partnership__area__predecessors__name",
        *("programme__title", "programme__fund__name", "programme__fund__short_name"),
    )

    class Meta(Content.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(start_on=None)
                | models.Q(end_on=None)
                | models.Q(end_on__gte=models.F("start_on")),
                name="projects_project_ends_after_start",
                violation_error_message=_("The project must end after it starts."),
            ),
            models.UniqueConstraint(
                fields=["programme", "number"],
                condition=~models.Q(number=""),
                name="projects_project_number_once",
                violation_error_message=_("This programme has a project with this number."),
            ),
        ]

    def clean(self):
        if self.measure_id and self.measure.programme_id != self.programme_id:
            raise ValidationError({"measure": _("The measure belongs to another programme.")})

    @property
    def public_programme(self):
        """The programme, when visitors may see it."""
        return self.programme if self.programme.is_published else None

    @property
    def hashtag(self):
        return self.programme.hashtag if self.public_programme else ""

    @property
    def public_measure(self):
        """The measure; that of a programme which is a draft stays unnamed with it."""
        return self.measure if self.public_programme else None

    @property
    def dye(self):
        return self.programme.fund.dye

    @property
    def years(self):
        """`2019–2020`, or one year, or nothing when no date is known."""
        known = [day.year for day in (self.start_on, self.end_on) if day]
        return "–".join(str(year) for year in dict.fromkeys(known))

    @property
    def lead(self):
        """The participation of the lead partner, or None."""
        roles = Participation.Role
        return next((each for each in self.participations.all() if each.role == roles.LEAD), None)

    @cached_property
    def partner_countries(self):
        """Country codes of all partners, the lead partner's first."""
        ordered = sorted(self.participations.all(), key=lambda each: each.role != "lead")
        return list(dict.fromkeys(each.organisation.country for each in ordered))

    @property
    def support(self):
        """The supported part of the total cost in EUR, or None when cost or rate is unknown."""
        if self.total_cost is None or self.cofinancing_rate is None:
            return None
        return self.total_cost * self.cofinancing_rate / 100

    @cached_property
    def places(self):
        """Names of where the project happens: its own territories, then its partners' places."""
        names = [territory.name for territory in self.territories.all()]
        for each in self.participations.all():
            names += [each.place] if each.place else [place.name for place in each.where()]
        return list(dict.fromkeys(filter(None, names)))

    checked_with = (
        *("programme__fund", "territories", "participations__contact"),
        *("participations__territories", "participations__organisation__partnership__area"),
    )

    @property
    def known_end(self):
        """(day, precision) of the end for the publication check, or None."""
        return (self.end_on, self.end_precision) if self.end_on else None

    def own_checks(self):
        from .publication import checks

        return checks(self)

    @classmethod
    def quality_of(cls, keys):
        from .quality import scores

        return scores(cls.objects.filter(pk__in=keys))

    def partners_named_on(self):
        """The day whose names of the partners hold for this project."""
        return self.start_on or (self.published_at.date() if self.published_at else date.today())
