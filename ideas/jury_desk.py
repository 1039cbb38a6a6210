"""The jury of an ideathon in the administration: who has scored what, links, protocol, results.

Whoever may see jurors (`core.roles`) of an own ideathon may come here.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from core import rights
from core.accounts import audit
from core.admin.robust import is_key
from core.audit import AuditEntry
from projects.publicity.typesetting import Busy

from . import ideathon_actions as actions
from . import protocol
from .ideathon_actions import NotPossible
from .ideathon_ranking import solutions_of
from .jury_forms import JurorForm
from .jury_matrix import matrix
from .models import Ideathon, Juror

VIEW, CHANGE, EXPORT = "view", "change", "export"


def may(user, action, ideathon):
    return rights.may(user, action, Juror) and rights.is_own(user, ideathon)


def may_publish(user, ideathon):
    return may(user, CHANGE, ideathon) and rights.may(user, "publish", Ideathon, ideathon)


def address(name, ideathon):
    return reverse(f"admin:ideas_ideathon_{name}", args=[ideathon.pk])


def steps_for(user, ideathon):
    """(address, name) of what can be done with an ideathon besides editing it."""
    return [(address("jury", ideathon), _("Jury"))] if may(user, VIEW, ideathon) else []


class JuryPages:
    """Adds the pages about one ideathon's jury to its admin class."""

    def get_urls(self):
        views = (self.jury, self.juror, self.links, self.protocol, self.results)
        pages = [
            path(
                f"<int:key>/{view.__name__}/",
                self.page_view(view),
                name=f"ideas_ideathon_{view.__name__}",
            )
            for view in views
        ]
        return [*pages, *super().get_urls()]

    def page_view(self, view):
        def answer(request, key):
            ideathon = self.get_object(request, str(key))
            if ideathon is None:
                raise Http404
            return view(request, ideathon)

        return self.admin_site.admin_view(answer)

    def ask(self, request, ideathon, action):
        """Refuse who may not; a page that changes something answers to POST alone."""
        if not may(request.user, action, ideathon):
            raise PermissionDenied
        if action != VIEW and request.method != "POST":
            raise Http404

    def jury(self, request, ideathon, form=None):
        """The matrix of jurors and solutions, and all that can be done with it."""
        self.ask(request, ideathon, VIEW)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": ideathon,
            "title": _("Jury"),
            "matrix": matrix(ideathon),
            "form": form or JurorForm(),
            "may_change": may(request.user, CHANGE, ideathon) and not ideathon.has_results,
            "may_export": may(request.user, EXPORT, ideathon),
            "may_publish": may_publish(request.user, ideathon) and not ideathon.has_results,
        }
        return TemplateResponse(request, "admin/ideas/ideathon/jury.html", context)

    def juror(self, request, ideathon):
        """Add a juror, take one out, or set which solutions one does not score."""
        self.ask(request, ideathon, CHANGE)
        if "row" not in request.POST:
            return self.add_juror(request, ideathon)
        key = request.POST["row"]
        rows = ideathon.jurors.filter(pk=key if is_key(key) else 0)
        row = get_object_or_404(rows)
        try:
            if request.POST.get("do") == "remove":
                actions.remove_juror(juror=row)
            else:
                keys = request.POST.getlist("recused")
                chosen = [each for each in solutions_of(ideathon) if str(each.pk) in keys]
                actions.set_recusals(juror=row, solutions=chosen)
        except NotPossible:
            messages.error(request, _("This is not possible any more: there are points already."))
        else:
            messages.success(request, _("Saved."))
        return redirect(address("jury", ideathon))

    def add_juror(self, request, ideathon):
        form = JurorForm(request.POST)
        if form.is_valid():
            try:
                with transaction.atomic():
                    actions.add_juror(ideathon=ideathon, **form.cleaned_data)
            except IntegrityError:
                form.add_error("email", _("This person is in the jury already."))
            else:
                messages.success(request, _("Saved."))
                return redirect(address("jury", ideathon))
        request.method = "GET"
        return self.jury(request, ideathon, form)

    def links(self, request, ideathon):
        """Mail the links: to those who have none, or a new one to one juror."""
        self.ask(request, ideathon, CHANGE)
        key = request.POST.get("row", "")
        rows = ideathon.jurors.filter(anonymised_at=None)
        again = is_key(key)
        number = actions.invite(jurors=rows.filter(pk=key) if again else rows, again=again)
        told = ngettext(
            "%(number)s link is on its way.", "%(number)s links are on their way.", number
        )
        messages.success(request, told % {"number": number})
        return redirect(address("jury", ideathon))

    def protocol(self, request, ideathon):
        """The protocol for the file, as PDF; that it was taken out is written into the log."""
        self.ask(request, ideathon, EXPORT)
        language = request.POST.get("language", "")
        try:
            data = protocol.pdf(ideathon, language if language in protocol.LANGUAGES else "lv")
        except Busy:
            told = _("Other sheets are being made now. Try again in a moment.")
            messages.warning(request, told)
            return redirect(address("jury", ideathon))
        detail, about = (
            gettext_noop("protocol of the ideathon %(ideathon)s"),
            {"ideathon": str(ideathon)},
        )
        audit.record(AuditEntry.Kind.EXPORT, request.user, detail=detail, about=about)
        name = f"protokols-{ideathon.slug_lv or ideathon.pk}.pdf"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        headers["Cache-Control"] = "no-store"
        return HttpResponse(data, content_type="application/pdf", headers=headers)

    def results(self, request, ideathon):
        """Publish the results: once, with a mail to every team."""
        self.ask(request, ideathon, CHANGE)
        if not may_publish(request.user, ideathon):
            raise PermissionDenied
        try:
            number = actions.publish_results(ideathon=ideathon)
        except NotPossible:
            messages.error(request, _("There are results already, or nothing to publish yet."))
        else:
            self.log_change(request, ideathon, _("results published"))
            told = ngettext("%(number)s team is told.", "%(number)s teams are told.", number)
            messages.success(
                request, _("The results are public.") + " " + told % {"number": number}
            )
        return redirect(address("jury", ideathon))
