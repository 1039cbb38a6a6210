"""A juror's score sheet, reached by its link alone: one page, each solution saved by itself."""

from typing import NamedTuple

from django import forms
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from engage import links
from engage.links import BadLink, page_behind_link

from . import ideathon_actions as actions
from .ideathon_jury import MOST_POINTS, Juror
from .ideathon_ranking import solutions_of
from .models import Solution

GONE, CONFLICT = 410, 409
POINTS = [(value, str(value)) for value in range(MOST_POINTS + 1)]


class ScoreForm(forms.Form):
    """The points of one solution, a row of radio buttons for each criterion; gaps may stay."""

    def __init__(self, *args, criteria, **kwargs):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for each in criteria:
            self.fields[f"c{each.pk}"] = forms.TypedChoiceField(
                label=each.title,
                choices=POINTS,
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )

    def values(self):
        """{criterion: points} of what was chosen."""
        found = {each: self.cleaned_data[f"c{each.pk}"] for each in self.criteria}
        return {each: value for each, value in found.items() if value is not None}


class Row(NamedTuple):
    """One solution on the sheet."""

    solution: Solution
    form: ScoreForm
    number: int  # of criteria that have points

    @property
    def is_complete(self):
        return self.number == len(self.form.criteria)


@page_behind_link
def jury_sheet(request, token):
    """All solutions that this juror scores; after the results they can be looked at only."""
    try:
        juror, _purpose = links.opened(Juror, token, links.JURY)
    except BadLink:
        return ended(request)
    if request.method != "POST":
        return sheet(request, juror)
    if juror.ideathon.has_results:
        return sheet(request, juror, problem="results", status=CONFLICT)
    return saved(request, juror, token)


def ended(request):
    context = {
        "heading": _("This link does not work any more"),
        "text": _("A newer one has taken its place, or you are not in the jury any more. Call us."),
    }
    return render(request, "ideas/ideathon_answer.html", context, status=GONE)


def rows_of(juror):
    """The rows of a sheet, without what the juror does not score, in alphabetical order."""
    criteria = list(juror.ideathon.criteria.all())
    recused = set(juror.recusals.values_list("solution", flat=True))
    given = {}
    for solution, criterion, value in juror.scores.values_list("solution", "criterion", "value"):
        given.setdefault(solution, {})[f"c{criterion}"] = value
    return [
        row_of(criteria, each, given.get(each.pk, {}))
        for each in solutions_of(juror.ideathon)
        if each.pk not in recused
    ]


def row_of(criteria, solution, given):
    return Row(solution, score_form(criteria, solution, initial=given), len(given))


def score_form(criteria, solution, data=None, **kwargs):
    return ScoreForm(data, criteria=criteria, prefix=f"s{solution.pk}", **kwargs)


def sheet(request, juror, problem="", wrong=None, status=200):
    """The page; `wrong` is a row that was sent and not accepted, shown as it was filled in."""
    rows = [wrong if wrong and wrong.solution == each.solution else each for each in rows_of(juror)]
    context = {
        "juror": juror,
        "ideathon": juror.ideathon,
        "rows": rows,
        "number_done": sum(each.is_complete for each in rows),
        "saved": request.GET.get("saved", ""),
        "problem": problem,
        "most": MOST_POINTS,
    }
    return render(request, "ideas/jury_sheet.html", context, status=status)


def saved(request, juror, token):
    """Save one row, or take it off the sheet, and lead back to where the juror was."""
    key = request.POST.get("solution", "")
    row = next((each for each in rows_of(juror) if str(each.solution.pk) == key), None)
    if row is None:
        return sheet(request, juror, problem="gone", status=404)
    form = score_form(row.form.criteria, row.solution, request.POST)
    if not form.is_valid():
        return sheet(request, juror, "wrong", row._replace(form=form), status=422)
    try:
        if request.POST.get("do") == "recuse":
            actions.recuse(juror=juror, solution=row.solution)
        else:
            actions.score(juror=juror, solution=row.solution, values=form.values())
    except actions.NotPossible:  # the results came between
        juror.ideathon.refresh_from_db()
        return sheet(request, juror, problem="results", status=CONFLICT)
    address = reverse("ideas:jury_sheet", args=[token])
    return redirect(f"{address}?saved={key}#s{key}")
