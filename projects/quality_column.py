"""The score of each project in their list in the administration."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from .quality import with_score


@admin.display(description=_("data quality"), ordering="quality_score")
def quality_score(project):
    """How complete the data are, from 0 to 100."""
    score = round(project.quality_score)
    bar = '<span class="share share-{0}"><progress value="{1}" max="100" aria-hidden="true">'
    degree = "fully" if score >= 85 else "partly" if score >= 50 else "none"
    return format_html(bar + "</progress>{1}</span>", degree, score)


class ScoredList(ChangeList):
    """Forms, choices and counts of rows do without the score, which asks about all their parts."""

    def apply_select_related(self, qs):
        return with_score(super().apply_select_related(qs))
