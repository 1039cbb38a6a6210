"""The page of one's own idea, reached by its link alone."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from engage import links
from engage.links import BadLink, page_behind_link

from . import actions, mails
from .idea_forms import CorrectionForm
from .models import Idea

State = Idea.State
GONE = 410

ANSWERS = {
    "forget": (
        _("Your data are deleted"),
        _("Your name and your e-mail address are gone; this link is closed."),
    ),
    "withdraw": (
        _("Your idea is taken back"),
        _("Nobody reads or publishes it any more."),
    ),
    "renew": (
        _("A new link is on its way"),
        _("It comes to your mailbox within a few minutes. The old one does not work any more."),
    ),
}
DOINGS = {
    links.CONFIRM: {"confirm": actions.confirm, "withdraw": actions.withdraw},
    links.MANAGE: {
        "withdraw": actions.withdraw,
        "forget": actions.forget,
        "renew": actions.renew_link,
    },
}


@page_behind_link
def my_idea(request, token):
    """All that one can do with one's own idea; only its buttons change anything."""
    try:
        idea, purpose = links.opened(Idea, token, *DOINGS)
    except BadLink:
        return render(request, "ideas/link_ended.html", status=GONE)
    if request.method == "POST":
        return done(request, idea, purpose)
    if purpose == links.CONFIRM and idea.state != State.UNCONFIRMED:  # pressed already
        return redirect(mails.path_of(idea))
    return mine(request, idea, purpose)


def mine(request, idea, purpose, problem=False, form=None):
    may_correct = purpose == links.MANAGE and idea.state in Idea.CORRECTABLE
    if may_correct and form is None:
        form = CorrectionForm(idea=idea)
    context = {
        "idea": idea,
        "forum": idea.forum,
        "form": form if may_correct else None,
        "is_unconfirmed": idea.state == State.UNCONFIRMED,
        "may_withdraw": idea.state in (*Idea.CORRECTABLE, State.UNCONFIRMED),
        "may_manage": purpose == links.MANAGE,
        "problem": problem,
        "is_corrected": "corrected" in request.GET,
    }
    return render(request, "ideas/my_idea.html", context)


def done(request, idea, purpose):
    """Do what a button says, then show the page anew, so that “back” and “reload” do nothing."""
    what = request.POST.get("do")
    if what == "correct" and purpose == links.MANAGE:
        return corrected(request, idea)
    if what not in DOINGS[purpose]:
        return mine(request, idea, purpose)
    try:
        DOINGS[purpose][what](idea=idea)
    except actions.NotPossible:
        idea.refresh_from_db()
        return mine(request, idea, purpose, problem=True)
    if what in ANSWERS:
        heading, text = ANSWERS[what]
        return render(request, "ideas/link_done.html", {"heading": heading, "text": text})
    idea.refresh_from_db()
    return redirect(mails.path_of(idea))


def corrected(request, idea):
    form = CorrectionForm(request.POST, idea=idea)
    if not form.is_valid():
        return mine(request, idea, links.MANAGE, form=form)
    try:
        idea = actions.correct(idea=idea, **form.values())
    except actions.NotPossible:
        idea.refresh_from_db()
        return mine(request, idea, links.MANAGE, problem=True)
    return redirect(f"{mails.path_of(idea)}?corrected=1")
