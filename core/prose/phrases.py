"""Order within a line of text: strong, em, links, line breaks, spaces."""

import re

from .markup import Element, words

INLINE = {"strong", "em", "sup", "sub", "a", "br"}
INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
SPACES = re.compile(r"\s{2,}|[\t\n\r\f\v]")


def language(element):
    return {name: value for name, value in element.attributes.items() if name == "lang"}


def lines(tag, attributes, children):
    """One paragraph or heading for each run of text between two or more line breaks."""
    attributes = attributes if tag == "p" else {}
    runs, breaks = [[]], 0
    for node in polished(children):
        is_break = isinstance(node, Element) and node.tag == "br"
        breaks = breaks + 1 if is_break else 0 if not is_blank(node) else breaks
        runs[-1].append(node)
        if breaks == 2:
            runs.append([])
    found = [trimmed(run) for run in runs]
    if tag != "p":
        found = [unwrapped(run, "strong") for run in found]
    return [Element(tag, attributes, run) for run in found if run]


def is_blank(node):
    return not isinstance(node, Element) and not node.strip()


def unwrapped(children, tag):
    """A heading is bold already."""
    found = []
    for child in children:
        inside = isinstance(child, Element) and child.tag == tag
        found += child.children if inside else [child]
    return polished(found)


def trimmed(run):
    """A run without breaks and spaces at its ends; empty when there is no word in it."""
    run = list(run)
    while run and (is_blank(run[-1]) or getattr(run[-1], "tag", "") == "br"):
        run.pop()
    while run and (is_blank(run[0]) or getattr(run[0], "tag", "") == "br"):
        run.pop(0)
    if run and isinstance(run[0], str):
        run[0] = run[0].lstrip()
    if run and isinstance(run[-1], str):
        run[-1] = run[-1].rstrip()
    return run if any(words(node).strip() for node in run) else []


def polished(children, inside=()):
    """Inline nodes without empty and doubled tags; neighbours of one kind are joined."""
    found = []
    for child in children:
        for node in inline(child, inside):
            last = found[-1] if found else None
            if isinstance(node, str) and isinstance(last, str):
                found[-1] = spaced(last + node)
            elif is_same(last, node):
                last.children = polished(last.children + node.children, (*inside, node.tag))
            else:
                found.append(node)
    return found


def spaced(text):
    return SPACES.sub(" ", INVISIBLE.sub("", text))


def is_same(one, other):
    """Whether two neighbours can be one element."""
    return (
        isinstance(one, Element)
        and isinstance(other, Element)
        and one.tag == other.tag != "br"
        and one.attributes == other.attributes
    )


def inline(node, inside):
    """What stands in the place of one inline node: itself, its children, or nothing."""
    if isinstance(node, str):
        text = spaced(node)
        return [text] if text else []
    if node.tag == "br":
        return [Element("br")]
    children = polished(node.children, (*inside, node.tag))
    is_kept = node.tag in INLINE and node.tag not in inside
    if not is_kept or not any(words(child).strip() for child in children):
        return children
    attributes = link(node) if node.tag == "a" else language(node) if node.tag == "em" else {}
    return children if attributes is None else outside(Element(node.tag, attributes, children))


def outside(element):
    """The element with the spaces of its ends before and after it."""
    children, around = element.children, []
    for place, strip in ((0, str.lstrip), (-1, str.rstrip)):
        text = children[place] if isinstance(children[place], str) else ""
        if text != strip(text):
            children[place] = strip(text)
        around.append([" "] if text != strip(text) else [])
    element.children = [child for child in children if child != ""]
    return [*around[0], element, *around[1]]


def link(element):
    """The attributes of a link, or None when it leads nowhere."""
    if not element.attributes.get("href"):
        return None
    kept = ("href", "title", "hreflang", "lang")
    return {name: value for name, value in element.attributes.items() if name in kept}
