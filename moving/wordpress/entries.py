"""One post, page or file of the old site, as the export tells of it."""

import re
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from html import unescape
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.html import strip_tags

ENCODED = re.compile(r"\{[^}]*/(content|excerpt)/\}encoded")
NEVER = ("", "0000-00-00 00:00:00")


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


def short(tag):
    """The name of a tag without its namespace; both texts of an entry keep theirs."""
    encoded = ENCODED.fullmatch(tag)
    return encoded[1] if encoded else tag.rpartition("}")[2]


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
                told = datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=zone)
            except ValueError:
                continue
            if MINYEAR < told.year < MAXYEAR:  # so that every clock of the world can show it
                return told
    return None
