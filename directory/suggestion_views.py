"""Pages on which visitors suggest corrections, and on which leaders answer the yearly question."""

from dataclasses import dataclass

from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from core.views import find
from engage import links
from engage.links import BadLink, page_behind_link
from engage.views import look_into_mailbox

from . import community_actions as actions
from .communities import Community
from .community_page import entry_groups
from .entries import Entry
from .suggestion_forms import ChangeForm, SuggestionForm
from .suggestions import Suggestion
from .yearly_check import YearlyCheck

GONE = 410


@dataclass(frozen=True)
class About:
    """A kind of pages that visitors correct, and the names of the addresses around it."""

    model: type
    form: str
    sent: str
    section: str
    title: str


COMMUNITY = About(
    *(Community, "directory:suggest", "directory:suggested"),
    *("directory:community_list", _("Communities")),
)
ENTRY = About(
    *(Entry, "directory:suggest_for_entry", "directory:suggested_for_entry"),
    *("directory:entry_list", _("Businesses and organisations")),
)
ANSWERS = {
    "ended": (
        _("This link does not work any more"),
        _("It is cut short or too old, or what it led to is deleted. Nothing was changed."),
    ),
    "confirmed": (
        _("Thank you, we have your suggestion"),
        _("Somebody of the staff reads it and corrects the page."),
    ),
    "forgotten": (_("Your suggestion is deleted"), _("Nothing of it stays with us.")),
    "right": (
        _("Thank you, the page is marked as verified today"),
        _("We shall ask again in a year. Until then you can write to us at any time."),
    ),
    "told": (
        _("Thank you, what you wrote is in our list"),
        _("Somebody of the staff corrects the page."),
    ),
}


def answer(request, what, status=200):
    heading, text = ANSWERS[what]
    context = {"heading": heading, "text": text}
    return render(request, "directory/link_answer.html", context, status=status)


# Sendings are counted in a transaction of their own.
@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request, slug, about=COMMUNITY):
    """The form of one page; once it is sent, the answer is “look into your mailbox”."""
    item = find(about.model.objects.published(), request, slug)
    if item.slug != slug:
        return redirect(about.form, item.slug)
    form = SuggestionForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        if not form.is_trapped:
            data = {name: form.cleaned_data[name] for name in ("text", "name", "email")}
            actions.suggest(page=item, language=form.language(), occasion=form.occasion(), **data)
        return redirect(about.sent, item.slug)
    context = {"form": form, "subject": item, "section": about.section, "title": about.title}
    return render(request, "directory/suggest.html", context)


@require_safe
def suggested(request, slug, about=COMMUNITY):
    item = find(about.model.objects.published(), request, slug)
    what_follows = gettext(
        "We have sent you an e-mail. Open the link in it and press the button: only then do we read"
        " what you sent in."
    )
    return look_into_mailbox(request, what_follows, about.section, about.title, item)


@page_behind_link
def my_suggestion(request, token):
    """The page behind the link to confirm; only its buttons change anything."""
    try:
        row, _purpose = links.opened(Suggestion, token, links.CONFIRM)
    except BadLink:
        return answer(request, "ended", status=GONE)
    if request.POST.get("do") == "confirm":
        actions.confirm_suggestion(suggestion=row)
        return answer(request, "confirmed")
    if request.POST.get("do") == "forget":
        actions.forget_suggestion(suggestion=row)
        return answer(request, "forgotten")
    if row.state != Suggestion.State.UNCONFIRMED:
        return answer(request, "confirmed")
    return render(request, "directory/my_suggestion.html", {"suggestion": row})


@page_behind_link
def my_community(request, token):
    """The yearly question to a leader; only its buttons change anything."""
    try:
        check, _purpose = links.opened(YearlyCheck, token, links.MANAGE)
    except BadLink:
        return answer(request, "ended", status=GONE)
    if request.POST.get("do") == "right":
        actions.still_right(check=check)
        return answer(request, "right")
    form = ChangeForm(request.POST if request.POST.get("do") == "tell" else None)
    if form.is_valid():
        actions.tell_change(check=check, text=form.cleaned_data["text"])
        return answer(request, "told")
    context = {"form": form, "check": check, "community": check.community}
    context |= entry_groups(check.community.entries.all())
    return render(request, "directory/my_community.html", context)
