"""Where the money comes from: fund → programme → measure, each with its name in both languages."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.content import Content, ContentQuerySet, Term


class Theme(Term):
    """What a project or a post is about."""

    dac_code = models.CharField(
        _("OECD purpose code"),
        max_length=5,
        blank=True,
        validators=[RegexValidator(r"^\d{5}$")],
        help_text=_("For development cooperation, such as 43040: rural development."),
    )

    class Meta(Term.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["name_lv"]


class Fund(Term):
    """A fund or another source of money, such as the EAFRD or a ministry's budget."""

    class Kind(models.TextChoices):
        EU = "eu", _("European Union")
        DONOR = "donor", _("other international donor")
        NATIONAL = "national", _("state budget")
        MUNICIPAL = "municipal", _("municipal budget")
        OWN = "own", _("own money")

    class Dye(models.TextChoices):
        PINE = "pine", _("pine green")
        SEA = "sea", _("sea blue")
        MADDER = "madder", _("madder red")
        AMBER = "amber", _("amber")
        INDIGO = "indigo", _("indigo")

    short_name = models.CharField(_("short name"), max_length=40)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.EU)
    dye = models.CharField(
        _("colour"), max_length=6, choices=Dye, default=Dye.PINE, help_text=_("On the site.")
    )
    website = models.URLField(_("web site"), blank=True)

    translated_fields = (*Term.translated_fields, "short_name")
    public_fields = (*Term.public_fields, "short_name", "kind", "website")

    class Meta(Term.Meta):
        verbose_name = _("fund")
        verbose_name_plural = _("funds")

    @property
    def is_eu(self):
        return self.kind == self.Kind.EU


class ProgrammeQuerySet(ContentQuerySet):
    def with_relations(self):
        return (
            super().with_relations().select_related("fund", "manager").prefetch_related("measures")
        )


class Programme(Content):
    """A funding programme of one period, with what its projects must say about it."""

    fund = models.ForeignKey(
        Fund, models.PROTECT, related_name="programmes", verbose_name=_("fund")
    )
    code = models.CharField(
        _("code"), max_length=30, blank=True, help_text=_("Such as the programme's CCI number.")
    )
    period_start = models.PositiveSmallIntegerField(_("period from"), help_text=_("Year."))
    period_end = models.PositiveSmallIntegerField(
        pgettext_lazy("period", "to"), help_text=_("Year.")
    )
    manager = models.ForeignKey(
        "partnership.Organisation",
        models.SET_NULL,
        related_name="+",
        verbose_name=_("managed by"),
        null=True,
        blank=True,
    )
    statement = models.CharField(
        _("sentence about the support"),
        max_length=400,
        blank=True,
        help_text=_("Stands on the page of every project, after what the rule of the fund asks."),
    )
    national_line = models.CharField(
        _("national line"),
        max_length=250,
        blank=True,
        help_text=_("Empty: as the rule of the fund says."),
    )
    hashtag = models.CharField(
        _("hashtag"), max_length=50, blank=True, validators=[RegexValidator(r"^#\w+$")]
    )
    number_pattern = models.CharField(
        _("form of project numbers"),
        max_length=100,
        blank=True,
        help_text=_("A regular expression; empty: any number."),
    )
    website = models.URLField(_("web site"), blank=True)

    objects = ProgrammeQuerySet.as_manager()

    translated_fields = (*Content.translated_fields, "statement", "national_line")
    public_fields = (*Content.public_fields, "fund", "period_start", "period_end", "website")
    search_fields = (*Content.search_fields, "fund__name", "measures__name")

    class Meta(Content.Meta):
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["-period_start", "title_lv"]
        constraints = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(period_end__gte=models.F("period_start")),
                name="projects_programme_ends_after_start",
                violation_error_message=_("The period must end after it starts."),
            ),
        ]

    @property
    def dye(self):
        return self.fund.dye

    @property
    def period(self):
        same = self.period_start == self.period_end
        return str(self.period_start) if same else f"{self.period_start}–{self.period_end}"


class Measure(Term):
    """A measure or sub-measure of a programme, such as 19.3."""

    programme = models.ForeignKey(
        Programme, models.CASCADE, related_name="measures", verbose_name=_("programme")
    )
    code = models.CharField(_("code"), max_length=20, blank=True)

    public_fields = (*Term.public_fields, "code")

    class Meta(Term.Meta):
        verbose_name = _("measure")
        verbose_name_plural = _("measures")

    @property
    def is_published(self):
        """With its programme."""
        return self.programme.is_published


class SiteAcknowledgement(models.Model):
    """Who pays for the partnership's running or for this site; stands at the foot of every page."""

    rule = models.ForeignKey(
        "projects.AcknowledgementRule",
        models.SET_NULL,
        related_name="+",
        verbose_name=_("rule"),
        null=True,
        blank=True,
        help_text=_("Gives the emblem, the statement and the national line."),
    )
    statement = models.CharField(
        _("statement"), max_length=400, blank=True, help_text=_("After what the rule says.")
    )
    number = models.CharField(_("project number"), max_length=60, blank=True)
    fund = models.ForeignKey(
        Fund, models.PROTECT, related_name="+", verbose_name=_("fund"), null=True, blank=True
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    translated_fields = ("statement",)

    class Meta:
        verbose_name = _("acknowledgement of the site")
        verbose_name_plural = _("acknowledgements of the site")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.statement or str(self.rule or "")

    @property
    def has_emblem(self):
        """The emblem of the Union: as the rule says, without a rule for every EU fund."""
        if self.rule:
            return self.rule.has_emblem
        return self.fund is not None and self.fund.is_eu
