"""Addresses that went wrong in pasting: twice into each other, or not complete."""

import re
from urllib.parse import urlsplit

ADDRESS = re.compile(r"(?<![\w@/.-])(?:https?://|www\.)?(?:[\w-]+\.)+[a-z]{2,}/[^\s<>„“”\"]*", re.I)
BARE = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>„“”\"]+", re.I)
SEGMENT = re.compile(r"/([\w-]{5,}?)[\w.-]*\.[a-z]{2,}/\1(?![\w-])", re.I)
LONGEST = 500  # letters of an address that are looked at
WHOLE = ("mailto:", "tel:", "/", "#", "?")


def is_twice(address):
    """Whether an address holds itself: `ej.uz/PetijumsNVOe.uz/PetijumsNVO`."""
    address = address.partition("?")[0].lower()[:LONGEST]
    bare = re.sub(r"^https?://(?:www\.)?", "", address)
    host = re.match(r"(?:[\w-]+\.)+[a-z]{2,}", bare)
    return bool(host and bare.count(host[0]) > 1) or SEGMENT.search(f"/{bare}") is not None


def is_incomplete(address):
    """Whether a link's address leads nowhere for want of a scheme or a site."""
    if address.lower().startswith(WHOLE):
        return False
    found = urlsplit(address)
    return not (found.scheme in ("http", "https") and "." in (found.hostname or "localhost.x"))


def addresses_in(text):
    return [each[0].rstrip(".,;:)") for each in ADDRESS.finditer(text)]


def bare_addresses(text):
    return [each[0].rstrip(".,;:)") for each in BARE.finditer(text)]
