"""The list of who comes to an event: look for people, add, move up, cancel, tick who came."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from core.admin.once import is_first
from core.admin.robust import is_key
from core.text import alphabetical

from .. import registration_actions, registration_desk
from ..places import Places
from ..registration import Registration
from ..registration_actions import NotPossible
from .access import CHANGE, EXPORT, VIEW, DeskPages, address, may
from .forms import PersonForm

State = Registration.State
ORDER = {state: place for place, state in enumerate(State.values)}
SHOWN_FIRST = (State.CONFIRMED, State.WAITING, State.UNCONFIRMED)


class PeoplePages(DeskPages):
    def get_urls(self):
        pages = self.pages_of(
            self.people, self.add_person, self.attendance, self.move_up, self.withdraw
        )
        return [*pages, *super().get_urls()]

    def people(self, request, event, form=None):
        self.ask(request, event, VIEW)
        rows, state, words = found(event, request.GET)
        context = {
            "places": Places(event),
            "rows": rows,
            "states": numbers(event, state),
            "words": words,
            "form": form or PersonForm(event=event),
            "may_change": may(request.user, CHANGE, event) and not event.is_closed,
            "may_export": may(request.user, EXPORT, event),
        }
        title = _("Registrations")
        return self.desk_page(request, event, "people", title, **context)

    def add_person(self, request, event):
        """Somebody who called, or who came without registering."""
        self.ask(request, event, CHANGE, only_post=True)
        form = PersonForm(request.POST, event=event)
        if not form.is_valid():
            return self.people(request, event, form)
        try:
            with transaction.atomic():
                if not is_first(request):
                    return redirect(address("people", event))
                row = registration_desk.add_by_staff(event=event, **form.cleaned_data)
        except registration_desk.AlreadyRegistered:
            form.add_error("email", _("This person is registered already."))
            return self.people(request, event, form)
        except NotPossible:
            messages.error(request, _("The event takes nobody any more."))
        else:
            told = _("%(name)s: %(state)s.") % {"name": row, "state": row.get_state_display()}
            messages.success(request, told)
        return redirect(address("people", event))

    def attendance(self, request, event):
        """Note for all rows of the page who came: those that are ticked."""
        self.ask(request, event, CHANGE, only_post=True)
        keys, ticked = (set(request.POST.getlist(name)) for name in ("shown", "came"))
        rows = [row for row in event.registrations.confirmed() if str(row.pk) in keys]
        for row in rows:
            came = True if str(row.pk) in ticked else None
            if row.attended != came:
                self.do(request, registration_desk.mark_attended, row, attended=came)
        number = event.registrations.filter(attended=True).count()
        told = ngettext("%(number)s person came.", "%(number)s people came.", number)
        messages.success(request, told % {"number": number})
        return redirect(back_to_list(request, event))

    def move_up(self, request, event):
        row = self.row(request, event)
        if self.do(request, registration_desk.promote_by_hand, row):
            messages.success(request, _("%(name)s has a place now.") % {"name": row})
        return redirect(back_to_list(request, event))

    def withdraw(self, request, event):
        row = self.row(request, event)
        if self.do(request, registration_actions.cancel, row, by_staff=True):
            told = _("The registration of %(name)s is cancelled.") % {"name": row}
            messages.success(request, told)
        return redirect(back_to_list(request, event))

    def row(self, request, event):
        """The registration that a button stands for; of another event there is none."""
        self.ask(request, event, CHANGE, only_post=True)
        key = request.POST.get("row", "")
        return get_object_or_404(event.registrations, pk=key if is_key(key) else 0)

    def do(self, request, action, row, **more):
        """Whether it could be done; else the person is told why not."""
        try:
            action(registration=row, **more)
        except NotPossible:
            told = _("This is not possible for %(name)s any more.") % {"name": row}
            messages.error(request, told)
            return False
        return True


def back_to_list(request, event):
    """The list as it was narrowed."""
    query = request.GET.urlencode()
    return address("people", event) + (f"?{query}" if query else "")


def found(event, parameters):
    """(rows, state, words): who has a place by name, then the queue in its order, then others."""
    state, words = parameters.get("state", ""), parameters.get("q", "").replace("\0", "").strip()
    rows = event.registrations.select_related("territory")
    if state in State.values:
        rows = rows.filter(state=state)
    elif not words:
        rows = rows.filter(state__in=SHOWN_FIRST)
    for word in words.split()[:5]:
        names = ("name", "email", "organisation")
        rows = rows.filter(Q(*((f"{name}__icontains", word) for name in names), _connector=Q.OR))
    return sorted(rows, key=by_state), state if state in State.values else "", words


def by_state(row):
    if row.state == State.WAITING:
        return SHOWN_FIRST.index(row.state), row.queued_at.isoformat(), row.pk
    place = SHOWN_FIRST.index(row.state) if row.state in SHOWN_FIRST else len(SHOWN_FIRST)
    return place, alphabetical(row.name), row.pk


def numbers(event, chosen):
    """[(state, label, number, whether it is chosen)], those who come and wait first."""
    counts = dict(event.registrations.order_by().values_list("state").annotate(Count("pk")))
    shown = sum(counts.get(each, 0) for each in SHOWN_FIRST)
    first = ("", pgettext("registrations", "Who comes and who waits"), shown, not chosen)
    return [first] + [
        (state.value, state.label, counts[state], state == chosen)
        for state in State
        if counts.get(state)
    ]
