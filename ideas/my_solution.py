"""The page of one solution for its team, reached by its link alone."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from engage import links
from engage.links import BadLink, page_behind_link

from . import ideathon_actions as actions
from . import ideathon_mails as mails
from .ideathon_forms import CorrectionForm
from .models import Solution

State = Solution.State
GONE = 410
ANSWERS = {
    "ended": (
        _("This link does not work any more"),
        _(
            "It is cut short or too old, a newer one is there, or what it led to is deleted."
            " The newest mail about your solution has the link that works."
        ),
    ),
    "forget": (
        _("Your data are deleted"),
        _("Your name and your e-mail address are gone; this link is closed."),
    ),
    "renew": (
        _("A new link is on its way"),
        _("It comes to your mailbox within a few minutes. The old one does not work any more."),
    ),
}
# What a link of each purpose can do.
DOINGS = {
    links.CONFIRM: {"confirm": actions.confirm, "forget": actions.forget},
    links.MANAGE: {"forget": actions.forget, "renew": actions.renew_link},
}


@page_behind_link
def my_solution(request, token):
    """What a team can do with its solution; only its buttons change anything."""
    try:
        row, purpose = links.opened(Solution, token, *DOINGS)
    except BadLink:
        return answer(request, "ended", status=GONE)
    if request.method == "POST":
        return done(request, row, purpose)
    if purpose == links.CONFIRM and row.state != State.UNCONFIRMED:  # pressed already
        return redirect(mails.path_of(row))
    return mine(request, row, purpose)


def mine(request, row, purpose, form=None):
    may_correct = purpose == links.MANAGE and may_still_correct(row)
    context = {
        "solution": row,
        "ideathon": row.ideathon,
        "form": form or (CorrectionForm(solution=row) if may_correct else None),
        "may_renew": purpose == links.MANAGE,
        "page": row.get_absolute_url() if row.is_published else "",
    }
    return render(request, "ideas/my_solution.html", context)


def may_still_correct(row):
    return row.state in Solution.CORRECTABLE and not row.ideathon.has_results


def done(request, row, purpose):
    """Do what a button says, then show the page anew, so that “back” and “reload” do nothing."""
    what = request.POST.get("do")
    if what == "correct" and purpose == links.MANAGE and may_still_correct(row):
        return corrected(request, row, purpose)
    if what not in DOINGS[purpose]:
        return mine(request, row, purpose)
    DOINGS[purpose][what](solution=row)
    if what in ANSWERS:
        return answer(request, what)
    row.refresh_from_db()
    return redirect(mails.path_of(row))


def corrected(request, row, purpose):
    form = CorrectionForm(request.POST, solution=row)
    if not form.is_valid():
        return mine(request, row, purpose, form)
    try:
        actions.correct(solution=row, **form.values(row.language))
    except actions.NotPossible:  # decided meanwhile; the page says so
        row.refresh_from_db()
        return mine(request, row, purpose)
    return redirect(mails.path_of(row) + "?saved=1")


def answer(request, what, status=200):
    heading, text = ANSWERS[what]
    context = {"heading": heading, "text": text}
    return render(request, "ideas/ideathon_answer.html", context, status=status)
