"""What visitors say has changed. Staff read it and correct the page by hand."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.retention import Kept
from engage.moderation import Moderated
from engage.visitors import ByVisitor, ByVisitorQuerySet
from partnership.models import Organisation

from .communities import Community

KNOWN_FOR = timedelta(days=365)


class SuggestionQuerySet(ByVisitorQuerySet):
    def forget_people(self, now):
        return self.filter(anonymised_at=None, created_at__lt=now - KNOWN_FOR).anonymise(now)


class Suggestion(Moderated, ByVisitor):
    """A correction to a community or an organisation. It is never shown on the site.

    For it, “published” means: taken up, the page is corrected.
    """

    DECISIONS = (Moderated.State.PUBLISHED, Moderated.State.REJECTED)

    community = models.ForeignKey(
        Community,
        models.CASCADE,
        related_name="suggestions",
        verbose_name=_("community"),
        null=True,
        blank=True,
    )
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="suggestions",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
    )
    text = models.TextField(_("what has changed"), max_length=3000, blank=True)

    objects = SuggestionQuerySet.as_manager()

    owner_paths = (
        *("community__owner_id", "organisation__partnership__pk", "organisation__owner_id"),
    )
    desk_fields = ("text",)
    decision_mails = {
        Moderated.State.PUBLISHED: "directory/mail/suggestion_taken_up",
        Moderated.State.REJECTED: "engage/mail/rejected",
    }
    personal_fields = ("text",)
    retention = (
        Kept(
            what=_("A suggestion what to correct: name, e-mail, text"),
            purpose=_("to correct the page and to answer you"),
            how_long=_("12 months"),
            stays=_("that there was a suggestion: a number in the figures"),
            forget=lambda model, now: model.objects.forget_people(now),
        ),
    )

    class Meta:
        default_permissions = ("view", "change", "delete", "publish")
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ["-created_at", "-pk"]
        constraints = [
            *ByVisitor.Meta.constraints,
            *Moderated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(community=None) ^ Q(organisation=None),
                name="directory_suggestion_about_one",
            ),
        ]

    def __str__(self):
        return str(self.about)

    @property
    def about(self):
        """The community or organisation."""
        return self.community or self.organisation
