"""Handing the ideas of a forum over, noting replies, archiving it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from core.admin import record, record_first
from core.admin.once import is_first
from core.admin.robust import is_key
from projects.publicity.typesetting import Busy

from .. import actions, handing
from ..summary import Summary
from .forms import HandOverForm, ReplyForm, SureForm
from .pages import DeskPages, sent


class DecidingPages(DeskPages):
    def get_urls(self):
        return [*self.pages_of(self.handovers, self.reply, self.archive), *super().get_urls()]

    def handovers(self, request, forum):
        """Who got the ideas; the form hands them to one more."""
        form = HandOverForm(sent(request), forum=forum)
        if form.is_valid() and self.is_handed_over(request, forum, form):
            return redirect(self.page_address("handovers", forum))
        rows = forum.handovers.select_related("organisation", "document")
        context = {"form": form, "rows": rows, "number": Summary(forum).totals.total}
        return self.desk_page(request, forum, "handovers", _("Hand the ideas over"), **context)

    def is_handed_over(self, request, forum, form):
        if not is_first(request):
            return True
        try:
            row = handing.hand_over(forum=forum, **form.cleaned_data)
        except handing.HandedAlready:
            form.add_error("organisation", _("The ideas of this forum are handed to it already."))
            return False
        except Busy:
            form.add_error(None, _("Other sheets are being made now. Try again in a moment."))
            return False
        told = _("Handed over: %(organisation)s") % {"organisation": row.organisation}
        self.log_change(request, forum, told)
        messages.success(request, told)
        return True

    def reply(self, request, forum):
        """Note the day of a reply; `handover` names which."""
        key = request.GET.get("handover", "")
        row = get_object_or_404(forum.handovers, pk=key if is_key(key) else 0)
        form = ReplyForm(sent(request), initial={"replied_on": row.replied_on})
        if form.is_valid():
            try:
                handing.note_reply(handover=row, **form.cleaned_data)
            except ValidationError as error:
                form.add_error("replied_on", error.messages[0])
            else:
                messages.success(request, _("The reply is noted."))
                return redirect(self.page_address("handovers", forum))
        title = _("Reply: %(organisation)s") % {"organisation": row.organisation}
        return self.desk_page(request, forum, "step", title, form=form, button=_("Save"))

    def archive(self, request, forum):
        """Close the forum for good."""
        if forum.archived_at:
            raise Http404
        form = SureForm(sent(request))
        if form.is_bound:
            record_first(forum)
            row = actions.archive(forum=forum)
            record(request.user, row, _("Archived."))
            messages.success(request, _("The forum is archived."))
            return redirect(self.row_address(forum))
        told = _(
            "The forum takes neither ideas nor support any more, and nobody can tell any longer "
            "which address supported what. Everything stays readable. This cannot be undone."
        )
        context = {"form": form, "text": told, "button": _("Archive the forum"), "is_final": True}
        return self.desk_page(request, forum, "step", _("Archive the forum"), **context)


def steps_for(model_admin, request, forum):
    """[(title, address)] of what the person may do with this forum now."""
    if not model_admin.may_publish(request, forum):
        return []
    names = [
        (_("Ideas from paper"), "paper"),
        (_("Ideas from a table"), "table"),
        (_("Hand the ideas over"), "handovers"),
    ]
    if forum.archived_at is None:
        names.append((_("Archive the forum"), "archive"))
    return [(title, model_admin.page_address(name, forum)) for title, name in names]
