"""Pages on which visitors send in an idea or support one."""

from contextlib import suppress

from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.views import find
from engage.links import page_behind_link, private_page
from engage.views import look_into_mailbox

from . import actions, supports
from .idea_forms import NewIdeaForm, SupportForm
from .models import Forum, Idea

GONE = 410
SECTION = ("ideas:forum_list", gettext_lazy("Idea forums"))


# Sendings are counted in a transaction of their own, as in the forms of events.
@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def idea_new(request, slug):
    """The form of a new idea, and what it will look like; closed, it keeps what was typed."""
    forum = find(Forum.objects.published(), request, slug)
    if forum.slug != slug:
        return redirect("ideas:idea_new", forum.slug)
    form = NewIdeaForm(request.POST or None, request=request, forum=forum)
    is_asked = request.method == "POST" and forum.is_open
    is_whole = is_asked and form.is_valid()
    if is_whole and not form.is_preview and is_submitted(form, forum):
        return redirect("ideas:idea_sent", forum.slug)
    preview = form.preview() if is_whole and form.is_preview else None
    context = {"form": form, "forum": forum, "preview": preview}
    return render(request, "ideas/idea_new.html", context)


def is_submitted(form, forum):
    """Whether the idea was taken. What a machine sent is taken too, and forgotten."""
    if form.is_trapped:
        return True
    try:
        actions.submit(
            forum=forum,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            occasion=form.occasion(),
            language=form.language(),
            **form.values(),
        )
    except actions.NotPossible:  # closed meanwhile; the page says so
        return False
    return True


@require_safe
def idea_sent(request, slug):
    """The same for everybody, whatever the address."""
    forum = find(Forum.objects.published(), request, slug)
    what_follows = _(
        "We have sent you an e-mail. Open the link in it and press the button: only then is your"
        " idea read."
    )
    return look_into_mailbox(request, what_follows, *SECTION, forum)


# A device that supported an idea of the forum before sends its cookie along, which no other site
# can make it do; everybody else gets a form with a token.
@csrf_exempt
@private_page
@require_POST
def support_now(request, slug):
    """One click: support the idea if the device is known, else ask for the mailbox."""
    idea = find(Idea.objects.with_relations().published(), request, slug)
    code = supports.remembered(request, idea.forum)
    if code and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin":
        with suppress(supports.NotTaken):  # the page says so
            supports.give(idea=idea, code=code)
    return redirect("ideas:support", idea.slug)


@transaction.non_atomic_requests
@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def support(request, slug):
    """Support by e-mail; on a device that is known, the state and the way back."""
    idea = find(Idea.objects.with_relations().published(), request, slug)
    if idea.slug != slug:
        return redirect("ideas:support", idea.slug)
    code = supports.remembered(request, idea.forum)
    form = SupportForm(request.POST or None, request=request)
    if request.method == "POST":
        if code and request.POST.get("do") in DOINGS:
            return done(request, idea, code, redirect("ideas:support", idea.slug))
        if form.is_valid() and is_asked(form, idea):
            return redirect("ideas:support_sent", idea.slug)
    context = {
        "idea": idea,
        "form": form,
        "is_taken": supports.is_taken(idea),
        "is_known": bool(code),
        "has_supported": supports.has_supported(idea, code),
    }
    return render(request, "ideas/support.html", context)


def is_asked(form, idea):
    if form.is_trapped:
        return True
    data = {"email": form.cleaned_data["email"], "occasion": form.occasion()}
    try:
        supports.ask(idea=idea, language=form.language(), **data)
    except supports.NotTaken:
        return False
    return True


@require_safe
def support_sent(request, slug):
    idea = find(Idea.objects.published(), request, slug)
    what_follows = _(
        "We have sent you an e-mail. Open the link in it and press the button: only then does your"
        " support count."
    )
    return look_into_mailbox(request, what_follows, *SECTION, idea)


DOINGS = {"give": supports.give, "withdraw": supports.withdraw}


def done(request, idea, code, response):
    """Do what a button says; the device is known from now on."""
    try:
        DOINGS[request.POST["do"]](idea=idea, code=code)
    except supports.NotTaken:
        return response
    supports.remember(response, idea.forum, code)
    return response


@page_behind_link
def support_link(request, token):
    """What the mail leads to; only its buttons change anything."""
    idea, code = supports.opened(token)
    if idea is None or not idea.is_published:
        return render(request, "ideas/link_ended.html", status=GONE)
    if request.method == "POST" and request.POST.get("do") in DOINGS:
        return done(request, idea, code, redirect("support_link", token))
    context = {
        "idea": idea,
        "is_taken": supports.is_taken(idea),
        "is_known": True,
        "by_link": True,
        "has_supported": supports.has_supported(idea, code),
    }
    return render(request, "ideas/support.html", context)
