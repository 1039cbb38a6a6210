"""Partnerships as data."""

from opendata.records import Record

from .structured import partnership


class PartnershipRecord(Record):
    def linked(self, row):
        return partnership(row)
