"""The page about privacy, and the one after every form that is confirmed by mail."""

from datetime import date

from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import dates, retention

from .privacy import NOTICE_VERSION, lines


@require_safe
def privacy(request):
    context = {
        "visitors": lines(retention.VISITORS),
        "staff": lines(retention.STAFF),
        "version": dates.written(date.fromisoformat(NOTICE_VERSION)),
    }
    return render(request, "engage/privacy.html", context)


def look_into_mailbox(request, what_follows, section, section_title, back=None):
    """The answer to a form, which tells nothing about the address that stood in it.

    `what_follows` says what the button behind the link does; `section` names the address of a
    list, `back` is the page that has the form.
    """
    context = {
        "what_follows": what_follows,
        "section": section,
        "section_title": section_title,
        "back": back,
    }
    return render(request, "engage/look_into_mailbox.html", context)
