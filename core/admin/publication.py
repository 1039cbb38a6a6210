"""The publication check in the form of a page: what the form lacks, before it becomes public."""

from dataclasses import dataclass, field

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import render
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.editorial.preview import stored
from core.publication import storing
from core.publication.checking import check

from .links import anchor, field_name
from .publication_words import counted, despite, seen_by, stopped
from .recording import bound

KEPT = ("from_version", "kept_draft")  # what a form that comes back still knows of its drafts


@dataclass
class Report:
    """What the panel shows: findings with their fields, what could not be read, the score."""

    findings: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    quality: dict = field(default_factory=dict)

    @property
    def groups(self):
        """[(weight, findings)], the rules first."""
        rules = [each for each in self.findings if each["breaks_rule"]]
        advice = [each for each in self.findings if not each["breaks_rule"]]
        return [pair for pair in (("rule", rules), ("advice", advice)) if pair[1]]

    @property
    def rules(self):
        return sum(each["breaks_rule"] for each in self.findings)

    @property
    def advice(self):
        return len(self.findings) - self.rules


class PublicationAdmin:
    """Adds the panel, the check of the form as typed, and the question before publishing."""

    def get_urls(self):
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        checked = view(require_POST(self.check_view))
        return [path("check/", checked, name=f"{name}_check"), *super().get_urls()]

    # What the form lacks

    def report_on(self, row, problems=()):
        findings = [shown(row, each) for each in check(row)]
        return Report(findings, list(problems), self.quality(row))

    def quality(self, row):
        """{"score", "gains"} of kinds whose data are judged."""
        return {}

    def report_on_form(self, request, row, data):
        """The report on a form as it was typed; nothing is stored."""
        problems = []
        with transaction.atomic():
            found = stored(*bound(self, request, row, data), problems)
            report = self.report_on(found, problems) if found else Report(problems=problems)
            transaction.set_rollback(True)
        return report

    def check_view(self, request):
        """The panel for the form as it stands; `object_id` is empty for a new row."""
        key = request.GET.get("object_id", "")
        row = self.get_object(request, key) if key else None
        if key and row is None:
            raise Http404
        if not self.may_draft(request, row):
            raise PermissionDenied
        report = self.report_on_form(request, row, request.POST)
        context = {"report": report, "opts": self.opts, "original": row, "is_fresh": True}
        return render(request, "admin/includes/publication.html", context)

    # The form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and "_draft" not in request.POST:
            row = self.get_object(request, unquote(object_id)) if object_id else None
            may_save = row is None or self.may_save(request, row)
            if may_save and (object_id is None or row) and self.may_draft(request, row):
                self.look(request, row)
                kept = {name: request.POST.get(name, "") for name in KEPT}
                extra_context = {**kept, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, extra_context)

    def look(self, request, row):
        """Check what is typed when that was asked for, or when it would become public."""
        is_asked = "_check" in request.POST
        is_confirmed = "_publish_anyway" in request.POST and self.may_publish(request, row)
        if not (is_asked or is_confirmed or self.is_publishing(request, row)):
            return
        report = request.report = self.report_on_form(request, row, request.POST)
        if is_asked:  # the form is shown as it was typed, as a draft is
            request.restored, request.method = request.POST, "GET"
        elif is_confirmed and report.rules:
            request.comment = despite(report.rules)
        elif report.rules and not report.problems:
            request.shortfall = stopped(report.rules)

    def is_publishing(self, request, row):
        """Whether a page that visitors never saw would become public, now or at its time."""
        if not self.may_publish(request, row):
            return False
        is_draft = row is None or row.published_at is None
        return "_publish" in request.POST or (is_draft and bool(request.POST.get("published_at")))

    def context_of_drafts(self, request, row):
        if not hasattr(request, "report"):
            return super().context_of_drafts(request, row)
        return {"seen_version": request.POST.get("seen_version"), "other_drafts": []}

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if "seen_version" in context:
            context |= self.panel(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def panel(self, request, row):
        """The report on the typed form, on the draft that the form holds, or on the saved row."""
        report, held = getattr(request, "report", None), getattr(request, "restored", None)
        is_fresh = report is not None
        if report is None and held is not None:
            fresh = self.get_object(request, str(row.pk)) if row else None
            report = self.report_on_form(request, fresh, held)
        elif report is None and row is not None:
            report = self.report_on(row)
        stop = getattr(request, "shortfall", "")
        when = "now" if "_publish" in request.POST else "then"
        told = {"stopped": stop and when, "why_stopped": stop}
        return {"has_check": True, "report": report, "is_fresh": is_fresh, **told}

    # Saving

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        row = type(form.instance)._base_manager.get(pk=form.instance.pk)
        if row.is_published:
            storing.refresh(self.model, [row.pk])
        else:
            storing.forget(self.model, [row.pk])
        self.tell(request, row)

    def tell(self, request, row):
        """One line after saving; the panel of the form says the rest."""
        request.saved_page = row
        findings = check(row)
        if findings:
            told = counted(findings)
            address = f"{self.url_of('change', row.pk)}#publication-check"
            link = format_html('<a href="{}">{}</a>', address, _("Show them"))
            messages.warning(request, format_html("{} {}", told, link))

    def message_user(self, request, message, *args, **kwargs):
        """What was saved; of a page also who sees it, and the way to it."""
        page = request.__dict__.pop("saved_page", None)
        if page is not None:
            address = page.url_in(get_language())
            link = format_html('<a href="{}">{}</a>', address, _("Show the page"))
            message = format_html("{} {} {}", message, seen_by(page), link)
        super().message_user(request, message, *args, **kwargs)

    def delete_model(self, request, obj):
        storing.forget(self.model, [obj.pk])
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        storing.forget(self.model, queryset.values_list("pk", flat=True))
        super().delete_queryset(request, queryset)


def shown(row, finding):
    """A finding as the panel lists it."""
    wording, name = finding.wording, finding.field
    return {
        "code": finding.code,
        "breaks_rule": finding.breaks_rule,
        "wording": wording,
        "detail": finding.detail,
        "field": field_name(row.label, name) if name else "",
        "anchor": f"#{anchor(row.label, name)}" if name else "",
    }
