"""Solutions: what teams propose for a challenge of an ideathon."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.content import Content
from core.retention import Kept
from engage.moderation import Moderated
from engage.visitors import ByVisitor
from library.models import Item

from .ideathon import MONEY, Challenge
from .ideathon_querysets import SolutionQuerySet

LARGEST_TEAM = 50  # people


class Solution(Moderated, ByVisitor, Content):
    """What one team proposes. Its contact person is known to staff alone, for a time.

    Texts are in the language of the team; formatted text holds what they wrote as plain
    paragraphs. `asked` are euros; a trigger (migration `asked_within_budget`) keeps those of
    published solutions within the budget.
    """

    challenge = models.ForeignKey(
        Challenge, models.PROTECT, related_name="solutions", verbose_name=_("challenge")
    )
    team = models.CharField(_("team"), max_length=120)
    size = models.PositiveSmallIntegerField(
        _("people in the team"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST_TEAM)],
    )
    asked = models.DecimalField(_("money asked for, EUR"), default=0, **MONEY)
    pitch = models.ForeignKey(
        Item,
        models.SET_NULL,
        related_name="+",
        verbose_name=_("presentation"),
        null=True,
        blank=True,
    )

    objects = SolutionQuerySet.as_manager()

    public_if = {"state": "published"}
    public_fields = ("title", "challenge", "team", "size", "asked", *Content.public_fields[1:])
    list_class = "ideas.ideathon_filters.SolutionList"
    search_fields = (*Content.search_fields, "team", "challenge__title")
    owner_paths = ("challenge__ideathon__owner_id",)
    desk_fields = ("challenge", "team", "size", "asked", "summary", "body")
    retention = (
        Kept(
            what=_("Solution of an ideathon: name and e-mail address of the contact person"),
            purpose=_("to ask your team back, and to tell you the results"),
            how_long=_("12 months after the results"),
            stays=_("the solution itself and the name of the team, without your name"),
            forget=lambda model, now: model.objects.forget_people(now),
        ),
    )

    class Meta(Content.Meta):
        verbose_name = pgettext_lazy("of an ideathon", "solution")
        verbose_name_plural = pgettext_lazy("of an ideathon", "solutions")
        constraints = [
            *Content.Meta.constraints,
            *ByVisitor.Meta.constraints,
            *Moderated.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False),
                name="ideas_solution_published_when",
            ),
            models.CheckConstraint(
                condition=Q(size__gte=1, size__lte=LARGEST_TEAM), name="ideas_solution_size"
            ),
            models.CheckConstraint(condition=Q(asked__gte=0), name="ideas_solution_asked"),
        ]

    def __str__(self):
        return self.title or ""

    def clean(self):
        """The same that the database refuses once the solution is published."""
        super().clean()
        if self.challenge_id and self.asked and self.asked > self.ideathon.budget:
            raise ValidationError(_("It asks for more money than the ideathon has."))

    @property
    def ideathon(self):
        return self.challenge.ideathon

    @property
    def dye(self):
        return self.ideathon.dye

    def my_url(self):
        from .ideathon_mails import address_of  # which draws mails about this model

        return address_of(self)

    def obstacle(self, to):
        """Staff cannot publish what asks for more money than there is, nor after the results."""
        if to != self.State.PUBLISHED:
            return ""
        if self.ideathon.has_results:
            return _("The results are published already.")
        if self.asked > self.ideathon.budget:
            return _("It asks for more money than the ideathon has.")
        return ""
