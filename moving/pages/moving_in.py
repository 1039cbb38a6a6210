"""A folder of saved pages into the list that staff confirm; again whenever a file has changed."""

from core.speaking import gettext as _
from core.speaking import speaking
from moving.ledger import NEW, SAME
from moving.marks import NAMES
from moving.models import SavedPage
from moving.notes import DECIDED, READ, SEEN, Notes

from . import reading
from .patterns import Found, overlaps
from .recognising import Recogniser


def move_in(folder, *, owner, is_dry, tell):
    """Read every page of `folder` and offer what is recognised; gives the `Notes`."""
    paths, left_out = reading.files_of(folder)
    notes = Notes(sentences())
    for name in left_out:
        notes.add("large", name)
    pages = readable(paths, folder, notes)
    furniture, recogniser = reading.repeated(pages), Recogniser()
    names = [each.name for each in pages]
    kept = {row.name: row for row in SavedPage.objects.filter(name__in=names)}
    pages.sort(key=lambda each: each.name not in kept)  # of copies, the one that is here already
    texts = {}
    for number, page in enumerate(pages, 1):
        first = texts.setdefault(tuple(page.lines), page.name)
        if not page.lines:
            notes.add("empty", page.name)
        elif first != page.name:
            notes.add("twice", page.name, first)
        else:
            offer(page, kept.get(page.name), furniture, recogniser, owner, is_dry, notes)
        tell(number, len(pages))
    return notes


def readable(paths, folder, notes):
    found = []
    for path in paths:
        try:
            found.append(reading.read(path, folder))
        except OSError as error:
            name = reading.name_of(path, folder.resolve())
            notes.add("unreadable", f"{name}: {error.strerror}")
    return found


def offer(page, row, furniture, recogniser, owner, is_dry, notes):
    if row is not None and row.state != SavedPage.State.WAITING:
        if row.digest != page.digest:
            notes.add("decided", page.name)
        notes.count(_("Pages"), DECIDED)
        return
    text = "\n".join(page.lines)
    below = list(feet(page.lines, furniture))
    found = recogniser.found_in(text, page.title)
    found = [each for each in found if each.kind == "site_number" or not overlaps(each, below)]
    found += below
    values = {
        "digest": page.digest,
        "title": page.title,
        "language": page.language,
        "text": text,
        "found": [[each.kind, each.value, each.start, each.end] for each in found],
    }
    is_same = row is not None and all(getattr(row, name) == value for name, value in values.items())
    notes.count(_("Pages"), SAME if is_same else NEW if row is None else READ)
    for kind in sorted({each.kind for each in found} - {"furniture"}):
        with speaking():
            notes.count(f"  {NAMES[kind]}", SEEN)
    if not is_dry and not is_same:
        row = row or SavedPage(name=page.name, owner=owner)
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def feet(lines, furniture):
    """Where the lines stand that belong to the site and not to the page."""
    place = 0
    for line in lines:
        if line in furniture:
            yield Found("furniture", "", place, place + len(line))
        place += len(line) + 1


def sentences():
    return {
        "twice": _("The same text in several files; only the first is kept"),
        "decided": _("Changed since staff decided; left alone"),
        "empty": _("Without text"),
        "large": _("Left out, because a file is larger than 2 MB or there are more than 5,000"),
        "unreadable": _("Files that cannot be read"),
    }
