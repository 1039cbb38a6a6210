"""Old addresses: a list that says where each leads, a form, and the import of a whole list."""

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core import address_list
from core.addresses import OldAddress
from core.redirects import Destinations, page_of

from .content import Editing
from .robust import RobustLists

SHOWN = 200  # lines of a checked list that the page shows in full
MOST_BYTES = 1_500_000


class OldAddressForm(forms.ModelForm):
    class Meta:
        model = OldAddress
        fields = ["path", "target"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].required = True
        page = page_of(self.instance) if self.instance.label else None
        if page is not None:
            self.initial["target"] = page.url_in(self.instance.language)

    def clean(self):
        """Turn what was typed into a page of this site; both fields say what is wrong."""
        typed, destinations = super().clean(), Destinations()
        try:
            typed["path"] = destinations.old_path(typed.get("path", ""))
            kept = destinations.kept_at(typed["path"])
            if kept and kept.pk != self.instance.pk:
                raise ValidationError(_("This old address is in the list already."))
        except ValidationError as error:
            self.add_error("path", error)
        try:
            row = destinations.row("", typed.get("target", ""))
        except ValidationError as error:
            self.add_error("target", error)
        else:
            typed["target"] = row.target
            self.instance.label, self.instance.object_id = row.label, row.object_id
        return typed


class ListForm(forms.Form):
    """A list as a file or as text; the text comes back for correction and for the last step."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv"}),
        help_text=_("CSV with two columns: the old address and the new one."),
    )
    text = forms.CharField(
        label=_("Or the list itself"), required=False, widget=forms.Textarea, strip=False
    )

    def clean(self):
        file = self.cleaned_data.get("file")
        if file and file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 1.5 MB; divide it into parts."))
        text = address_list.decoded(file.read()) if file else self.cleaned_data.get("text", "")
        self.lines = address_list.read(text)
        self.text = text
        return self.cleaned_data


class Leading(ChangeList):
    """The rows of one page of the list with the pages that they lead to, read together."""

    def get_results(self, request):
        super().get_results(request)
        by_label = {}
        for row in self.result_list:
            by_label.setdefault(row.label, []).append(row.object_id)
        pages = {
            label: apps.get_model(label).objects.in_bulk(set(pks))
            for label, pks in by_label.items()
            if label and label in known_labels()
        }
        for row in self.result_list:
            row.page = pages.get(row.label, {}).get(row.object_id)


def known_labels():
    return {model._meta.label_lower for model in apps.get_models()}


@admin.register(OldAddress)
class OldAddressAdmin(RobustLists, Editing, admin.ModelAdmin):
    form = OldAddressForm
    list_display = ["path", "leads_to", "created_at"]
    search_fields = ["path", "target"]
    date_hierarchy = "created_at"
    list_per_page = 50
    fields = ["path", "target"]
    change_list_template = "admin/core/oldaddress/change_list.html"

    def get_changelist(self, request, **kwargs):
        return Leading

    def get_urls(self):
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="core_oldaddress_import"), *super().get_urls()]

    @admin.display(description=_("leads to"))
    def leads_to(self, row):
        if not row.label:
            return format_html('<a href="{0}">{0}</a>', row.target)
        if row.page is None:
            return format_html('<span class="wrong">{}</span>', _("the page is deleted"))
        link = format_html('<a href="{}">{}</a>', row.page.url_in(row.language), row.page)
        if row.page.is_published:
            return link
        return format_html("{} ({})", link, _("not public: visitors see “no such page”"))

    def import_view(self, request):
        """Show what a list would change, then store it: as a whole or not at all."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        form = ListForm(request.POST or None, request.FILES or None)
        lines = form.lines if request.method == "POST" and form.is_valid() else []
        wrong = [line for line in lines if line.outcome == "error"]
        if "_store" in request.POST and lines and not wrong:
            return self.store(request, lines)
        if lines:
            form = ListForm(initial={"text": form.text})
        context = {
            **self.admin_site.each_context(request),
            **{"opts": self.opts, "title": _("Import old addresses"), "form": form},
            **{"has_view_permission": True, "lines": shown(lines), "wrong": wrong},
            **{"left_out": max(0, len(lines) - SHOWN), "counts": counts(lines)},
        }
        return TemplateResponse(request, "admin/core/oldaddress/import.html", context)

    def store(self, request, lines):
        paths = address_list.store(lines)
        rows = OldAddress.objects.filter(path__in=paths)
        LogEntry.objects.log_actions(request.user.pk, rows, ADDITION, str(_("Imported.")))
        number = len(paths)
        told = ngettext("%(number)s address is stored.", "%(number)s addresses are stored.", number)
        messages.success(request, told % {"number": number})
        return HttpResponseRedirect(reverse("admin:core_oldaddress_changelist"))


def shown(lines):
    """The lines to look at: what is wrong first, then what changes, not what stays."""
    order = ("error", "change", "add", "same")
    return sorted(lines, key=lambda line: order.index(line.outcome))[:SHOWN]


def counts(lines):
    """{outcome: number of lines}."""
    return {
        outcome: sum(line.outcome == outcome for line in lines)
        for outcome in ("add", "change", "same", "error")
    }
