"""Joining two ideas that say the same, and parting them again."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from .. import actions
from .forms import MergeForm, SureForm
from .pages import DeskPages, sent


class MergingPages(DeskPages):
    def get_urls(self):
        return [*self.pages_of(self.merge, self.part), *super().get_urls()]

    def merge(self, request, idea):
        if idea.merged_into_id or not idea.is_published:
            raise Http404
        form = MergeForm(sent(request), idea=idea)
        if form.is_valid():
            try:
                actions.merge(idea=idea, **form.cleaned_data)
            except actions.NotPossible:
                form.add_error("into", _("One of the ideas has been merged meanwhile."))
            else:
                return self.done(request, idea, _("The ideas are merged."))
        told = _(
            "Both pages stay and lead to each other; supporters stay where they were given. Lists "
            "and figures count the one that it goes on in. Whoever sent this one in is told."
        )
        context = {"form": form, "text": told, "button": _("Merge")}
        return self.desk_page(request, idea, "step", _("Merge into another idea"), **context)

    def part(self, request, idea):
        if not idea.merged_into_id:
            raise Http404
        form = SureForm(sent(request))
        if form.is_bound:
            actions.part(idea=idea)
            return self.done(request, idea, _("The idea stands for itself again."))
        context = {"form": form, "text": str(idea.merged_into), "button": _("Undo the merge")}
        return self.desk_page(request, idea, "step", _("Undo the merge"), **context)

    def done(self, request, idea, told):
        self.log_change(request, idea, told)
        messages.success(request, told)
        return redirect(self.row_address(idea))


def steps_for(model_admin, request, idea):
    """[(title, address)] of what the person may do with this idea now."""
    if not model_admin.may_publish(request, idea):
        return []
    if idea.merged_into_id:
        return [(_("Undo the merge"), model_admin.page_address("part", idea))]
    if idea.is_published:
        return [(_("Merge into another idea"), model_admin.page_address("merge", idea))]
    return []
