"""A small tree of well-formed HTML, as the sanitiser writes it: to read, change and write again."""

from html.parser import HTMLParser

from django.utils.html import escape

VOID = {"br", "hr", "img"}
DEPTH = 100  # deeper tags are left out, their text stays


class Element:
    """A tag with attributes and children; a child is an Element or a piece of text."""

    def __init__(self, tag, attributes=(), children=()):
        self.tag = tag
        self.attributes = dict(attributes)
        self.children = list(children)

    def __repr__(self):
        return f"<{self.tag}>"


class Builder(HTMLParser):
    """Makes the tree; closing tags without a beginning are passed over."""

    def __init__(self):
        super().__init__()
        self.open = [Element("")]

    def handle_starttag(self, tag, attributes):
        element = Element(tag, [(name, value or "") for name, value in attributes])
        if len(self.open) > DEPTH:
            element.children = self.open[-1].children
        else:
            self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag == tag:
                del self.open[place:]
                return

    def handle_data(self, text):
        self.open[-1].children.append(text)


def parse(html):
    """The root of the tree of `html`, whose own tag is empty."""
    builder = Builder()
    builder.feed(html)
    builder.close()
    return builder.open[0]


def write(node):
    """HTML of a node. Text that is marked as safe stands as it is, all other text is escaped."""
    if not isinstance(node, Element):
        return node if hasattr(node, "__html__") else escaped(node)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    inner = "".join(map(write, node.children))
    if not node.tag:
        return inner
    start = f"<{node.tag}{attributes}>"
    return start if node.tag in VOID else f"{start}{inner}</{node.tag}>"


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def walk(node):
    """Every element below `node`, in the order of the text."""
    for child in node.children:
        if isinstance(child, Element):
            yield child
            yield from walk(child)


def words(node):
    """The text of a node without its tags."""
    if not isinstance(node, Element):
        return str(node)
    return "".join(map(words, node.children))


def replace(node, change):
    """Put the list that `change(element)` gives in each element's place, innermost first."""
    children = []
    for child in node.children:
        if isinstance(child, Element):
            replace(child, change)
            children += change(child)
        else:
            children.append(child)
    node.children = children
