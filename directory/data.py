"""The directory as data."""

from opendata.records import Record

from .structured import demand, organisation


class EntryRecord(Record):
    def read(self, rows):
        return super().read(rows).select_related("organisation", "contact", "cover")

    def linked(self, row):
        return organisation(row)


class ListingRecord(Record):
    def read(self, rows):
        return super().read(rows).select_related("entry__organisation")

    def linked(self, row):
        return demand(row)
