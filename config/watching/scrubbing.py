"""Takes out of a text whatever could name a person or open a page that only one person may see."""

import re

HIDDEN = "[…]"
ADDRESS_PART = r"[0-9a-fA-F]{0,4}"
PATTERNS = [
    # What PostgreSQL quotes of rows: names, addresses, whole texts.
    (re.compile(r"^\s*(DETAIL|CONTEXT|STATEMENT|QUERY|LINE \d+):.*(\n\s*\^)?", re.MULTILINE), ""),
    (re.compile(r"(?<=://)[^/\s@]+@"), ""),  # name and password of a server
    (re.compile(r"[\w.+'-]+@[\w-]+(\.[\w-]+)*"), HIDDEN),
    # Queries of addresses: search words, names typed into forms.
    (re.compile(r"(?<=[\w/%.-])\?[^\s\"'<>]+"), f"?{HIDDEN}"),
    (re.compile(r"(?<![\d.])\d{1,3}(\.\d{1,3}){3}(?![\d.])"), HIDDEN),
    (re.compile(rf"(?<![\w:])({ADDRESS_PART}:){{3,7}}{ADDRESS_PART}(?![\w:])"), HIDDEN),
    (re.compile(rf"(?<![\w:])({ADDRESS_PART}:)*:(:{ADDRESS_PART})+(?![\w:])"), HIDDEN),
    (re.compile(r"\+\d[\d -]{6,15}\d"), HIDDEN),
    # Parts of paths that are signed, sealed or drawn by lot; our own slugs have small letters.
    (re.compile(r"(?<=/)(?=[^/\s]*[A-Z:])[\w:.=~-]{20,}"), HIDDEN),
    (re.compile(r"(?<=/)(\w+-)?\w+-[0-9a-f]{24,}"), HIDDEN),
]


def scrubbed(text):
    """The text without e-mail and network addresses, queries, secret links and quoted rows."""
    for pattern, instead in PATTERNS:
        text = pattern.sub(instead, text)
    return text
