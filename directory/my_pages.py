"""The page of one entry or listing, reached by its link alone."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from engage import links
from engage.links import BadLink, page_behind_link

from . import actions, leaving
from . import listing_mails as mails
from .correcting import CorrectEntry, CorrectListing
from .entries import Entry
from .listings import Listing

GONE = 410
ANSWERS = {
    "ended": (
        _("This link does not work any more"),
        _(
            "It is cut short or too old, a newer one is there, or what it led to is deleted."
            " The newest mail has the link that works."
        ),
    ),
    "forget": (
        _("Your data are deleted"),
        _("Your name and your e-mail address are gone; this link is closed."),
    ),
    "withdraw": (
        _("It is withdrawn"),
        _("It is on the site no more, and nobody can write about it."),
    ),
    "remove": (
        _("The organisation is removed from the directory"),
        _(
            "Its page, its offers and requests, your name and your e-mail address are deleted;"
            " this link is closed."
        ),
    ),
    "renew_link": (
        _("A new link is on its way"),
        _("It comes to your mailbox within a few minutes. The old one does not work any more."),
    ),
}
CONFIRMING = {"confirm": actions.confirm, "forget": actions.forget}
MANAGING = {
    "renew": actions.renew,
    "found": actions.close,
    "withdraw": leaving.withdraw,
    "forget": actions.forget,
    "renew_link": actions.renew_link,
}
DOINGS = {links.CONFIRM: CONFIRMING, links.MANAGE: MANAGING}
OF_LISTINGS = ("renew", "found")


@page_behind_link
def my_entry(request, token):
    return my_page(request, token, Entry, CorrectEntry)


@page_behind_link
def my_listing(request, token):
    return my_page(request, token, Listing, CorrectListing)


def my_page(request, token, model, correction):
    """All that one can do with a row; only its buttons change anything."""
    try:
        row, purpose = links.opened(model, token, *DOINGS)
    except BadLink:
        return answer(request, "ended", model, GONE)
    if purpose == links.CONFIRM and row.state != row.State.UNCONFIRMED:  # pressed already
        return redirect(mails.path_of(row))
    form = None
    if purpose == links.MANAGE and row.state in row.CORRECTABLE:
        form = correction(request.POST if "correct" in request.POST else None, row=row)
    if request.method == "POST":
        return done(request, row, purpose, form)
    return mine(request, row, purpose, form)


def mine(request, row, purpose, form, problem=""):
    context = {
        "row": row,
        "kind": row._meta.model_name,
        "form": form,
        "may_manage": purpose == links.MANAGE,
        "is_current": row.is_published,
        "problem": problem,
        "may_withdraw": purpose == links.MANAGE and may_withdraw(row),
        "noted": request.GET.get("noted", "") if not problem else "",
    }
    return render(request, "directory/my_page.html", context)


def done(request, row, purpose, form):
    """Do what a button says, then show the page anew, so that “back” and “reload” do nothing."""
    what = request.POST.get("do")
    is_fitting = what not in OF_LISTINGS or isinstance(row, Listing)
    try:
        if form is not None and form.is_bound:
            if not form.is_valid():
                return mine(request, row, purpose, form)
            actions.correct(row=row, values=form.values())
            what = "correct"
        elif what in DOINGS[purpose] and is_fitting:
            DOINGS[purpose][what](row=row)
        else:
            return mine(request, row, purpose, form)
    except actions.NotPossible:
        row.refresh_from_db()
        return mine(request, row, purpose, None, problem=what)
    if what in ANSWERS:
        is_removal = what == "withdraw" and isinstance(row, Entry)
        return answer(request, "remove" if is_removal else what, type(row))
    row.refresh_from_db()
    return redirect(f"{mails.path_of(row)}?noted={what}")


def may_withdraw(row):
    """An organisation can always be removed; an offer that has ended is not there any more."""
    gone = {row.State.WITHDRAWN} | ({row.State.ARCHIVED} if isinstance(row, Listing) else set())
    return row.state not in gone


def answer(request, what, model=None, status=200):
    """A page that says what a link did last, or that it does nothing any more."""
    heading, text = ANSWERS[what]
    context = {"heading": heading, "text": text, "is_of_entry": model is Entry}
    return render(request, "directory/my_answer.html", context, status=status)
