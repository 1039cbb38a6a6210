"""Events as data: beside their public fields a stable name, a calendar and nodes of schema.org."""

from opendata.columns import Moment
from opendata.records import Record

from . import calendar, times
from .structured import as_node

PARTLY_KNOWN = ("starts_at", "ends_at")


class KnownMoment(Moment):
    """Start and end of ISO 8601 as far as they are known: 2020-12 is a month."""

    def value(self, row):
        if row.precision == times.Precision.HOUR:
            return super().value(row)
        return times.machine(getattr(row, self.name), row.precision)


class EventRecord(Record):
    writers = Record.writers | {"ics": calendar.write}

    def __init__(self, model):
        super().__init__(model)
        known = {name: KnownMoment(model._meta.get_field(name)) for name in PARTLY_KNOWN}
        self.columns = [known.get(column.name, column) for column in self.columns]

    def read(self, rows):
        return super().read(rows).select_related("project__programme__fund", "organiser")

    def headings(self):
        return ["uid", *super().headings()]

    def cells(self, row):
        return [str(row.uid), *super().cells(row)]

    def item(self, row):
        return {"uid": str(row.uid)} | super().item(row)

    def linked(self, row):
        return as_node(row)
