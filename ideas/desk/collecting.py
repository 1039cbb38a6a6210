"""Ideas from sheets of paper, five at a time, and from tables."""

import hashlib

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.admin.import_pages import UploadForm
from core.admin.once import is_first
from core.exchange import files, uploads
from core.exchange.tables import TableError

from .. import actions, importing
from ..idea import Idea
from .forms import AT_ONCE, PaperIdeaForm, SheetForm
from .pages import DeskPages, sent

Sheet = forms.formset_factory(PaperIdeaForm, extra=AT_ONCE, max_num=AT_ONCE, absolute_max=AT_ONCE)


class CollectingPages(DeskPages):
    def get_urls(self):
        pages = self.pages_of(self.paper, self.table, self.table_form)
        return [*pages, *super().get_urls()]

    # From paper

    def paper(self, request, forum):
        """A form for a sheet; the place and the event stay for the next one."""
        kept = {name: request.GET.get(name, "") for name in ("event", "territory")}
        common = SheetForm(sent(request), forum=forum, initial=kept)
        sheet = Sheet(sent(request), form_kwargs={"forum": forum})
        if request.method == "POST" and common.is_valid() and sheet.is_valid():
            filled = [form for form in sheet if not form.is_empty]
            if filled:
                return self.stored(request, forum, common, filled)
            messages.warning(request, _("No idea is filled in."))
        title = _("Ideas from paper")
        context = {"common": common, "sheet": sheet, "is_wrong": common.errors or any(sheet.errors)}
        return self.desk_page(request, forum, "paper", title, **context)

    @transaction.atomic
    def stored(self, request, forum, common, filled):
        if is_first(request):
            for form in filled:
                idea = form.idea(common.cleaned_data)
                actions.vouch(idea=idea, by=request.user, source=Idea.Source.EVENT)
                idea.save()
            tell_stored(request, len(filled))
        event = common.cleaned_data["event"]
        query = f"?event={event.pk if event else ''}"
        query += f"&territory={common.cleaned_data['territory'] or ''}"
        return redirect(self.page_address("paper", forum) + query)

    # From a table

    def table(self, request, forum):
        """First what the file would do, then, by the second button, doing it."""
        if "digest" in request.POST:
            return self.taken_over(request, forum)
        form, lines, digest = UploadForm(sent(request), request.FILES or None), None, ""
        if form.is_valid():
            file = form.cleaned_data["file"]
            data = file.read()
            try:
                lines = importing.read(data, forum)
            except TableError as error:
                form.add_error("file", str(error))
            else:
                digest = digest_of(data, forum)
                uploads.keep(request.user, Idea, data, file.name, digest)
        numbers = {
            state: sum(line.state == state for line in lines or ()) for state in importing.STATES
        }
        context = {"form": form, "lines": lines, "digest": digest, "numbers": numbers}
        title, columns = _("Ideas from a table"), importing.HEADINGS
        return self.desk_page(request, forum, "table", title, columns=columns, **context)

    def taken_over(self, request, forum):
        kept = uploads.kept(request.user, Idea, request.POST["digest"])
        if kept is None or digest_of(kept["data"], forum) != kept["digest"]:
            messages.error(request, _("The checked file is not kept any longer; choose it again."))
            return redirect(self.page_address("table", forum))
        made = importing.take_over(lines=importing.read(kept["data"], forum), by=request.user)
        uploads.forget(request.user, Idea)
        tell_stored(request, len(made))
        return redirect(self.row_address(forum))

    def table_form(self, request, forum):
        """An empty table with the names of the columns."""
        data = files.as_xlsx(importing.HEADINGS, [])
        headers = {"Content-Disposition": f'attachment; filename="{forum.slug_lv}.xlsx"'}
        return HttpResponse(data, content_type=files.TYPES["xlsx"], headers=headers)


def tell_stored(request, number):
    told = ngettext("%(number)s idea is stored.", "%(number)s ideas are stored.", number)
    messages.success(request, told % {"number": number})


def digest_of(data, forum):
    """Of a file for one forum."""
    return hashlib.sha256(f"{forum.pk}:".encode() + data).hexdigest()
