"""What Word, Google Docs and old web sites paste, turned into the tags that our texts have."""

import re

from .markup import Element, replace, walk, words

RENAMED = {
    "b": "strong",
    "i": "em",
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "dt": "p",
    "tfoot": "tbody",
}
BOXES = {
    *("address", "article", "aside", "center", "dd", "dir", "div", "dl", "fieldset", "footer"),
    *("form", "header", "main", "menu", "nav", "pre", "section"),
}
BOLD = re.compile(r"font-weight:\s*(bold|bolder|[6-9]00)", re.I)
NOT_BOLD = re.compile(r"font-weight:\s*(normal|[1-4]00)", re.I)
ITALIC = re.compile(r"font-style:\s*(italic|oblique)", re.I)
NOT_ITALIC = re.compile(r"font-style:\s*normal", re.I)
RAISED = re.compile(r"vertical-align:\s*(super|sub)\b", re.I)
MARKER = re.compile(r"mso-list:\s*ignore", re.I)
LEVEL = re.compile(r"mso-list:[^;]*\blevel(\d)", re.I)
NUMBER = re.compile(r"\(?(\d+|[a-z]{1,4})[.)]", re.I)
BULLET = re.compile(r"\s*[•·▪●]\s+")


def translate(root):
    """Give the tags of `root` our names; fonts and styles become strong, em, sup and sub."""
    replace(root, translated)
    gather_lists(root)
    for element in walk(root):
        gather_lists(element)
    replace(root, lambda element: element.children if element.tag == "marker" else [element])


def translated(element):
    """What stands in the place of one element whose children are translated already."""
    style = element.attributes.get("style", "")
    element.tag = RENAMED.get(element.tag, element.tag)
    if MARKER.search(style):
        element.tag = "marker"
    elif element.tag in ("span", "font"):
        return styled(element.children, style)
    elif element.tag in ("strong", "em"):
        return [element] if is_meant(element.tag, style) else element.children
    elif element.tag in BOXES:
        element.tag = "div"
    elif element.tag == "p":
        return [as_paragraph(element, style)]
    return [element]


def is_meant(tag, style):
    """Google Docs wraps whole texts in `<b style="font-weight:normal">`."""
    return not (NOT_BOLD if tag == "strong" else NOT_ITALIC).search(style)


def styled(children, style):
    if raised := RAISED.search(style):
        children = [Element("sup" if raised[1].lower() == "super" else "sub", (), children)]
    if ITALIC.search(style):
        children = [Element("em", (), children)]
    if BOLD.search(style):
        children = [Element("strong", (), children)]
    return children


def as_paragraph(element, style):
    """Word's paragraphs are headings, quotations and list items too."""
    name = element.attributes.get("class", "").partition(" ")[0]
    if name.startswith("Mso"):
        element.attributes.pop("lang", None)
    if level := LEVEL.search(style):
        element.tag = "item"
        element.level = int(level[1])
        element.is_numbered = bool(NUMBER.match(take_marker(element)))
    elif name == "MsoTitle":
        element.tag = "h2"
    elif name in ("MsoQuote", "MsoIntenseQuote"):
        return Element("blockquote", (), [element])
    elif take_bullet(element):
        element.tag, element.level, element.is_numbered = "item", 1, False
    return element


def take_marker(element):
    """Remove the number or bullet that Word writes before the text, and return it."""
    marker = next((each for each in walk(element) if each.tag == "marker"), None)
    if marker is None:
        return ""
    text = words(marker).strip()
    replace(element, lambda each: [] if each is marker else [each])
    return text


def take_bullet(element):
    """Remove a bullet that was typed as text; whether there was one."""
    first = element.children[0] if element.children else None
    if not isinstance(first, str) or not BULLET.match(first):
        return False
    element.children[0] = BULLET.sub("", first, count=1)
    return True


def gather_lists(node):
    """Put neighbouring list items of Word into lists, each level in the item before it."""
    children, lists = [], []
    for child in node.children:
        if isinstance(child, Element) and child.tag == "item":
            add_item(children, lists, child)
        elif not (lists and isinstance(child, str) and not child.strip()):
            lists.clear()
            children.append(child)
    node.children = children


def add_item(children, lists, item):
    """`lists` are the open lists as (level, element), outermost first."""
    tag = "ol" if item.is_numbered else "ul"
    while lists and (
        lists[-1][0] > item.level or (lists[-1][0] == item.level and lists[-1][1].tag != tag)
    ):
        lists.pop()
    if not lists or lists[-1][0] < item.level:
        new = Element(tag)
        (lists[-1][1].children[-1].children if lists else children).append(new)
        lists.append((item.level, new))
    lists[-1][1].children.append(Element("li", (), item.children))
