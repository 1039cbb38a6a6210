"""The administration of reports: figures of today beside those handed in last, and freezing."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from core.admin import once, record, record_first

from ..publicity.typesetting import Busy
from .data import lacking, plain, typed
from .figures import groups

REPORT, FREEZE = "projects_project_report", "projects_project_freeze"


class ReportPages:
    """Adds the page of the report, and the button that freezes it, to the admin of projects."""

    def get_urls(self):
        pages = [
            path("<int:key>/report/", self.admin_site.admin_view(self.report), name=REPORT),
            path("<int:key>/freeze/", self.admin_site.admin_view(self.freeze), name=FREEZE),
        ]
        return [*pages, *super().get_urls()]

    def report(self, request, key):
        """Today's figures, what they were in the last report, and what is still lacking."""
        project = self.project_at(request, key)
        reports = list(project.reports.prefetch_related("files").defer("files__content"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": project,
            "title": _("Report"),
            "groups": compared(project, reports[0] if reports else None),
            "reports": reports,
            "lacking": lacking(project),
            "may_freeze": self.may_publish(request, project),
        }
        return TemplateResponse(request, "admin/projects/project/report.html", context)

    def freeze(self, request, key):
        from ..actions import Incomplete, freeze

        project = self.project_at(request, key)
        if request.method != "POST":
            raise Http404
        if not self.may_publish(request, project):
            raise PermissionDenied
        back = redirect(reverse(f"admin:{REPORT}", args=[key]))
        if not once.is_first(request):
            return back
        record_first(project)
        try:
            freeze(project=project)
        except Incomplete:
            once.forget(request)
            told = _("Say first where the typed figures are from, in both languages.")
            messages.error(request, told)
        except Busy:
            once.forget(request)
            told = _("Other sheets are being made now. Try again in a moment.")
            messages.warning(request, told)
        else:
            record(request.user, project, _("The report is frozen."))
            messages.success(request, _("The report is frozen."))
        return back

    def project_at(self, request, key):
        """A project that this person may look at."""
        project = self.get_object(request, str(key))
        if project is None:
            raise Http404
        if not self.has_view_permission(request, project):
            raise PermissionDenied
        return project


def compared(project, report):
    """[(title, [(label, today, then, difference)])]; what was handed in and is gone comes last."""
    then = then_of(report)
    found = []
    for group in groups(project):
        rows = [
            compare(each.label, plain(each.value), then.pop(each.key, None))
            for each in group.figures
        ]
        found.append((group.title, rows))
    rows = [
        compare(each.label, plain(each.value), then.pop(f"typed.{each.pk}", None))
        for each in typed(project)
    ]
    gone = [compare(label, 0, (label, value)) for label, value in then.values()]
    parts = [*found, (_("Noted by staff"), rows), (_("No longer there"), gone)]
    return [(title, rows) for title, rows in parts if rows]


def then_of(report):
    """{key: (label, number)} of a frozen report, in the active language."""
    if report is None:
        return {}
    told = report.in_language()
    figures = [each for group in told["groups"] for each in group["figures"]]
    return {each["key"]: (each["label"], each["value"]) for each in (*figures, *told["typed"])}


def compare(label, today, then):
    """(label, today, then or None, difference or None where there was no report)."""
    value = then and then[1]
    return label, today, value, None if value is None else today - value
