"""How the rows of one kind of content leave: which fields, what beside them, by which writers."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from core import structured

from . import feeds, writers
from .columns import LANGUAGES, column_for


class Record:
    """The public fields of a kind of content and the addresses of its pages.

    Apps that have more to tell extend it. `writers` is {name of a form: function}; a writer
    takes the rows of a list (an ordered QuerySet of published rows) and its `Listing`, and
    yields bytes without holding all rows in memory.
    """

    writers = {
        "csv": writers.csv_table,
        "xlsx": writers.workbook,
        "json": writers.records,
        "jsonld": writers.linked,
        "atom": feeds.atom,
    }

    def __init__(self, model):
        self.model = model
        self.columns = [column_for(model._meta.get_field(name)) for name in model.public_fields]

    def read(self, rows):
        """The rows with what their columns need, in as many queries for many as for one."""
        joined, fetched = [], []
        for column in self.columns:
            one, many = column.related()
            joined, fetched = joined + one, fetched + many
        rows = rows.select_related(None).prefetch_related(None)
        return rows.select_related(*joined or [None]).prefetch_related(*fetched)

    def headings(self):
        addresses = [f"address_{language}" for language in LANGUAGES]
        return [*addresses, *(name for column in self.columns for name in column.headings)]

    def cells(self, row):
        cells = [cell for column in self.columns for cell in column.cells(row)]
        return [*self.addresses(row).values(), *cells]

    def item(self, row):
        """The row as a record of JSON."""
        values = {column.name: column.value(row) for column in self.columns}
        return {"address": self.addresses(row), **values}

    def linked(self, row):
        """The row as a node of schema.org."""
        return structured.web_page(row)

    def addresses(self, row):
        """{language: whole address of the page}."""
        return {language: settings.SITE_URL + row.url_in(language) for language in LANGUAGES}


@dataclass
class Listing:
    """The list whose rows leave: what it is called, where its page and its data are."""

    record: Record
    title: str
    page: str  # whole address of the list's page, with its query
    address: str  # whole address of the data
    language: str

    @classmethod
    def of(cls, found, record, form, language):
        """The listing behind a `FilteredList`, in the active language."""
        opts = record.model._meta
        query = found.query()
        end = f"?{query}" if query else ""
        name = f"{opts.app_label}:{opts.model_name}"
        return cls(
            record,
            str(opts.verbose_name_plural).capitalize(),
            settings.SITE_URL + reverse(f"{name}_list") + end,
            settings.SITE_URL + reverse(f"{name}_data", args=[form]) + end,
            language,
        )
