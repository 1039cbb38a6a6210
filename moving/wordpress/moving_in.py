"""The whole way of an export into this site; every piece by itself, so that a run may be broken off
and begun again."""

import re
from dataclasses import replace

from core.speaking import gettext as _
from moving.ledger import Ledger
from moving.notes import Notes

from . import fetching, languages, media, rows, texts
from .links import Links
from .old_addresses import OldAddresses
from .terms import Terms

LEFT_OUT = {"trash", "auto-draft", "inherit"}
PICTURE = re.compile(r"<img\b[^>]*>", re.I)
KEY = re.compile(r"\bwp-image-(\d{1,15})\b")
ALT = re.compile(r"""\balt\s*=\s*"([^"]+)\"""", re.I)


class WordPress:
    """One run. `read_file(path, address)` gives the bytes of a file or raises."""

    def __init__(self, export, *, owner, folder, language, is_dry, may_fetch, with_tags):
        self.export, self.owner, self.folder = export, owner, folder
        self.language, self.is_dry, self.may_fetch = language, is_dry, may_fetch
        self.ledger, self.notes = Ledger(f"wordpress:{export.host}"), Notes(sentences())
        self.terms, self.rows = Terms(self, with_tags), rows.Rows(self)

    def run(self, tell):
        """Take everything over; `tell(what, number, of)` hears about the progress."""
        entries, alts = self.index()
        attachments = [each for each in entries.values() if each.kind == "attachment"]
        self.media = media.Media(self, attachments, alts)
        self.media.take_all(lambda number, of: tell(_("Files"), number, of))
        groups = languages.grouped(each for each in entries.values() if each.kind in rows.MODELS)
        pages = self.places(groups)
        links = Links(self.export, entries, pages, self.media, self.notes)
        self.fill(groups, pages, links, lambda number: tell(_("Pages"), number, len(groups)))
        addresses = OldAddresses(self)
        addresses.gather(groups, pages, self.terms)
        addresses.store()
        return self.notes

    def read_file(self, path, address):
        try:
            return media.read_from(self.folder, path)
        except OSError:
            if not self.may_fetch:
                raise
        return fetching.fetched(address, self.export.host)

    def index(self):
        """({key: entry without its text}, what texts say that pictures show)."""
        found, alts = {}, {}
        for entry in self.export.entries():
            entry.language = languages.language_of(entry, self.language)
            if self.is_wanted(entry):
                found[entry.key] = without_text(entry)
                remember_alts(entry, alts)
        for name, key in self.export.repeated.items():
            self.notes.add("number", f"{name} ({key})")
        return found, alts

    def is_wanted(self, entry):
        if entry.kind == "attachment":
            if entry.language not in languages.LANGUAGES:
                entry.language = self.language
            return entry.status != "trash"
        if entry.kind not in rows.MODELS:
            self.notes.add("kind", entry.kind, entry)
            return False
        if entry.status in LEFT_OUT:
            return False
        if entry.language not in languages.LANGUAGES:
            self.notes.add("language", entry.language, entry)
            return False
        if entry.comments:
            self.notes.add("comments", _("below pages"), entry)
        return True

    def places(self, groups):
        """{key of each entry: its row}, with stand-ins for those that staff deleted."""
        found = {}
        for entries in groups:
            row = self.rows.place(entries)
            found |= dict.fromkeys((entry.key for entry in entries), row)
        return found

    def fill(self, groups, pages, links, tell):
        """Texts are read a second time; a page waits until it has come in all its languages."""
        group_of = {entry.key: entries for entries in groups for entry in entries}
        bodies, done = {}, 0
        names = {"post": _("News"), "page": _("Pages")}
        for entry in self.export.entries():
            entries = group_of.get(entry.key)
            if entries is None:
                continue
            known = next(each for each in entries if each.key == entry.key)
            known.summary, entry.language = texts.summary_of(entry), known.language
            bodies[entry.key] = texts.body_of(entry, links)
            if all(each.key in bodies for each in entries):
                outcome = self.rows.fill(pages[entry.key], entries, bodies)
                self.notes.count(names[entry.kind], outcome)
                for each in entries:
                    del bodies[each.key]
                done += 1
                tell(done)


def without_text(entry):
    """What is kept of an entry between the two readings; of a file, its caption."""
    return replace(entry, text="", excerpt=entry.excerpt if entry.file else "")


def remember_alts(entry, alts):
    """What public texts say that a picture shows, by the picture's key and the language."""
    for tag in PICTURE.findall(entry.text) if entry.is_public else ():
        key, said = KEY.search(tag), ALT.search(tag)
        if key and said and texts.plain(said[1]):
            alts.setdefault(int(key[1]), {}).setdefault(entry.language, texts.plain(said[1]))


def sentences():
    return {
        "kind": _("Not taken over, because this site has no such kind of pages"),
        "number": _("Not taken over, because an entry before has the same number"),
        "language": _("Not taken over, because this site does not speak the language"),
        "comments": _("Comments are not taken over; they are personal data of their writers"),
        "alone": _("Without a text in Latvian; both languages show the English one"),
        "undated": _("Without a day that can be, therefore drafts here"),
        "file": _("Files left out"),
        "picture": _("Pictures in texts that could not be brought along"),
        "shortcode": _("Shortcodes whose contents cannot be brought along"),
        "link": _("Links to the old site that lead to nothing here"),
        "slug": _("Ends of addresses that were taken already"),
        "address": _("Old addresses that do not lead on (too long, or this site has a page there)"),
    }
