"""How projects are read: for lists, for their cards, for a page."""

from datetime import timedelta

from django.db.models import Case, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import rights
from core.content import STALE_DAYS, ContentQuerySet


class ProjectQuerySet(ContentQuerySet):
    stale_reasons = {
        **ContentQuerySet.stale_reasons,
        "ended": _("said to be running, but its last day has passed"),
    }

    def reachable_by(self, user):
        """Also the projects of others in which a partnership of this person takes part."""
        if rights.reaches_all(user):
            return self
        takes_part = Q(participations__organisation__partnership__in=rights.partnerships_of(user))
        shared = self.model.objects.filter(takes_part).order_by().values("pk")
        return self.filter(Q(owner__in=rights.partnerships_of(user)) | Q(pk__in=shared))

    def stale(self):
        """Also projects that are said to be running after their last day."""
        unchanged = Q(updated_at__lt=timezone.now() - timedelta(days=STALE_DAYS))
        ended = Q(status="running", end_on__lt=timezone.localdate())
        because = Case(When(ended, then=Value("ended")), default=Value("unchanged"))
        return self.published().filter(unchanged | ended).annotate(stale_because=because)

    def with_relations(self):
        return (
            super()
            .with_relations()
            .select_related("programme__fund", "measure")
            .prefetch_related(
                "territories",
                "participations__territories",
                "participations__organisation__partnership__area",
            )
        )

    def cards(self):
        from .cards import cards

        return cards(self)

    def public_cards(self, keys):
        from .cards import public_cards

        return public_cards(keys)

    def with_details(self):
        return (
            self.with_relations()
            .select_related("subscription")
            .prefetch_related(
                "themes",
                "participations__organisation__earlier_names",
                "participations__contact__portrait",
                "participations__contact__contact_point",
                "funding_shares__fund",
                "results",
                "quotes__organisation",
                "milestones",
                "links",
                "gallery__image",
                "glossary_terms",
                "programme__logos__image",
            )
        )
