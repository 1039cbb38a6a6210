"""The summary of a forum as page and files, and the board for the room."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from core.reading import Reading
from core.views import first_or_404, public_page
from opendata.access import open_to_all
from projects.publicity.qr import code_for
from projects.publicity.typesetting import Busy

from .models import Forum, Idea
from .page import forum_context, themes_of
from .summary import Summary
from .summary_paper import paper
from .summary_tables import FORMS

NEWEST = 6  # ideas on the board
PDF = "application/pdf"
AGAIN = 5  # seconds until a paper can be asked for once more


def forum_at(slug):
    """A forum that visitors may see."""
    return first_or_404(public_page(Forum)(slug=slug)["rows"], slug)


@require_safe
def summary(request, slug):
    """Theme by who can realise it, all ideas in order, and who got them when."""
    forum = forum_at(slug)
    if forum.slug != slug:
        return redirect("ideas:summary", forum.slug)
    context = forum_context(forum) | {
        "item": forum,
        "summary": Summary(forum),
        "forms": ("pdf", *FORMS),
        "languages": addresses(forum, "summary"),
    }
    return render(request, "ideas/summary.html", context)


@require_safe
def summary_file(request, slug, form):
    """The same as a file; anybody may take it."""
    forum = forum_at(slug)
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


def of_board(forum):
    newest = Idea.objects.counted().filter(theme__forum=forum).select_related("theme")
    newest = newest.only("title", "theme__name").order_by("-published_at", "-pk")
    return {"themes": themes_of(forum), "newest": newest[:NEWEST]}


OF_BOARD = Reading(of_board)


@require_safe
def board(request, slug):
    """For the screen in the room: numbers and the newest ideas, looked up anew by itself."""
    forum = forum_at(slug)
    if forum.slug != slug:
        return redirect("ideas:board", forum.slug)
    found = OF_BOARD(forum=forum.pk)
    context = {
        **found,
        "forum": forum,
        "total": sum(theme.number_of_ideas for theme in found["themes"]),
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
