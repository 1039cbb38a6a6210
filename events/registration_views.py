"""Pages on which visitors register, for one event or for the dates of a series."""

from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.views import find
from engage.views import look_into_mailbox

from . import registration_actions as actions
from .models import Event, Series
from .places import Places, takes_people
from .registration_forms import RegistrationForm, SeriesForm


# Sendings are counted in a transaction of their own: people behind one network do not wait for
# each other.
@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def register(request, slug):
    """The form of one event; once it is sent, the answer is “look into your mailbox”."""
    event = find(Event.objects.published(), request, slug)
    if event.slug != slug:
        return redirect("events:register", event.slug)
    if event.registration != Event.Registration.OPEN:
        raise Http404
    form = RegistrationForm(request.POST or None, request=request, events=[event])
    if request.method == "POST" and is_taken(form):
        return redirect("events:registered", event.slug)
    places = Places(event)
    context = {
        "form": form,
        "event": event,
        "places": places,
        "takes_people": takes_people(event, places),
        "has_opened": event.opens_at is None or event.opens_at <= timezone.now(),
    }
    return render(request, "events/register.html", context)


@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def register_for_series(request, slug):
    """One form for all dates of a series that one can register for now."""
    series = find(Series.objects.published(), request, slug)
    if series.slug != slug:
        return redirect("events:register_for_series", series.slug)
    ahead = series.events.published().upcoming()
    events = [each for each in ahead if takes_people(each)]
    form = SeriesForm(request.POST or None, request=request, events=events)
    if request.method == "POST" and is_taken(form):
        return redirect("events:registered_for_series", series.slug)
    context = {"form": form, "series": series, "takes_people": bool(events)}
    return render(request, "events/register_for_series.html", context)


def is_taken(form):
    """Whether the form was accepted. What a machine sent is accepted too, and forgotten."""
    if not form.is_valid():
        return False
    if form.is_trapped:
        return True
    try:
        actions.register(
            events=form.chosen(),
            email=form.cleaned_data["email"],
            occasion=form.occasion(),
            **form.details(),
        )
    except actions.NotPossible:  # closed meanwhile; the page says so
        return False
    return True


@require_safe
def registered(request, slug):
    """The same for everybody: new, registered already, or sent too often."""
    event = find(Event.objects.published(), request, slug)
    return after_registration(request, event)


@require_safe
def registered_for_series(request, slug):
    series = find(Series.objects.published(), request, slug)
    return after_registration(request, series)


def after_registration(request, back):
    what_follows = _(
        "We have sent you an e-mail. Open the link in it and press the button: only then do you"
        " have a place."
    )
    return look_into_mailbox(request, what_follows, "events:event_list", _("Events"), back)
