"""The export of a WordPress (WXR 1.0 to 1.2), read piece by piece: a large file needs no memory."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from urllib.parse import urlsplit

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from django.utils import timezone
from django.utils.html import strip_tags

CONTROL = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})  # what XML forbids and old texts hold
ENCODED = re.compile(r"\{[^}]*/(content|excerpt)/\}encoded")
NEVER = ("", "0000-00-00 00:00:00")


class Unreadable(Exception):
    """The file is no export of WordPress; the message says why."""


@dataclass
class Entry:
    """One post, page or file of the old site. Times are None where WordPress had none."""

    key: int
    kind: str = ""
    title: str = ""
    link: str = ""
    author: str = ""
    name: str = ""
    status: str = ""
    password: str = ""
    date: datetime | None = None
    modified: datetime | None = None
    parent: int = 0
    order: int = 0
    text: str = ""
    excerpt: str = ""
    summary: str = ""
    language: str = ""
    file: str = ""
    comments: int = 0
    terms: list = field(default_factory=list)  # (taxonomy, nicename, name)
    meta: dict = field(default_factory=dict)

    @property
    def is_public(self):
        """Whether everybody could read it, now or at a time to come."""
        return self.status in ("publish", "future") and not self.password

    def __str__(self):
        return " ".join(strip_tags(unescape(self.title)).split()) or self.name or str(self.key)

    def in_taxonomy(self, name):
        return [nicename for taxonomy, nicename, _name in self.terms if taxonomy == name]


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

    @property
    def host(self):
        """The old site's name, without www."""
        return (urlsplit(self.site).hostname or "").removeprefix("www.")

    def entries(self):
        """Every `Entry` in the order of the file; raises `Unreadable`."""
        for name, element in elements(self.path):
            if name == "item":
                yield entry(element)


def opened(path):
    """The `Export` at a path; raises `Unreadable` when it is none."""
    export = Export(path)
    for name, element in elements(path):
        if name == "item":
            break
        if name in HEAD:
            HEAD[name](export, {short(each.tag): each.text or "" for each in element}, element)
    if not export.host:
        raise Unreadable("The file names no web site; it is not an export of WordPress (WXR).")
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
    except (ParseError, DefusedXmlException) as error:
        raise Unreadable(f"The file cannot be read as XML: {error}") from None


def short(tag):
    """The name of a tag without its namespace; both texts of an entry keep theirs."""
    encoded = ENCODED.fullmatch(tag)
    return encoded[1] if encoded else tag.rpartition("}")[2]


def keep_site(export, found, element):
    export.site = (element.text or "").strip()


def keep_author(export, found, element):
    export.authors[found.get("author_login", "")] = found.get("author_display_name", "").strip()


def keep_term(export, found, element):
    """Categories and tags have names of their own for what all other terms share."""
    taxonomy = {"category": "category", "tag": "post_tag"}.get(short(element.tag))
    taxonomy = taxonomy or found.get("term_taxonomy", "")
    nicename = first_of(found, "category_nicename", "tag_slug", "term_slug")
    name = first_of(found, "cat_name", "tag_name", "term_name")
    if found.get("term_id", "").isdecimal():
        export.terms[int(found["term_id"])] = (taxonomy, nicename, name)
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


def entry(item):
    found = {short(each.tag): each.text or "" for each in item}
    names = ("post_id", "post_parent", "menu_order")
    key, parent, order = (number(found.get(name)) for name in names)
    return Entry(
        key=key,
        kind=found.get("post_type", ""),
        title=found.get("title", ""),
        link=address(found.get("link", "")),
        author=found.get("creator", ""),
        name=found.get("post_name", ""),
        status=found.get("status", ""),
        password=found.get("post_password", ""),
        date=moment(found, "post_date"),
        modified=moment(found, "post_modified"),
        parent=parent,
        order=order,
        text=found.get("content", ""),
        excerpt=found.get("excerpt", ""),
        file=address(found.get("attachment_url", "")),
        comments=sum(short(each.tag) == "comment" for each in item),
        terms=[
            (each.get("domain", ""), each.get("nicename", ""), each.text or "")
            for each in item
            if short(each.tag) == "category"
        ],
        meta=dict(map(pair, (each for each in item if short(each.tag) == "postmeta"))),
    )


def address(text):
    """An address without the space around it; empty when it is none."""
    text = text.strip()
    try:
        urlsplit(text)
    except ValueError:
        return ""
    return text


def number(text):
    text = (text or "").strip()
    return int(text) if re.fullmatch(r"\d{1,15}", text) else 0


def pair(meta):
    found = {short(each.tag): each.text or "" for each in meta}
    return found.get("meta_key", ""), found.get("meta_value", "")


def moment(found, name):
    """UTC where WordPress tells it, else the site's own clock."""
    for column, zone in ((f"{name}_gmt", UTC), (name, timezone.get_default_timezone())):
        text = found.get(column, "").strip()
        if text not in NEVER:
            try:
                return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=zone)
            except ValueError:
                continue
    return None
