"""Once a year the leader of a community is asked whether the register still tells it right."""

from datetime import timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.retention import Kept
from engage.visitors import ByVisitor, ByVisitorQuerySet

from .communities import Community

REMIND_AFTER = timedelta(days=30)  # and as long after that nobody waits for an answer any more
KNOWN_FOR = timedelta(days=150)
ASK_AGAIN_AFTER = timedelta(days=365)


class YearlyCheckQuerySet(ByVisitorQuerySet):
    def unanswered(self):
        return self.filter(answered_at=None)

    def to_remind(self, now):
        """Asked a month ago, no answer, not reminded yet."""
        rows = self.unanswered().filter(reminded_at=None, anonymised_at=None)
        return rows.filter(created_at__lte=now - REMIND_AFTER).exclude(email=None)

    def given_up(self, now):
        """Asked twice without an answer: somebody of the staff should call."""
        return self.unanswered().filter(reminded_at__lte=now - REMIND_AFTER)

    def forget_people(self, now):
        return self.filter(anonymised_at=None, created_at__lt=now - KNOWN_FOR).anonymise(now)


class YearlyCheck(ByVisitor):
    """One question to one leader, answered by the button of its page or by telling what changed.

    Staff vouch for the address, so it counts as confirmed when it is asked.
    """

    community = models.ForeignKey(
        Community, models.CASCADE, related_name="checks", verbose_name=_("community")
    )
    asked_on = models.DateField(_("asked"))
    reminded_at = models.DateTimeField(_("asked again"), null=True, editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)

    objects = YearlyCheckQuerySet.as_manager()

    owner_paths = ("community__owner_id",)
    jobs = ("directory.yearly_jobs.ask_leaders", "directory.yearly_jobs.remind_leaders")
    retention = (
        Kept(
            what=_("Name and e-mail of a community’s leader in the yearly question"),
            purpose=_("to ask whether the register of communities is still right"),
            how_long=_("5 months after the question"),
            stays=_("when it was asked and answered, without the name"),
            forget=lambda model, now: model.objects.forget_people(now),
        ),
    )

    class Meta:
        verbose_name = _("yearly question")
        verbose_name_plural = _("yearly questions")
        ordering = ["-asked_on", "-pk"]
        constraints = [
            *ByVisitor.Meta.constraints,
            models.UniqueConstraint(
                fields=["community", "asked_on"], name="directory_yearlycheck_once"
            ),
        ]

    def __str__(self):
        return f"{self.community}, {self.asked_on}"


def to_ask(now):
    """Published communities with a leader's address that nobody called right for a year."""
    before = timezone.localdate(now) - ASK_AGAIN_AFTER
    asked = YearlyCheck.objects.filter(community=OuterRef("pk"), asked_on__gt=before)
    rows = Community.objects.published().filter(~Exists(asked), leader__isnull=False)
    rows = rows.filter(
        Q(verified_on__lte=before) | Q(verified_on=None, published_at__date__lte=before)
    )
    return rows.filter(~Q(leader__email="") | Q(leader__person__email__gt=""))
