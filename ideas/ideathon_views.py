"""Pages of ideathons and solutions, and the form with which teams send one in."""

from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.views import content_detail, find, only_reads
from engage.views import look_into_mailbox
from opendata.views import content_data
from search.views import content_list

from . import ideathon_actions as actions
from .ideathon_forms import SolutionForm
from .ideathon_page import ideathon_context, solution_context
from .models import Ideathon, Solution


@only_reads
def ideathon_list(request):
    return content_list(request, Ideathon.objects)


def ideathon_data(request, form):
    return content_data(request, Ideathon.objects, form)


@only_reads
def ideathon_detail(request, slug):
    return content_detail(request, Ideathon.objects, slug, ideathon_context)


@only_reads
def solution_list(request):
    return content_list(request, Solution.objects)


def solution_data(request, form):
    return content_data(request, Solution.objects, form)


@only_reads
def solution_detail(request, slug):
    return content_detail(request, Solution.objects, slug, solution_context)


# Sendings are counted in a transaction of their own, as for every form of visitors.
@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def send_in(request, slug):
    """The form of a solution; sent too late, it is shown again with all that was typed."""
    ideathon = find(Ideathon.objects.published().with_relations(), request, slug)
    if ideathon.slug != slug:
        return redirect("ideas:send_in", ideathon.slug)
    form = SolutionForm(request.POST or None, request=request, ideathon=ideathon)
    if request.method == "POST" and is_taken(form):
        return redirect("ideas:sent_in", ideathon.slug)
    context = {"form": form, "ideathon": ideathon, "is_late": form.is_bound}
    return render(request, "ideas/send_in.html", context)


def is_taken(form):
    """Whether the form was accepted. What a machine sent is accepted too, and forgotten."""
    if not form.is_valid():
        return False
    if form.is_trapped:
        return True
    data, language = form.cleaned_data, form.language()
    try:
        actions.submit(
            email=data["email"],
            name=data["name"],
            language=language,
            occasion=form.occasion(),
            **form.values(language),
        )
    except actions.NotPossible:  # closed meanwhile; the page says so
        return False
    return True


@require_safe
def sent_in(request, slug):
    """The same for everybody."""
    ideathon = find(Ideathon.objects.published(), request, slug)
    what_follows = _(
        "We have sent you an e-mail. Open the link in it and press the button: only then do we get"
        " your solution."
    )
    section = ("ideas:ideathon_list", _("Ideathons"))
    return look_into_mailbox(request, what_follows, *section, ideathon)
