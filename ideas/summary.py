"""All ideas of a forum in order, and how many there are by theme and by who can realise them.

Page, paper, workbook and data are drawn from this one reading, so that their totals agree.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from core.reading import Reading
from opendata.columns import plain

from . import columns
from .idea import DOERS
from .models import Idea, Theme


@dataclass
class Row:
    """One line of the table: a theme, or all; an idea of several doers stands in each column."""

    theme: object  # None: all themes
    by: tuple  # numbers for `DOERS`
    total: int  # ideas, each once

    @classmethod
    def of(cls, theme, ideas):
        by = tuple(sum(getattr(each, name) for each in ideas) for name in DOERS)
        return cls(theme, by, len(ideas))

    @property
    def name(self):
        return self.theme.name if self.theme else _("All themes")


def read(forum):
    rows = Idea.objects.counted().filter(theme__forum=forum).with_supports()
    rows = rows.select_related("theme", "territory", "answered_by", "project")
    rows = rows.order_by("theme__position", "theme_id", "published_at", "pk")
    themes = Theme.objects.filter(forum=forum)
    return {"ideas": rows.only(*columns.IDEA_IN_SUMMARY), "themes": themes}


READ = Reading(read)


class Summary:
    """The published ideas of one forum; of merged ones only what they went into."""

    def __init__(self, forum):
        self.forum = forum

    @cached_property
    def found(self):
        return READ(forum=self.forum.pk)

    @property
    def ideas(self):
        return self.found["ideas"]

    @cached_property
    def by_theme(self):
        """[(theme, ideas)] of every theme, also of those without ideas."""
        found = {key: list(rows) for key, rows in groupby(self.ideas, lambda each: each.theme_id)}
        return [(theme, found.get(theme.pk, [])) for theme in self.found["themes"]]

    @cached_property
    def table(self):
        return [Row.of(theme, ideas) for theme, ideas in self.by_theme]

    @cached_property
    def totals(self):
        return Row.of(None, self.ideas)

    @property
    def doers(self):
        """What the columns of the table are called."""
        return [str(Idea._meta.get_field(name).verbose_name) for name in DOERS]

    @property
    def supports(self):
        """(given on the site, given on paper)"""
        online = sum(each.supports for each in self.ideas)
        return online, sum(each.paper_supports for each in self.ideas)

    @property
    def answered(self):
        return sum(bool(each.answer) for each in self.ideas)

    @property
    def realised(self):
        return sum(each.answer == Idea.Answer.DONE for each in self.ideas)


def place_of(idea):
    return idea.territory.name if idea.territory else ""


def text_of(idea):
    return plain(idea.body)
