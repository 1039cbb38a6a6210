"""What the publication check asks of an item: something to open, words for what is heard."""

from core.publication.findings import Finding


def checks(item):
    files = item.files.all()
    if not files:
        yield Finding("item-empty", "files")
    if item.is_watched and not item.has_words:
        reason = item.no_captions_reason
        code = "captions-excepted" if reason else "captions-missing"
        yield Finding(code, "files" if not reason else "no_captions_reason", reason)
    if item.kind == item.Kind.TOUR and not (item.territories.all() or item.place):
        yield Finding("tour-nowhere", "territories")
    for file in files:
        if file.pdf_lacks:
            yield Finding("pdf-unreadable", "files", f"{file}: {file.pdf_lacks}")
