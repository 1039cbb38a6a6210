"""The export of a WordPress (WXR 1.0 to 1.2), read piece by piece: a large file needs no memory."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from core.speaking import gettext as _

from .entries import address, entry, number, short

CONTROL = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})  # what XML forbids and old texts hold

NO_ENCODING = (LookupError, ValueError)  # of the reader, for one that it does not know


class Unreadable(Exception):
    """The file is no export of WordPress; the message says why."""


class WithoutControl:
    """A file without the bytes that no XML may have."""

    def __init__(self, file):
        self.file = file

    def read(self, size=-1):
        return self.file.read(size).translate(None, CONTROL)


@dataclass
class Export:
    """What stands at the head of the export; `entries()` reads the rest each time anew."""

    path: str
    site: str = ""
    authors: dict = field(default_factory=dict)  # {login: name as shown}
    terms: dict = field(default_factory=dict)  # {term id: (taxonomy, nicename, name)}
    translations: list = field(default_factory=list)  # texts of Polylang that pair terms
    repeated: dict = field(default_factory=dict)  # names of entries whose number was taken

    @property
    def host(self):
        """The old site's name, without www."""
        return (urlsplit(self.site).hostname or "").removeprefix("www.")

    def entries(self):
        """Every `Entry` in the order of the file; raises `Unreadable`.

        Of several with one number the first alone, so that no text stands for another entry.
        """
        seen = set()
        for name, element in elements(self.path):
            if name != "item":
                continue
            found = entry(element)
            if found.key in seen:
                self.repeated[str(found)] = found.key
            else:
                seen.add(found.key)
                yield found


def opened(path):
    """The `Export` at a path; raises `Unreadable` when it is none."""
    export = Export(path)
    for name, element in elements(path):
        if name == "item":
            break
        if name in HEAD:
            HEAD[name](export, {short(each.tag): each.text or "" for each in element}, element)
    if not export.host:
        raise Unreadable(_("The file names no web site; it is not an export of WordPress (WXR)."))
    return export


def elements(path):
    """(name, element) of each child of the channel; it is empty once the next one is asked for."""
    try:
        with open(path, "rb") as file:
            channel, depth = None, 0
            for event, element in iterparse(
                WithoutControl(file), events=("start", "end"), forbid_dtd=True
            ):
                depth += 1 if event == "start" else -1
                if event == "start" and depth == 2:
                    channel = element
                elif event == "end" and depth == 2 and channel is not None:
                    yield short(element.tag), element
                    channel.clear()
    except DefusedXmlException:
        raise Unreadable(
            _("The file declares entities (DOCTYPE); no export of WordPress does.")
        ) from None
    except (ParseError, *NO_ENCODING) as error:
        told = _("The file cannot be read as XML: %(reason)s")
        raise Unreadable(told % {"reason": error}) from None


def keep_site(export, found, element):
    export.site = address(element.text or "")


def keep_author(export, found, element):
    export.authors[found.get("author_login", "")] = found.get("author_display_name", "").strip()


def keep_term(export, found, element):
    """Categories and tags have names of their own for what all other terms share."""
    taxonomy = {"category": "category", "tag": "post_tag"}.get(short(element.tag))
    taxonomy = taxonomy or found.get("term_taxonomy", "")
    nicename = first_of(found, "category_nicename", "tag_slug", "term_slug")
    name = first_of(found, "cat_name", "tag_name", "term_name")
    if key := number(found.get("term_id")):
        export.terms[key] = (taxonomy, nicename, name)
    if taxonomy == "term_translations":
        export.translations.append(found.get("term_description", ""))


def first_of(found, *names):
    return next(filter(None, map(found.get, names)), "")


HEAD = {
    "base_site_url": keep_site,
    "base_blog_url": keep_site,  # of a network of sites, this one
    "author": keep_author,
    "category": keep_term,
    "tag": keep_term,
    "term": keep_term,
}
