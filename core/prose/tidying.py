"""Order in the blocks of a text: paragraphs, lists, tables and figures that fit into each other."""

from . import pasting, references
from .markup import Element, parse, replace, walk, words, write
from .phrases import language, lines, polished, trimmed

LINES = {"p", "h2", "h3", "h4"}
BLOCKS = LINES | {
    *("blockquote", "caption", "div", "figcaption", "figure", "hr", "img", "li", "ol", "table"),
    *("tbody", "td", "th", "thead", "tr", "ul"),
}
ROWS = ("thead", "tbody")
LAYOUT = {"width", "height", "border", "cellpadding", "cellspacing", "bgcolor", "background"}


def tidy(html):
    """`html` (well-formed) with our tags only, without empty parts and stray spaces."""
    root = parse(html)
    pasting.translate(root)
    references.settle(root)
    root.children = flow(root.children)
    return write(root)


def is_block(node):
    return isinstance(node, Element) and (
        node.tag in BLOCKS or any(each.tag in BLOCKS for each in walk(node))
    )


def pieces(children):
    """Runs of inline nodes as lists, and blocks as elements, in their order."""
    line = []
    for child in children:
        if not is_block(child):
            line.append(child)
            continue
        if line:
            yield line
        line = []
        yield from [child] if child.tag in BLOCKS else pieces(spread(child))
    if line:
        yield line


def spread(element):
    """An inline element around blocks goes inside of them: `<a><p>` becomes `<p><a>`."""
    for child in element.children:
        inner = Element(element.tag, element.attributes)
        if not is_block(child):
            inner.children = [child]
            yield inner
        elif child.tag not in BLOCKS:
            inner.children = list(spread(child))
            yield from spread(inner)
        elif child.tag in LINES | {"div"}:
            inner.children = child.children
            yield Element(child.tag, child.attributes, [inner])
        else:
            yield child


def flow(children):
    """The children of a container as blocks only; loose text becomes paragraphs."""
    blocks = []
    for piece in pieces(children):
        blocks += lines("p", (), piece) if isinstance(piece, list) else block(piece)
    return blocks


def block(element):
    """The blocks that stand in the place of one block; none when it is empty."""
    if element.tag in LINES:
        return leaf(element)
    if element.tag == "hr":
        return [Element("hr")]
    if element.tag in ("ul", "ol"):
        return items(element)
    if element.tag == "blockquote":
        return kept("blockquote", language(element), flow(element.children))
    if element.tag == "table":
        return table(element)
    if element.tag in ("figure", "img"):
        return figures(element)
    return flow(element.children)


def kept(tag, attributes, children):
    return [Element(tag, attributes, children)] if children else []


def leaf(element):
    """A paragraph or heading; blocks that stand in it come after it."""
    blocks = []
    for piece in pieces(element.children):
        if isinstance(piece, list):
            blocks += lines(element.tag, language(element), piece)
        elif piece.tag in ("p", "div"):
            blocks += leaf(Element(element.tag, element.attributes, piece.children))
        else:
            blocks += block(piece)
    return blocks


def items(element):
    """A list whose children are items; a list between two items belongs to the first."""
    found = []
    for child in element.children:
        if isinstance(child, str) and not child.strip():
            continue
        is_nested = isinstance(child, Element) and child.tag in ("ul", "ol")
        if isinstance(child, Element) and child.tag == "li":
            found.append(Element("li", (), child.children))
        elif is_nested and found:
            found[-1].children.append(child)
        else:
            found.append(Element("li", (), [child]))
    for item in found:
        item.children = content(item)
    return kept(element.tag, (), [item for item in found if item.children])


def content(element):
    """The children of an item or cell: one line as it is, else blocks."""
    if any(map(is_block, element.children)):
        return flow(element.children)
    paragraphs = lines("p", (), element.children)
    return paragraphs[0].children if len(paragraphs) == 1 else paragraphs


def table(element):
    """A table of data; one that only lays out a page, or holds another, gives its contents."""
    cells = [each for each in walk(element) if each.tag in ("td", "th")]
    if is_layout(element, cells):
        return flow(element.children)
    parts = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "caption":
            parts += kept("caption", (), trimmed(polished(flat(child.children))))
        elif isinstance(child, Element) and child.tag in ROWS:
            parts += kept(child.tag, (), [row(each) for each in child.children if is_row(each)])
    return kept("table", (), parts if words(element).strip() or has_picture(element) else [])


def is_layout(element, cells):
    if any(each.tag == "table" for each in walk(element)):
        return True
    if element.attributes.get("role") == "presentation":
        return True
    if not LAYOUT & element.attributes.keys() or any(each.tag == "th" for each in cells):
        return False
    rows = sum(each.tag == "tr" for each in walk(element))
    return rows == 1 or len(cells) == rows


def is_row(node):
    return isinstance(node, Element) and node.tag == "tr"


def has_picture(element):
    return any(each.tag == "img" for each in walk(element))


def row(element):
    """A row of a table with its cells."""
    cells = [each for each in element.children if isinstance(each, Element)]
    return Element("tr", (), [cell(each) for each in cells if each.tag in ("td", "th")])


def cell(element):
    spans = {
        name: value
        for name, value in element.attributes.items()
        if (name in ("colspan", "rowspan") and value.isdecimal() and 1 < int(value) <= 100)
        or (name == "scope" and element.tag == "th")
    }
    return Element(element.tag, spans, content(element))


def flat(children):
    """Inline nodes only: what stands in blocks is parted by spaces."""
    found = []
    for child in children:
        if is_block(child):
            found += [" ", *flat(child.children), " "]
        else:
            found.append(child)
    return found


def figures(element):
    """A figure for each picture of the library, with its caption; everything else comes after."""
    pictures = [each for each in (element, *walk(element)) if references.is_picture(each)]
    if not pictures:
        return flow(element.children)
    captions = [each for each in walk(element) if each.tag == "figcaption"]
    caption = trimmed(polished(flat([node for each in captions for node in each.children])))
    found = [Element("figure", (), [references.picture(each)]) for each in pictures]
    found[-1].children += kept("figcaption", (), caption)
    replace(element, lambda each: [] if each in pictures + captions else [each])
    return found + flow(element.children)
