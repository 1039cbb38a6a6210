"""What is asked of the data of a project, each with its weight: one table.

Criteria are conditions in SQL and nowhere else, so that 100,000 projects are judged by one
question; `docs/data-quality.md` says the same in words.
"""

from dataclasses import dataclass

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.admin.translated import empty, lacks_english
from core.library import DESCRIBED, Image

from .models import AcknowledgementRule, Participation, Project, Result

Level = AcknowledgementRule.Level
EU = Q(programme__fund__kind="eu")


@dataclass(frozen=True)
class Criterion:
    """`met` gives the condition, `asked` that of the projects it is asked of (all when None)."""

    key: str
    weight: int
    label: str | Promise
    field: str
    met: object
    asked: object = None

    def flag(self):
        """1 where it is met, 0 where not, NULL where it is not asked."""
        cases = [When(self.met(), then=Value(1))]
        if self.asked:
            cases.insert(0, When(~self.asked(), then=Value(None)))
        return Case(*cases, default=Value(0), output_field=IntegerField())


def parts(**conditions):
    return Participation.objects.filter(project=OuterRef("pk"), **conditions).order_by()


def shown_contact():
    until = Q(contact__public_until=None) | Q(contact__public_until__gte=timezone.localdate())
    return Exists(parts(contact__is_public=True).filter(until))


def placed():
    """By its own territories, or by a place, a territory or the area of one of its partners."""
    own = Project.territories.through.objects.filter(project=OuterRef("pk"))
    said = Q(place_lv__gt="") | Q(territories__isnull=False)
    said |= Q(organisation__partnership__area__isnull=False)
    return Exists(own) | Exists(parts().filter(said))


def with_results():
    reached = Result.objects.filter(project=OuterRef("pk"), is_planned=False).order_by()
    return ~empty("outcome_lv") | Exists(reached)


def with_verified_rule():
    rules = AcknowledgementRule.objects.filter(
        Q(period_start=None) | Q(period_start__lte=OuterRef("programme__period_start")),
        Q(period_end=None) | Q(period_end__gte=OuterRef("programme__period_start")),
        funds=OuterRef("programme__fund"),
        level__in=(Level.COFUNDED, Level.FUNDED),
        verification=AcknowledgementRule.Verification.READ,
    )
    return Exists(rules.order_by())


CRITERIA = [
    Criterion(
        "number",
        10,
        _("project number"),
        "number",
        lambda: ~Q(number="") | Exists(parts().exclude(number="")),
        lambda: EU | ~Q(programme__number_pattern=""),
    ),
    Criterion("cost", 10, _("total cost"), "total_cost", lambda: Q(total_cost__isnull=False)),
    Criterion(
        "rate",
        5,
        _("support rate"),
        "cofinancing_rate",
        lambda: Q(cofinancing_rate__isnull=False),
    ),
    Criterion(
        "dates",
        10,
        _("start and end, or duration"),
        "start_on",
        lambda: (
            Q(start_on__isnull=False) & (Q(end_on__isnull=False) | Q(duration_months__isnull=False))
        ),
    ),
    Criterion("lead", 10, _("lead partner"), "participations", lambda: Exists(parts(role="lead"))),
    Criterion(
        "consent",
        5,
        _("every partner’s consent"),
        "participations",
        lambda: ~Exists(parts(agreed_on=None)),
        lambda: Exists(parts()),
    ),
    Criterion("contact", 5, _("contact person who is shown"), "participations", shown_contact),
    Criterion("place", 10, pgettext_lazy("criterion", "place"), "territories", placed),
    Criterion(
        "theme",
        5,
        pgettext_lazy("criterion", "theme"),
        "themes",
        lambda: Exists(Project.themes.through.objects.filter(project=OuterRef("pk"))),
    ),
    Criterion(
        "summary",
        10,
        _("summary in both languages"),
        "summary_lv",
        lambda: ~empty("summary_lv") & ~empty("summary_en"),
    ),
    Criterion("aims", 10, _("aims"), "aims_lv", lambda: ~empty("aims_lv")),
    Criterion(
        "results",
        10,
        _("results, once it is completed"),
        "outcome_lv",
        with_results,
        lambda: Q(status="completed"),
    ),
    Criterion(
        "languages",
        10,
        _("all texts in both languages"),
        "title_en",
        lambda: ~lacks_english(Project),
    ),
    Criterion(
        "cover",
        5,
        _("cover picture with a description"),
        "cover",
        lambda: Exists(Image.objects.filter(DESCRIBED, pk=OuterRef("cover"))),
    ),
    Criterion(
        "rule",
        5,
        _("verified rule of acknowledgement, for EU funds"),
        "programme",
        with_verified_rule,
        lambda: EU,
    ),
]
