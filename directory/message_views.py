"""Pages on which visitors write to somebody, and the page of one message."""

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from engage import links
from engage.links import BadLink, page_behind_link
from engage.views import look_into_mailbox

from . import message_actions as actions
from . import message_mails as mails
from .contacts import ContactPoint
from .listings import Listing
from .message_forms import MessageForm
from .messages import ContactMessage
from .my_pages import answer
from .views import GONE, ended_page, ended_with

State = ContactMessage.State
OUTCOMES = {each.value: each for each in ContactMessage.Outcome}
DOINGS = {
    links.CONFIRM: {"confirm": actions.confirm, "forget": actions.forget},
    links.MANAGE: {"forget": actions.forget, "renew": actions.renew_link},
}


# Sendings are counted in a transaction of their own: people behind one network do not wait.
@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def write(request, public_id):
    """The form to a contact point that a public page names."""
    contact = get_object_or_404(ContactPoint.objects.reachable(), public_id=public_id)
    return form_page(request, contact)


@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def write_about(request, slug):
    """The form about an offer or request; none, and 410, once it has ended."""
    listing = Listing.objects.published().with_relations().with_slug(slug).first()
    if listing is None:
        ended = ended_with(slug)
        if ended is None:
            raise Http404
        return ended_page(request, ended)
    contact = listing.entry.contact
    if contact is None or not contact.is_reachable:
        raise Http404
    return form_page(request, contact, listing)


def form_page(request, contact, listing=None):
    form = MessageForm(request.POST or None, request=request)
    if request.method == "POST" and is_taken(form, contact, listing):
        return redirect("directory:written")
    context = {"form": form, "contact": contact, "listing": listing}
    return render(request, "directory/write.html", context)


def is_taken(form, contact, listing):
    """Whether the form was accepted. What a machine sent is accepted too, and forgotten."""
    if not form.is_valid():
        return False
    if form.is_trapped:
        return True
    try:
        actions.write(
            contact=contact,
            listing=listing,
            email=form.cleaned_data["email"],
            occasion=form.occasion(),
            **form.details(),
        )
    except actions.NotPossible:  # gone meanwhile
        raise Http404 from None
    return True


@require_safe
def written(request):
    """The same for everybody: new, known, or sent too often."""
    what_follows = _(
        "We have sent you an e-mail. Open the link in it and press the button: only then is your"
        " message passed on."
    )
    return look_into_mailbox(request, what_follows, "directory:listing_list", _("Cooperation"))


@page_behind_link
def my_message(request, token):
    """What one can do with a message; only its buttons change anything."""
    try:
        row, purpose = links.opened(ContactMessage, token, *DOINGS)
    except BadLink:
        return answer(request, "ended", status=GONE)
    if request.method == "POST":
        return done(request, row, purpose)
    if purpose == links.CONFIRM and row.state != State.UNCONFIRMED:  # pressed already
        return redirect(mails.path_of(row))
    return mine(request, row, purpose)


def mine(request, row, purpose, problem=""):
    context = {
        "message": row,
        "may_renew": purpose == links.MANAGE,
        "outcomes": ContactMessage.Outcome if row.state == State.RELAYED else (),
        "problem": problem,
    }
    return render(request, "directory/my_message.html", context)


def done(request, row, purpose):
    """Do what a button says, then show the page anew, so that “back” and “reload” do nothing."""
    what = request.POST.get("do")
    try:
        if what in OUTCOMES and purpose == links.MANAGE:
            actions.answer(message=row, outcome=OUTCOMES[what])
        elif what in DOINGS[purpose]:
            DOINGS[purpose][what](message=row)
        else:
            return mine(request, row, purpose)
    except actions.NotPossible:
        return mine(request, row, purpose, problem=what)
    if what in ("forget", "renew"):
        return answer(request, what)
    return redirect(mails.path_of(row))
