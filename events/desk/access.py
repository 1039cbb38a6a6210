"""Who may do what with the people of an event, and the frame of all pages about them.

A role says what (`core.roles`: view, change and export of registrations), the owner of the event
whose (`core.rights`). Names and e-mail addresses are for those roles alone.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse

from core import rights

from ..registration import Registration

VIEW, CHANGE, EXPORT = "view", "change", "export"


def may(user, action, event):
    """Whether the person may view, change or export the registrations of an event."""
    return rights.may(user, action, Registration) and rights.is_own(user, event)


def page_name(name):
    return f"events_event_{name}"


def address(name, event):
    return reverse(f"admin:{page_name(name)}", args=[event.pk])


def sent(request):
    """What a form was sent with; a form without a value that is sent is sent, too."""
    return request.POST if request.method == "POST" else None


class DeskPages:
    """The base of the mixins that add pages about one event to its admin class."""

    def pages_of(self, *views):
        """Addresses `<key>/<name>/` of methods that take the request and the event."""
        return [
            path(f"<int:key>/{view.__name__}/", self.page_view(view), name=page_name(view.__name__))
            for view in views
        ]

    def page_view(self, view):
        def answer(request, key):
            event = self.get_object(request, str(key))
            if event is None:
                raise Http404
            return view(request, event)

        return self.admin_site.admin_view(answer)

    def ask(self, request, event, action, only_post=False):
        """Refuse who may not; a page that changes something answers to POST alone."""
        if not may(request.user, action, event):
            raise PermissionDenied
        if only_post and request.method != "POST":
            raise Http404

    def desk_page(self, request, event, name, title, back=None, **context):
        context |= {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": event,
            "title": title,
            "back": back or reverse("admin:events_event_change", args=[event.pk]),
        }
        return TemplateResponse(request, f"admin/events/event/{name}.html", context)
