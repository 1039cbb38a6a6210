"""What staff look up about a forum: whence ideas came, what became of them, how long it took."""

from collections import Counter
from statistics import median

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.numbers import percent

from .models import Idea
from .summary import Summary, place_of


def figures(forum):
    """[(what, [(name, number or share)])] of the ideas of a forum that are counted."""
    summary = Summary(forum)
    if not summary.ideas:
        return []
    places = Counter(place_of(each) or _("the whole area") for each in summary.ideas)
    sources = Counter(str(each.get_source_display()) for each in summary.ideas)
    online, paper = summary.supports
    answered = round(100 * summary.answered / len(summary.ideas))
    came_of_it = [
        (pgettext("of ideas", "answered"), percent(answered)),
        (_("realised"), summary.realised),
        (_("supporters on the site"), online),
        (_("supporters on paper"), paper),
    ]
    hours = hours_to_decide(forum)
    if hours is not None:
        came_of_it.append((_("hours until a decision, median"), hours))
    return [
        (pgettext("of ideas", "Where"), places.most_common()),
        (pgettext("of ideas", "How they came"), sources.most_common()),
        (pgettext("of ideas", "What came of them"), came_of_it),
    ]


def hours_to_decide(forum):
    """The median time from a confirmed idea to its decision, in whole hours; None without any."""
    rows = Idea.objects.filter(theme__forum=forum, source=Idea.Source.WEB)
    rows = rows.exclude(pending_at=None).exclude(decided_at=None)
    spans = [
        (decided - pending).total_seconds() / 3600
        for pending, decided in rows.values_list("pending_at", "decided_at")
        if decided >= pending
    ]
    return round(median(spans)) if spans else None
