"""How projects are read: for lists, for a page, newest first."""

from django.db import models
from django.db.models.functions import Coalesce

from core.content import ContentQuerySet


class ProjectQuerySet(ContentQuerySet):
    def with_relations(self):
        return (
            super()
            .with_relations()
            .select_related("programme__fund", "measure")
            .prefetch_related(
                "themes",
                "territories",
                "participations__organisation__earlier_names",
                "participations__territories",
                "participations__organisation__partnership__area",
            )
        )

    def with_details(self):
        """Everything that the page of one project shows."""
        return self.with_relations().prefetch_related(
            "participations__contact__portrait",
            "funding_shares__fund",
            "results",
            "quotes",
            "milestones",
            "links",
            "gallery__image",
            "glossary_terms",
        )

    def newest_first(self):
        """Newest project first: by its start, and by publication where no start is known."""
        return self.order_by(
            Coalesce("start_on", "published_at__date", output_field=models.DateField()).desc(),
            "-pk",
        )
