"""The pages that give a list as a file."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.http.response import content_disposition_header
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.exchange import files, tables

from .robust import answering_nonsense

WRITERS = {"xlsx": files.as_xlsx, "csv": files.as_csv}


class ExportForm(forms.Form):
    format = forms.ChoiceField(choices=[(name, name) for name in WRITERS])
    ids = forms.RegexField(r"^\d{1,18}(,\d{1,18})*$", required=False)


class ExportPages:
    """Exactly the rows of the list as it is filtered, or the selected ones of them."""

    def get_actions(self, request):
        actions = super().get_actions(request)
        if self.has_export_permission(request):
            actions["export_selected"] = self.get_action(export_selected)
        return actions

    def export_action(self, request):
        """The page that asks for the kind of file; sent back, it is answered with the file."""
        if not self.has_export_permission(request):
            raise PermissionDenied
        try:
            with answering_nonsense():
                rows = self.get_export_queryset(request)
                rows.exists()  # the database looks at the values here
        except IncorrectLookupParameters:
            return redirect(self.address("changelist"))
        form = ExportForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            chosen = form.cleaned_data["ids"]
            rows = rows.filter(pk__in=chosen.split(",")) if chosen else rows
            try:
                return self.file_of(request, form.cleaned_data["format"], rows)
            except tables.TableError as error:
                messages.error(request, str(error))
        return self.export_page(request, rows, request.POST.get("ids", ""))

    def export_page(self, request, rows, ids=""):
        back = f"{self.address('export')}?{request.GET.urlencode()}"
        number = ids.count(",") + 1 if ids else rows.count()
        return self.exchange_page(
            request, "export", _("Export"), number=number, ids=ids, address=back
        )

    def file_of(self, request, kind, rows=None):
        """The answer with a file of `rows`; without rows only its headings and instructions."""
        resource = self.resource(request)
        cells = resource.export(rows) if rows is not None else ()
        data = WRITERS[kind](resource.headings(), cells, resource.instructions())
        name = f"{slugify(self.opts.verbose_name_plural)}-{timezone.localdate():%Y-%m-%d}.{kind}"
        answer = HttpResponse(data, content_type=files.TYPES[kind])
        answer["Content-Disposition"] = content_disposition_header(True, name)
        return answer

    def template_view(self, request):
        if not self.has_import_permission(request):
            raise PermissionDenied
        return self.file_of(request, "xlsx")


@admin.action(description=gettext_lazy("Export the selected"))
def export_selected(model_admin, request, queryset):
    ids = ",".join(str(pk) for pk in queryset.values_list("pk", flat=True))
    return model_admin.export_page(request, queryset, ids)
