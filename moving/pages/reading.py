"""Saved pages as lines of text: HTML or plain, in UTF-8 or, as old sites wrote it, Windows-1257."""

import hashlib
import os
import re
from collections import Counter
from dataclasses import dataclass

from core import richtext
from core.address_list import decoded
from core.prose.markup import Element, parse, walk, words

ENDINGS = (".txt", ".html", ".htm")
MOST_BYTES = 2 * 1024 * 1024
MOST_FILES = 5000
FURNITURE = {"nav", "header", "footer", "aside", "form"}
STANDING = {
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "table", "ul", "ol", "dd", "dt"),
    *("blockquote", "section", "article", "main", "figure", "figcaption", "address", "br", "pre"),
}
LANGUAGE = re.compile(rb"<html[^>]*\slang=[\"']?(lv|en)", re.I)
LATVIAN = re.compile("[āčēģīķļņšūž]", re.I)
REPEATED = 15  # letters of a line that tells a site's furniture when several pages have it


@dataclass
class Saved:
    """One file: its place in the folder, the digest of its bytes, its title and lines."""

    name: str
    digest: str
    title: str
    language: str
    lines: list


def files_of(folder):
    """The files below a folder, by name; no links that lead out of it.

    (those to read, names of those that are too large or too many)
    """
    base = folder.resolve()
    found = sorted(path for path in base.rglob("*") if path.suffix.lower() in ENDINGS)
    inside = [path for path in found if path.is_file() and path.resolve().is_relative_to(base)]
    small = [path for path in inside if path.stat().st_size <= MOST_BYTES][:MOST_FILES]
    return small, [name_of(path, base) for path in sorted({*inside} - {*small})]


def name_of(path, base):
    """Its place in the folder, with signs that no text can hold replaced."""
    return os.fsencode(path.relative_to(base)).decode(errors="replace")


def read(path, folder):
    data = path.read_bytes()
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", decoded(data)).replace("\r\n", "\n")
    is_html = path.suffix.lower() != ".txt"
    heading, lines = of_html(text) if is_html else ("", text.split("\n"))
    lines = tidy(lines)
    named = LANGUAGE.search(data) if is_html else None
    return Saved(
        name=name_of(path, folder.resolve()),
        digest=hashlib.sha256(data).hexdigest(),
        title=(heading or title_among(lines))[:250],
        language=named[1].decode().lower() if named else language_of(lines),
        lines=lines,
    )


def tidy(lines):
    """Without needless spaces, and without the heading where it stands twice at the beginning."""
    found = []
    for line in (" ".join(each.split()) for each in lines):
        if line and line not in found[-2:]:
            found.append(line)
    return found


def of_html(text):
    """(heading, lines) of the part of a page that is not the site's furniture."""
    root = parse(richtext.pasted(text))
    heading = next((words(each) for each in walk(root) if each.tag == "h1"), "")
    if not heading:
        titled = re.search(r"<title[^>]*>([^<]*)", text, re.I)
        heading = words(parse(titled[1])) if titled else ""
    main = next((each for each in walk(root) if each.tag == "main"), None)
    main = main or next((each for each in walk(root) if each.tag == "article"), root)
    pieces = []
    gather(main, pieces)
    return " ".join(heading.split()), "".join(pieces).split("\n")


def gather(node, pieces):
    for child in node.children:
        if not isinstance(child, Element):
            pieces.append(str(child).replace("\n", " "))
        elif child.tag not in FURNITURE:
            is_standing = child.tag in STANDING
            pieces.append("\n" if is_standing else "")
            gather(child, pieces)
            pieces.append("\n" if is_standing else "")


def title_among(lines):
    """The first line that says something: no path, no switch of languages, no number."""
    for line in lines:
        if len(line.split()) >= 3 and not re.search(r" [>»·|] ", line):
            return line
    return lines[0] if lines else ""


def language_of(lines):
    text = " ".join(lines)
    return "lv" if len(LATVIAN.findall(text)) > len(text) / 100 else "en"


def repeated(pages):
    """Lines that several pages have: the foot of the site, not the words of a page.

    Files that say mostly the same below one title are one page, saved more than once.
    """
    seen, versions = Counter(), {}
    for page in pages:
        lines = {line for line in page.lines if len(line) >= REPEATED}
        others = versions.setdefault(page.title, [])
        if not any(len(each & lines) > len(each | lines) / 2 for each in others):
            others.append(lines)
            seen.update(lines)
    return {line for line, number in seen.items() if number > 1}
