"""Events as data: beside their public fields a stable name, a calendar and nodes of schema.org."""

from opendata.records import Record

from . import calendar
from .structured import as_node


class EventRecord(Record):
    writers = Record.writers | {"ics": calendar.write}

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
