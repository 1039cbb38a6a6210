"""Ideas as data: beside their public fields a number, the forum and how many support them."""

from opendata.records import Record


class IdeaRecord(Record):
    def read(self, rows):
        return super().read(rows).select_related("theme__forum")

    def headings(self):
        return ["number", *super().headings(), "supports"]

    def cells(self, row):
        return [row.number, *super().cells(row), row.supports]

    def item(self, row):
        return {"number": row.number} | super().item(row) | {"supports": row.supports}
