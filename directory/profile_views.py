"""Pages about organisations by municipality, and their data."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.newest import cards
from core.reading import Reading
from engage import links
from engage.links import BadLink, page_behind_link
from library.models import Item
from opendata.access import open_to_all

from . import profile_actions as actions
from .profile_choices import Band
from .profile_data import WRITERS
from .profile_forms import ProfileForm
from .profile_study import Study, today, years
from .profiles import OrganisationProfile

GONE = 410
SHOWN_WORKS = 3


def asked_study(request):
    """The study of the year that the address names, else of the latest; 404 for other years."""
    known = years()
    asked = request.GET.get("year") or (str(known[0]) if known else "")
    if asked and asked not in map(str, known):
        raise Http404
    return Study(int(asked) if asked else 0), known


def works():
    """The keys of the newest studies of projects."""
    rows = Item.objects.published().filter(project__isnull=False, kind=Item.Kind.STUDY)
    return {"keys": rows.values_list("pk", flat=True)[:SHOWN_WORKS]}


WORKS = Reading(works)


@require_safe
def profile_list(request):
    """All municipalities of one year, and works of the library that tell more."""
    study, known = asked_study(request)
    context = {
        "study": study,
        "years": known,
        "places": list(study.places.values()),
        "tables": study.tables,
        "bands": Band.labels,
        "works": cards("library.Item", WORKS()["keys"]),
    }
    return render(request, "directory/profile_list.html", context)


@require_safe
def profile_place(request, slug):
    """The organisations of one municipality; the name of a former one leads to today's."""
    study, known = asked_study(request)
    place = study.places.get(slug)
    if place is None:
        return redirect(heir_address(request, slug, study))
    context = {
        "study": study,
        "years": known,
        "place": place,
        "tables": study.tables_of(place),
        "cooperation": study.cooperation(place),
        "bands": Band.labels,
    }
    return render(request, "directory/profile_place.html", context)


def heir_address(request, slug, study):
    """Address of the municipality that took over the one with this slug; 404 for others."""
    former = study.gazetteer.by_slug.get(slug)
    heir = former and today(former.pk, study.gazetteer)
    if heir is None or heir.slug == slug or heir.slug not in study.places:
        raise Http404
    query = f"?year={study.year}" if "year" in request.GET else ""
    return reverse("directory:profile_place", args=[heir.slug]) + query


@require_safe
def profile_data(request, form):
    """One of the tables as CSV, of one municipality when the address names it."""
    study, _known = asked_study(request)
    slug = request.GET.get("municipality", "")
    if form not in WRITERS or (slug and slug not in study.places):
        raise Http404
    places = [place for key, place in study.places.items() if slug in ("", key)]
    response = HttpResponse(WRITERS[form](study, places), content_type="text/csv; charset=utf-8")
    name = "-".join(filter(None, (str(study.year), slug, form)))
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return open_to_all(response)


@page_behind_link
def my_profile(request, token):
    """The form behind a personal link, filled with what is known; only sending changes anything."""
    try:
        profile, _purpose = links.opened(OrganisationProfile, token, links.MANAGE)
    except BadLink:
        return render(request, "directory/profile_ended.html", status=GONE)
    form = ProfileForm(request.POST or None, profile=profile)
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent:
        shown = [each.pk for each in form.shown]
        partners = form.partners()
        actions.answer(profile=profile, values=form.values(), partners=partners, shown=shown)
    context = {"form": form, "profile": profile, "is_sent": is_sent}
    return render(request, "directory/my_profile.html", context)
