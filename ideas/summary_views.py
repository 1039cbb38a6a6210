"""The summary of a forum as page and files, and the board for the room."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from core.views import find
from opendata.access import open_to_all
from projects.acknowledgement import acknowledgement
from projects.publicity.qr import code_for
from projects.publicity.typesetting import Busy

from .models import Forum, Idea
from .page import handovers_of
from .summary import Summary
from .summary_paper import paper
from .summary_tables import FORMS

NEWEST = 6  # ideas on the board
PDF = "application/pdf"
AGAIN = 5  # seconds until a paper can be asked for once more


def forum_at(request, slug):
    return find(Forum.objects.published().with_relations(), request, slug)


@require_safe
def summary(request, slug):
    """Theme by who can realise it, all ideas in order, and who got them when."""
    forum = forum_at(request, slug)
    if forum.slug != slug:
        return redirect("ideas:summary", forum.slug)
    project = forum.public_project
    context = {
        "item": forum,
        "summary": Summary(forum),
        "handovers": handovers_of(forum),
        "ack": acknowledgement(project) if project else None,
        "forms": ("pdf", *FORMS),
        "languages": addresses(forum, "summary"),
    }
    return render(request, "ideas/summary.html", context)


@require_safe
def summary_file(request, slug, form):
    """The same as a file; anybody may take it."""
    forum = forum_at(request, slug)
    if forum.slug != slug:
        return redirect("ideas:summary_file", forum.slug, form)
    if form == "pdf":
        try:
            data, kind = paper(Summary(forum), translation.get_language()).read_bytes(), PDF
        except Busy:
            return HttpResponse(status=503, headers={"Retry-After": str(AGAIN)})
    elif form in FORMS:
        write, kind = FORMS[form]
        data = write(Summary(forum))
    else:
        raise Http404
    name = f"{forum.slug}-{timezone.localdate()}.{form}"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return open_to_all(HttpResponse(data, content_type=kind, headers=headers))


@require_safe
def board(request, slug):
    """For the screen in the room: numbers and the newest ideas, looked up anew by itself."""
    forum = forum_at(request, slug)
    if forum.slug != slug:
        return redirect("ideas:board", forum.slug)
    newest = Idea.objects.counted().filter(theme__forum=forum).with_relations()
    context = {
        "forum": forum,
        "summary": Summary(forum),
        "newest": newest.order_by("-published_at", "-pk")[:NEWEST],
        "code": code_for(settings.SITE_URL + reverse("ideas:idea_new", args=[forum.slug])),
    }
    return render(request, "ideas/board.html", context)


def addresses(forum, name):
    """(code, address) of a page of the forum in each language."""
    found = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found.append((code, reverse(f"ideas:{name}", args=[forum.slug])))
    return found
