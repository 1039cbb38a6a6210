"""Where the addresses in old texts lead now: pages and files of this site by their keys."""

from urllib.parse import parse_qs, urljoin, urlsplit

from core.addresses import plain
from core.models import Document, Image
from core.prose.markup import Element
from core.prose.references import page_reference

from .entries import number
from .texts import figure
from .texts import plain as words

BY_NUMBER = ("p", "page_id", "attachment_id")


class Links:
    """`pages` is {key of an entry: its row here}, with stand-ins for rows that staff deleted, so
    that texts which refer to them stay as they are; `entries` all that was read, by key.
    """

    def __init__(self, export, entries, pages, media, notes):
        self.export, self.entries, self.pages = export, entries, pages
        self.media, self.notes = media, notes
        self.by_path = {path_of(each.link): each for each in entries.values()}

    def is_own(self, address):
        return (urlsplit(address).hostname or "").removeprefix("www.") == self.export.host

    def entry_at(self, address):
        """The entry of the old site at an own address, or None."""
        parts = urlsplit(address)
        for name, values in parse_qs(parts.query).items():
            if name in BY_NUMBER and values[0].isdecimal() and len(values[0]) < 16:
                return self.entries.get(int(values[0]))
        return self.by_path.get(path_of(address))

    def followed(self, address, entry):
        """The address to store; None when a link would lead to nothing but a picture."""
        address = address.strip()
        if not address or address.startswith(("#", "mailto:", "tel:")):
            return address
        try:
            whole = urljoin(f"{self.export.site}/", address)
            is_own = self.is_own(whole)
        except ValueError:
            return address
        return self.own(whole, entry) if is_own else address

    def own(self, address, entry):
        file = self.media.found(address=address)
        other = None if file else self.entry_at(address)
        if other is not None and other.kind == "attachment":
            file = self.media.found(other.key)
        if isinstance(file, Image):
            return None
        if isinstance(file, Document):
            return f"/document/{file.pk}/"
        if other is not None and other.key in self.pages:
            return page_reference(self.pages[other.key])
        self.notes.add("link", address, entry)
        return address

    def shown(self, element):
        """A picture of the library in the place of one of the old site."""
        if element.tag != "img":
            return [element]
        classes = element.attributes.get("class", "").split()
        numbers = [name.removeprefix("wp-image-") for name in classes if "wp-image-" in name]
        keys = [key for key in map(number, numbers) if key]
        address = element.attributes.get("src", "")
        row = self.media.found(keys[0] if keys else None, address)
        if isinstance(row, Image):
            return [Element("img", {"src": f"/picture/{row.pk}/", "alt": ""})]
        self.notes.add("picture", address[:200])
        return []

    def gallery(self, entry, keys):
        """Figures of the pictures with these keys and captions; without keys, of the page's."""
        if keys is None:
            of_page = [each for each in self.media.by_key.values() if each.parent == entry.key]
            keys = [each.key for each in sorted(of_page, key=lambda each: (each.order, each.key))]
        known = [self.media.by_key[key] for key in keys if key in self.media.by_key]
        return "".join(figure(each.key, words(each.excerpt)) for each in known)


def path_of(address):
    """A path of the old site, however its last slash and its letters are written."""
    parts = urlsplit(address)
    query = f"?{parts.query}" if parts.query else ""
    return plain(parts.path).rstrip("/") + query
