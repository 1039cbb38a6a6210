"""Steps for a whole event that ask once more: cancel, close, open again, make again."""

from datetime import timedelta
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core import rights
from core.admin import record, record_first
from core.admin.once import is_first

from .. import actions
from ..registration_actions import NotPossible
from .access import CHANGE, VIEW, DeskPages, address, may, sent
from .forms import CancelForm, CloseForm, DuplicateForm


class StepPages(DeskPages):
    def get_urls(self):
        pages = self.pages_of(self.cancel, self.close, self.reopen, self.duplicate)
        return [*pages, *super().get_urls()]

    def cancel(self, request, event):
        self.ask_to_decide(request, event, not event.is_cancelled and not event.is_closed)
        form = CancelForm(sent(request))
        if form.is_valid():
            step = partial(actions.cancel, reasons=form.reasons())
            return self.done(request, event, step, _("Cancelled."), _("The event is cancelled."))
        told = _(
            "Everybody who has a place or waits is told with your reason. The page stays and says "
            "that the event is cancelled. This cannot be undone."
        )
        return self.step_page(request, event, _("Cancel the event"), form, text=told, is_final=True)

    def close(self, request, event):
        is_possible = event.has_started and not event.is_cancelled and not event.is_closed
        self.ask_to_decide(request, event, is_possible)
        form = CloseForm(sent(request), initial={"attended_total": event.attended_total})
        if form.is_valid():
            step, done = partial(actions.close, **form.cleaned_data), _("Closed.")
            return self.done(request, event, step, done, _("The event is closed and counted."))
        told = _(
            "The figures are counted now and stay as they are, also when the names are deleted. "
            "Tick first who came; whoever has a place and is not ticked then did not come."
        )
        counted = event.registrations.figures()
        return self.step_page(
            request, event, _("Close the event"), form, text=told, counted=counted, is_final=True
        )

    def reopen(self, request, event):
        self.ask_to_decide(request, event, event.is_closed)
        form = Form(sent(request))
        if form.is_valid():
            told = _("The event is open again. Close it when everything is right.")
            return self.done(request, event, actions.reopen, _("Opened again."), told)
        told = _("What was counted is deleted. Correct who came, then close the event once more.")
        return self.step_page(request, event, _("Open the closed event again"), form, text=told)

    def duplicate(self, request, event):
        if not self.has_view_permission(request, event) or not self.has_add_permission(request):
            raise PermissionDenied
        if not rights.is_own(request.user, event):
            raise PermissionDenied
        form = DuplicateForm(sent(request), initial={"starts_at": next_start(event)})
        if form.is_valid() and not is_first(request):
            return redirect(reverse("admin:events_event_changelist"))
        if form.is_valid():
            copy = actions.duplicate(event=event, **form.cleaned_data)
            record(request.user, copy, _("Made from: %(title)s") % {"title": event})
            messages.success(request, _("This is a draft with the same programme. Look it over."))
            return redirect(reverse("admin:events_event_change", args=[copy.pk]))
        return self.step_page(request, event, _("Make a new event from this one"), form)

    def ask_to_decide(self, request, event, is_possible):
        """Whoever publishes the event may end it, with the people who come to it."""
        may_decide = may(request.user, CHANGE, event) and self.may_publish(request, event)
        if not may_decide:
            raise PermissionDenied
        if not is_possible and request.method != "POST":  # who presses twice is told so
            raise Http404

    def done(self, request, event, step, note, told):
        """Take the step, unless somebody has taken one meanwhile, or pressed twice."""
        record_first(event)
        try:
            row = step(event=event)
        except NotPossible:
            told = _("Somebody was quicker: this is the event as it is now.")
            messages.warning(request, told)
        else:
            record(request.user, row, note)
            messages.success(request, told)
        return redirect(reverse("admin:events_event_change", args=[event.pk]))

    def step_page(self, request, event, title, form, **context):
        context = {"button": title, **context, "form": form}
        return self.desk_page(request, event, "step", title, **context)


def next_start(event):
    """The same weekday and hour, a week on, and not before today."""
    start = timezone.localtime(event.starts_at)
    weeks = max(1, (timezone.localdate() - start.date()).days // 7 + 1)
    return start + timedelta(weeks=weeks)


def steps_for(model_admin, request, event):
    """[(title, address)] of what the person may do with this event now."""
    user, found = request.user, []
    if may(user, VIEW, event):
        found.append((_("Registrations"), address("people", event)))
    decides = may(user, CHANGE, event) and model_admin.may_publish(request, event)
    if decides and event.is_closed:
        found.append((_("Open the closed event again"), address("reopen", event)))
    if decides and not event.is_cancelled and not event.is_closed:
        if event.has_started:
            found.append((_("Close the event"), address("close", event)))
        found.append((_("Cancel the event"), address("cancel", event)))
    if model_admin.has_add_permission(request) and rights.is_own(user, event):
        found.append((_("Make a new event from this one"), address("duplicate", event)))
    return found
