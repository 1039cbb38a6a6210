"""The page of one registration, reached by its link alone."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from engage import links
from engage.links import BadLink, page_behind_link, private_page
from engage.visitors import CONFIRM_WITHIN

from . import calendar
from . import registration_actions as actions
from . import registration_mails as mails
from .places import is_open
from .registration import Registration

State = Registration.State
GONE = 410

ANSWERS = {
    "ended": (
        _("This link does not work any more"),
        _(
            "It is cut short or too old, a newer one is there, or what it led to is deleted."
            " The newest mail about the event has the link that works. If you have none, fill in"
            " the form of the event once more: when you are registered, we send you the link."
        ),
    ),
    "forget": (
        _("Your data are deleted"),
        _("Your name, your e-mail address and all that you wrote are gone; this link is closed."),
    ),
    "renew": (
        _("A new link is on its way"),
        _("It comes to your mailbox within a few minutes. The old one does not work any more."),
    ),
}
# What a link of each purpose can do.
DOINGS = {
    links.CONFIRM: {"confirm": actions.confirm, "forget": actions.forget},
    links.MANAGE: {
        "cancel": actions.cancel,
        "forget": actions.forget,
        "renew": actions.renew_link,
    },
}


@page_behind_link
def my_registration(request, token):
    """All that one can do with a registration; only its buttons change anything.

    As long as the link works, the answer is no error: the log would name the address.
    """
    try:
        row, purpose = links.opened(Registration, token, *DOINGS)
    except BadLink:
        return answer(request, "ended", status=GONE)
    if request.method == "POST":
        return done(request, row, purpose)
    if purpose == links.CONFIRM and row.state != State.UNCONFIRMED:  # pressed already
        return redirect(mails.path_of(row))
    return mine(request, row, purpose)


def mine(request, row, purpose, problem=""):
    of_form = rows_of_form(row)
    others = [(each, mails.path_of(each)) for each in of_form if each != row]
    is_new = row.state == State.UNCONFIRMED
    context = {
        "registration": row,
        "event": row.event,
        "asked": of_form,
        "others": [] if is_new else others,
        "is_open": is_open(row.event),
        "calendar": reverse("my_calendar", args=[links.token(row, links.MANAGE)]),
        "known_until": row.created_at + CONFIRM_WITHIN if is_new else row.known_until,
        "materials": mails.materials_of(row) if row.state == State.CONFIRMED else [],
        "may_renew": purpose == links.MANAGE,
        "problem": problem,
    }
    return render(request, "events/my_registration.html", context)


def rows_of_form(row):
    """The registrations of the same form, the next event first."""
    if not row.batch:
        return [row]
    rows = Registration.objects.filter(batch=row.batch, email=row.email)
    return list(rows.select_related("event").order_by("event__starts_at", "pk"))


def done(request, row, purpose):
    """Do what a button says, then show the page anew, so that “back” and “reload” do nothing."""
    what = request.POST.get("do")
    if what not in DOINGS[purpose]:
        return mine(request, row, purpose)
    try:
        DOINGS[purpose][what](registration=row)
    except actions.NotPossible:
        row.refresh_from_db()
        return mine(request, row, purpose, problem=what)
    if what in ANSWERS:
        return answer(request, what)
    row.refresh_from_db()
    return redirect(mails.path_of(row))


def answer(request, what, status=200):
    """A page that says what a link did last, or that it does nothing any more."""
    heading, text = ANSWERS[what]
    context = {"heading": heading, "text": text}
    return render(request, "events/link_answer.html", context, status=status)


@private_page
@require_safe
def my_calendar(request, token):
    """The event as a file for one's own calendar, with the online link for who has a place."""
    try:
        row, _purpose = links.opened(Registration, token, links.MANAGE)
    except BadLink:
        raise Http404 from None
    online = row.event.online_url if row.state == State.CONFIRMED else ""
    headers = {"Content-Disposition": f'attachment; filename="{row.event.slug}.ics"'}
    data = calendar.single(row.event, online)
    return HttpResponse(data, content_type="text/calendar; charset=utf-8", headers=headers)
