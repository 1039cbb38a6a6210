"""The pages that take a file: what it would change, then the import."""

from django import forms
from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from tablib import Dataset

from core.content import Content
from core.exchange import tables, uploads
from core.exchange.headings import check_headings
from core.exchange.outcome import Outcome
from core.publication import storing


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("XLSX or CSV, at most 10 MB and 10,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > tables.MAX_BYTES:
            message = _("The file is larger than 10 MB; save it as XLSX or divide it.")
            raise forms.ValidationError(message)
        return file


class ImportPages:
    """First the check, which changes nothing, then the import of the file that was checked."""

    def import_action(self, request):
        """The page that takes a file; sent back, it shows what the file would change."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        outcome = None
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["file"]
            data = file.read()
            try:
                outcome = self.bring_in(request, data, file.name)
            except tables.TableError as error:
                form.add_error("file", str(error))
            else:
                self.keep(request, data, file.name, outcome)
        return self.import_page(request, form, outcome)

    def keep(self, request, data, name, outcome):
        """Only a file without errors waits to be imported."""
        uploads.forget(request.user, self.model)
        if outcome.rows and not outcome.errors:
            uploads.keep(request.user, self.model, data, name, outcome.digest)

    def import_page(self, request, form, outcome=None):
        return self.exchange_page(
            request,
            "import",
            _("Import"),
            form=form,
            outcome=outcome,
            columns=self.resource(request).instructions(),
        )

    def process_import(self, request):
        """Import the file that was checked, if it still changes what was shown."""
        if request.method != "POST" or not self.has_import_permission(request):
            raise PermissionDenied
        kept = uploads.kept(request.user, self.model, request.POST.get("digest", ""))
        if kept is None:
            messages.error(request, _("The checked file is not kept any longer; choose it again."))
            return redirect(self.address("import"))
        with transaction.atomic():
            outcome = self.bring_in(request, kept["data"], kept["name"], is_final=True)
            is_done = outcome.digest == kept["digest"] and not outcome.errors
            transaction.set_rollback(not is_done)
        if not is_done:
            return self.shown_again(request, kept, outcome)
        self.log_rows(request, outcome, kept["name"])
        if issubclass(self.model, Content):
            storing.refresh(self.model, [row.instance.pk for row in outcome.rows])
        uploads.forget(request.user, self.model)
        messages.success(request, told(outcome))
        return redirect(self.address("changelist"))

    def shown_again(self, request, kept, outcome):
        """Somebody changed rows between the check and the import."""
        self.keep(request, kept["data"], kept["name"], outcome)
        messages.warning(
            request, _("Meanwhile rows of the site have changed. Nothing was imported; look again.")
        )
        return self.import_page(request, UploadForm(), outcome)

    def bring_in(self, request, data, name, is_final=False):
        """The outcome of an import; unless it is final, nothing of it stays."""
        table = tables.read(data)
        resource = self.resource(request, numbers=table.numbers, is_final=is_final)
        check_headings(table.headings, resource)
        result = resource.import_data(
            Dataset(*table.rows, headers=table.headings),
            dry_run=not is_final,
            rollback_on_validation_errors=True,
            file_name=name,
        )
        titles = {each.column_name: each.title for each in resource.columns}
        return Outcome(result, table.numbers, titles)

    def log_rows(self, request, outcome, name):
        note = _("Import from the file %(name)s") % {"name": name}
        for flag, is_new in ((ADDITION, True), (CHANGE, False)):
            rows = [row.instance for row in outcome.rows if row.is_new == is_new]
            if rows:
                LogEntry.objects.log_actions(request.user.pk, rows, flag, note)


def told(outcome):
    """What was imported, in a sentence."""
    new = ngettext("%(number)s new row", "%(number)s new rows", outcome.new)
    changed = ngettext("%(number)s changed row", "%(number)s changed rows", outcome.changed)
    return _("Imported: %(new)s, %(changed)s.") % {
        "new": new % {"number": outcome.new},
        "changed": changed % {"number": outcome.changed},
    }
