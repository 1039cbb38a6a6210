"""A message to the people of an event: everybody gets a mail of their own, by the outbox."""

import uuid

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..places import Places
from .access import CHANGE, DeskPages, address, sent
from .forms import MessageForm


class LetterPages(DeskPages):
    def get_urls(self):
        return [*self.pages_of(self.message), *super().get_urls()]

    def message(self, request, event):
        self.ask(request, event, CHANGE)
        form = MessageForm(sent(request), initial={"key": uuid.uuid4()})
        if form.is_valid():
            number = form.send(event, request.user.email)
            told = ngettext(
                "%(number)s mail is on its way.", "%(number)s mails are on their way.", number
            )
            messages.success(request, told % {"number": number})
            return redirect(address("people", event))
        context = {"form": form, "places": Places(event), "button": _("Send")}
        title, back = _("Write to the participants"), address("people", event)
        return self.desk_page(request, event, "step", title, back=back, **context)
