"""The protocol of a jury for the file, typeset as PDF/UA: every score, who was recused, totals.

It is made from the same ranking as the page, and kept nowhere: it holds names.
"""

from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.numbers import euro, number, ordinal
from projects.publicity import sheets, typesetting
from projects.publicity.letterhead import letterhead

from .ideathon_jury import Recusal
from .ideathon_ranking import ranking, rounded
from .ideathon_ranking import sheets as sheets_of

TEMPLATE = Path(__file__).with_name("protocol.typ")
LANGUAGES = tuple(settings.MODELTRANSLATION_LANGUAGES)


def pdf(ideathon, language):
    """The bytes of the PDF; raises `typesetting.Busy`."""
    with override(language):
        data, files = content(ideathon, language)
    with typesetting.one_at_a_time():
        return typesetting.typeset(TEMPLATE, sheets.drawable(data), files)


def content(ideathon, language):
    """(data, {name: bytes or path of a file}) for the template."""
    files, ranked = {}, ranking(ideathon)
    jurors, criteria = list(ideathon.jurors.all()), list(ideathon.criteria.all())
    names = {juror.pk: name_of(juror, at) for at, juror in enumerate(jurors, 1)}
    data = {
        "lang": language,
        "title": ideathon.title,
        "heading": _("Protocol of the jury"),
        "facts": facts(ideathon),
        "page": _("page"),
        "results_title": _("Results"),
        "results_columns": [_("Place"), _("Solution"), _("Team"), _("Points"), _("Jurors")],
        "results": [result(each) for each in ranked],
        "rule": rule(),
        "criteria_title": _("Criteria"),
        "criteria": [[each.title, str(each.weight)] for each in criteria],
        "criteria_columns": [_("Criterion"), _("Weight")],
        "jury_title": _("Jury"),
        "jury": [[names[each.pk], each.organisation] for each in jurors],
        "jury_columns": [_("Name and surname"), _("Organisation"), _("Signature")],
        "recusals_title": _("Recusals"),
        "recusals": recusals(ideathon, names),
        "none": _("None."),
        "scores_title": _("Scores by juror"),
        "scores": scores(ideathon, ranked, criteria, names),
        "awards_title": _("Decision"),
        "awards": [award(each) for each in ideathon.awards.select_related("solution")],
        "money": letterhead(ideathon.project, files),
    }
    return data, files


def name_of(juror, at):
    """The name, or a number once names are deleted."""
    return juror.name or _("Juror %(number)s") % {"number": at}


def facts(ideathon):
    """[[label, value]]"""
    published = _("not yet")
    if ideathon.has_results:
        published = date_format(localtime(ideathon.results_at), "SHORT_DATETIME_FORMAT")
    rows = [
        (_("Budget"), euro(ideathon.budget)),
        (_("Results published"), published),
        (_("Made"), date_format(localdate(), "SHORT_DATE_FORMAT")),
    ]
    return [[label, value] for label, value in rows]


def rule():
    return _(
        "Points: for each criterion the mean of the jurors' points times its weight, added up. A"
        " juror counts for a solution who gave points for every criterion and is not recused."
    )


def result(each):
    place = "–" if each.place is None else str(each.place)
    tied = _("%(place)s (tied)") % {"place": place} if each.is_tied else place
    points = "–" if each.total is None else number(each.total)
    return [tied, each.solution.title, each.solution.team, points, str(each.jurors)]


def recusals(ideathon, names):
    rows = Recusal.objects.filter(juror__ideathon=ideathon).select_related("solution")
    return [f"{names[each.juror_id]}: {each.solution}" for each in rows.order_by("pk")]


def scores(ideathon, ranked, criteria, names):
    """For each solution its table: a row for each juror, then the means."""
    given = sheets_of(ideathon)
    tables = []
    for each in ranked:
        rows = []
        for juror, name in names.items():
            points = given.get((juror, each.solution.pk), {})
            if points:
                rows.append([name, *(str(points.get(one.pk, "–")) for one in criteria)])
        means = [each.means.get(one.pk) for one in criteria]
        mean = ["–" if value is None else number(rounded(value)) for value in means]
        tables.append(
            {
                "title": each.solution.title,
                "columns": [_("Juror"), *(one.title for one in criteria)],
                "rows": rows,
                "means": [_("Mean"), *mean],
            }
        )
    return tables


def award(each):
    head = _("%(place)s place: %(solution)s, %(amount)s")
    told = {"place": ordinal(each.place), "solution": each.solution, "amount": euro(each.amount)}
    return [head % told, each.decision]
