"""The people of an event on paper and as a table. Taking them out is written into the log."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core.accounts import audit
from core.audit import AuditEntry
from core.exchange import files
from core.text import alphabetical
from projects.publicity.typesetting import Busy

from ..registration import Registration
from . import sign_in
from .access import EXPORT, DeskPages, address

State = Registration.State


class PaperPages(DeskPages):
    def get_urls(self):
        return [*self.pages_of(self.people_table, self.sheet), *super().get_urls()]

    def people_table(self, request, event):
        """A workbook of everybody whose name is still known; what people typed stays text."""
        self.ask(request, event, EXPORT, only_post=True)
        data = files.as_xlsx(headings(), table(event))
        log(request, event, gettext_noop("table"))
        return file(data, files.TYPES["xlsx"], event, "xlsx")

    def sheet(self, request, event):
        """The list that people sign, as PDF."""
        self.ask(request, event, EXPORT, only_post=True)
        language = request.POST.get("language")
        try:
            data = sign_in.sheet(event, language if language in sign_in.LANGUAGES else "lv")
        except Busy:
            return self.try_again(request, event)
        log(request, event, gettext_noop("sign-in sheet"))
        return file(data, "application/pdf", event, "pdf")

    def try_again(self, request, event):
        told = _("Other sheets are being made now. Try again in a moment.")
        self.message_user(request, told, level="warning")
        return redirect(address("people", event))


def log(request, event, what):
    detail = gettext_noop("people of the event %(event)s: %(what)s")
    about = {"event": str(event), "what": [what]}
    audit.record(AuditEntry.Kind.EXPORT, request.user, detail=detail, about=about)


def file(data, kind, event, ending):
    name = f"{event.slug_lv or slugify(event.title)}-{timezone.localdate()}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(data, content_type=kind, headers=headers)


def people(event):
    """Those who come and wait, and those who cancelled, by state and name."""
    rows = event.registrations.filter(anonymised_at=None).exclude(confirmed_at=None)
    order = list(State.values)
    rows = rows.select_related("territory")
    return sorted(rows, key=lambda row: (order.index(row.state), alphabetical(row.name), row.pk))


def headings():
    return [
        *(_("Name and surname"), _("E-mail"), _("Organisation"), _("Comes from"), _("State")),
        *(_("Since"), _("Answer"), _("Needs"), _("Came")),
    ]


def table(event):
    came = {True: _("yes"), False: _("no"), None: ""}
    for row in people(event):
        since = row.queued_at if row.state == State.WAITING else row.place_since
        yield [
            *(row.name, row.email or "", row.organisation, str(row.territory or "")),
            str(row.get_state_display()),
            timezone.localtime(since).strftime("%Y-%m-%d %H:%M"),
            *(row.answer, row.needs, came[row.attended]),
        ]
