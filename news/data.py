"""News as data."""

from opendata.records import Record

from .structured import article


class PostRecord(Record):
    def linked(self, row):
        return article(row)
