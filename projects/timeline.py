"""The projects of one page as bars over the years in which they run."""

import calendar
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Project

FIRST, LAST = 1950, 2100  # a slip of the pen such as 0219 must not stretch the years
NARROWEST = 0.8  # percent of the width
LABELS, FEW_LABELS = 16, 5  # years that are written on a wide and on a narrow screen
Status = Project.Status
# How a bar is drawn, so that the status is told without colours; its words stand beside it.
LOOKS = {
    Status.PREPARATION: "dashed",
    Status.CONSULTATION: "dashed",
    Status.APPROVED: "outlined",
    Status.RUNNING: "woven",
    Status.CANCELLED: "thin",
}


@dataclass
class Bar:
    """A project on the line: `x` and `width` in percent; what is not known stays open."""

    project: Project
    years: str
    x: float
    width: float
    look: str

    @property
    def middle(self):
        return self.x + self.width / 2

    @property
    def end(self):
        return self.x + self.width


def timeline(projects):
    """The context of list_timeline.html; `undated` are the projects without any day."""
    spans = [(project, span(project)) for project in projects]
    dated = [(project, days) for project, days in spans if any(days)]
    undated = [project for project, days in spans if not any(days)]
    known = [day.year for _project, days in dated for day in days if day]
    if not known:
        return {"bars": [], "undated": undated}
    first, last = min(known), max(known)
    scale = Scale(first, last)
    return {
        "bars": [bar(project, *days, scale) for project, days in dated],
        "undated": undated,
        "years": scale.labels(),
        "today": scale.percent(timezone.localdate()),
    }


def span(project):
    """(first, last day) of a project; None where nothing is known, or nothing that can be."""
    start, end = project.start_on, latest(project.end_on, project.end_precision)
    return tuple(day if day and FIRST <= day.year <= LAST else None for day in (start, end))


def latest(day, precision):
    """The last day that a date known to the month or the year may mean."""
    if day and precision == "year":
        return date(day.year, 12, 31)
    if day and precision == "month":
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


def bar(project, start, end, scale):
    x = scale.percent(start) if start else 0
    width = max((scale.percent(end) if end else 100) - x, NARROWEST)
    x = min(x, 100 - NARROWEST)
    look = LOOKS.get(project.status, "solid")
    if not end:
        return Bar(project, _("from %(year)s") % {"year": start.year}, x, width, "open")
    if not start:
        return Bar(project, _("until %(year)s") % {"year": end.year}, x, width, "open")
    return Bar(project, project.years, x, width, look)


class Scale:
    """Days as percent of the way from the beginning of one year to the end of another."""

    def __init__(self, first, last):
        self.first, self.last = first, last
        self.start = date(first, 1, 1).toordinal()
        self.days = date(last, 12, 31).toordinal() + 1 - self.start

    def percent(self, day):
        """Where a day lies; None outside the years."""
        if not self.first <= day.year <= self.last:
            return None
        return (day.toordinal() - self.start) / self.days * 100

    def labels(self):
        """(year, percent, whether it is written, whether on a narrow screen, too)."""
        number = self.last - self.first + 1
        wide, narrow = -(-number // LABELS), -(-number // FEW_LABELS)
        narrow = -(-narrow // wide) * wide
        return [
            (year, self.percent(date(year, 1, 1)), place % wide == 0, place % narrow == 0)
            for place, year in enumerate(range(self.first, self.last + 1))
        ]
