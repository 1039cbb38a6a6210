"""What a fund asks its projects to show: statement, emblem, sizes, posters; with the source."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core.content import Term

from .funding import Fund, Programme


def euros_above(label, help_text=""):
    """A threshold in EUR: the duty holds above it; 0 is always, empty is never."""
    return models.DecimalField(
        label,
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=help_text,
    )


class AcknowledgementRule(Term):
    """How the support of some funds in one period is acknowledged, by a regulation or a donor.

    Found by fund, period and level; sizes are in millimetres, shares in percent, money in EUR.
    """

    class Level(models.TextChoices):
        COFUNDED = "cofunded", _("project, co-funded")
        FUNDED = "funded", _("project, funded in full")
        RUNNING = "running", _("running costs of a partnership")
        SITE = "site", _("making of the web site")

    class Emblem(models.TextChoices):
        EU = "eu", _("Emblem of the European Union")
        NONE = "none", _("no emblem known")

    class Base(models.TextChoices):
        COST = "cost", _("total cost")
        SUPPORT = "support", _("public support")

    class Verification(models.TextChoices):
        READ = "read", _("verified: the rule itself was read")
        SECONDARY = "secondary", _("not verified: known from other sources only")
        SEEN = "seen", _("not verified: only the statement was seen in use")
        UNKNOWN = "unknown", _("not verified")

    funds = models.ManyToManyField(Fund, related_name="rules", verbose_name=_("funds"))
    level = models.CharField(_("level"), max_length=8, choices=Level, default=Level.COFUNDED)
    period_start = models.PositiveSmallIntegerField(
        _("period from"),
        null=True,
        blank=True,
        help_text=_("Year in which the programme begins; empty: any."),
    )
    period_end = models.PositiveSmallIntegerField(
        pgettext_lazy("period", "to"), null=True, blank=True, help_text=_("Year; empty: any.")
    )
    statement = models.CharField(
        _("statement"),
        max_length=400,
        blank=True,
        help_text=_("Word for word, as it stands beside the emblem."),
    )
    names_fund = models.BooleanField(
        _("the fund is named too"), default=False, help_text=_("Under the statement.")
    )
    national_line = models.CharField(_("national line"), max_length=250, blank=True)
    emblem = models.CharField(_("emblem"), max_length=4, choices=Emblem, default=Emblem.EU)
    emblem_height = models.PositiveSmallIntegerField(
        _("smallest height of the emblem, mm"), default=10
    )
    in_first_screen = models.BooleanField(
        _("visible without scrolling"),
        default=True,
        help_text=_("The emblem and the statement stand in the first screen of the page."),
    )
    poster_share = models.PositiveSmallIntegerField(
        _("share of a poster, %"),
        default=0,
        help_text=_("What the description, emblem and fund take at least; 0: no rule."),
    )
    thresholds_of = models.CharField(
        _("thresholds are of"), max_length=7, choices=Base, default=Base.SUPPORT
    )
    poster_above = euros_above(_("poster above, EUR"), _("0: always; empty: never."))
    plaque_above = euros_above(_("plaque above, EUR"), _("For physical assets."))
    billboard_above = euros_above(_("durable plaque or billboard above, EUR"))
    note = models.TextField(_("in addition"), blank=True, help_text=_("What else the rule asks."))
    source = models.CharField(
        _("source"), max_length=250, blank=True, help_text=_("The act with its articles.")
    )
    source_url = models.URLField(_("address of the source"), blank=True)
    verification = models.CharField(
        _("verification"), max_length=9, choices=Verification, default=Verification.UNKNOWN
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    translated_fields = (*Term.translated_fields, "statement", "national_line", "note")

    class Meta(Term.Meta):
        verbose_name = _("rule of acknowledgement")
        verbose_name_plural = _("rules of acknowledgement")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_start=None)
                | models.Q(period_end=None)
                | models.Q(period_end__gte=models.F("period_start")),
                name="projects_rule_ends_after_start",
                violation_error_message=_("The period must end after it starts."),
            ),
            models.CheckConstraint(
                condition=models.Q(poster_share__lte=100),
                name="projects_rule_share_of_whole",
                violation_error_message=_("A share is at most 100 percent."),
            ),
        ]

    @property
    def source_name(self):
        """The source in the visitor's language; one that staff typed stands as it is."""
        return self.source and gettext(self.source)

    @property
    def period(self):
        """Years, such as "2014–2020"; empty when the rule holds in any."""
        years = dict.fromkeys((self.period_start or "", self.period_end or ""))
        return "–".join(map(str, years))

    @property
    def is_verified(self):
        return self.verification == self.Verification.READ

    @property
    def has_emblem(self):
        return self.emblem == self.Emblem.EU

    def holds_in(self, year):
        """Whether the rule holds for a programme that begins in `year`."""
        begins, ends = self.period_start or 0, self.period_end or 9999
        return begins <= year <= ends


class ProgrammeLogo(models.Model):
    """A logo that stands beside the emblem, never larger than it."""

    programme = models.ForeignKey(
        Programme, models.CASCADE, related_name="logos", verbose_name=_("programme")
    )
    image = models.ForeignKey(
        "core.Image", models.PROTECT, related_name="+", verbose_name=_("picture")
    )
    is_before_emblem = models.BooleanField(_("before the emblem"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("logo")
        verbose_name_plural = _("logos beside the emblem")
        ordering = ["position", "pk"]

    def __str__(self):
        return str(self.image)
