"""The library as data: its files and short links beside the public fields."""

from opendata.records import Record

from .structured import whole, work


def about(file):
    """A file as a record: its address here or elsewhere, and what proves that a copy is whole."""
    if not file.file:
        return {"language": file.language, "address": file.url}
    return {
        "language": file.language,
        "address": whole(file.address()),
        "media_type": file.mime,
        "bytes": file.size,
        "sha256": file.sha256,
        "pages": file.pages,
    }


class ItemRecord(Record):
    def read(self, rows):
        return super().read(rows).select_related("cover").prefetch_related("files")

    def headings(self):
        return [*super().headings(), "short_link", "files"]

    def cells(self, row):
        addresses = [about(file)["address"] for file in row.ordered_files]
        return [*super().cells(row), whole(row.short_address), "; ".join(addresses)]

    def item(self, row):
        files = [about(file) for file in row.ordered_files]
        return {**super().item(row), "short_link": whole(row.short_address), "files": files}

    def linked(self, row):
        return work(row)
