"""Texts of WordPress, in blocks or classic, as HTML that `core.richtext` puts in order."""

import re
from html import escape, unescape

from django.utils.html import strip_tags

from core import richtext
from core.prose.markup import Element, parse, replace, walk, words, write
from core.prose.videos import video_at

from . import shortcodes

BLOCK = re.compile(r"<!--\s*/?wp:")
COMMENT = re.compile(r"<!--.*?-->", re.S)
MORE = re.compile(r"<!--more.*?-->", re.S)
FRAME = re.compile(r"<(iframe|video|audio|embed)\b([^>]*)>(.*?)</\1>|<embed\b([^>]*)>", re.S | re.I)
SOURCE = re.compile(r"""\bsrc\s*=\s*["']([^"']+)["']""", re.I)
STANDING = re.compile(
    r"</?(?:address|article|aside|blockquote|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr"
    r"|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b",
    re.I,
)
ADDRESS = re.compile(r"https?://[^\s<>\"']+")
SUMMARY = 500  # letters of a teaser; a longer one was no summary


def plain(html):
    """One line of words without tags and entities."""
    return " ".join(unescape(strip_tags(html or "")).split())


def summary_of(entry):
    """The excerpt, else the words before “read more” when they are few."""
    if entry.excerpt.strip():
        return plain(entry.excerpt)
    if not MORE.search(entry.text):
        return ""
    before = COMMENT.sub("", MORE.split(entry.text)[0])
    teaser = plain(shortcodes.translated(before, lambda keys: "", lambda name: None))
    return teaser if len(teaser) <= SUMMARY else ""


def body_of(entry, links):
    """The text of an entry as this site stores it; `links` leads to rows (`links.Links`)."""
    text = entry.text.replace("\r\n", "\n").replace("\r", "\n")
    is_in_blocks = BLOCK.search(text)
    text = FRAME.sub(framed, COMMENT.sub("", text))
    text = shortcodes.translated(
        text,
        lambda keys: links.gallery(entry, keys),
        lambda name: links.notes.add("shortcode", f"[{name}]", entry),
    )
    root = parse(richtext.pasted(text if is_in_blocks else in_paragraphs(text)))
    for change in (links.shown, unwrapped, Following(links, entry)):
        replace(root, change)
    return richtext.clean(write(root))


def framed(found):
    """A link in the place of a frame or player, which the site itself makes of it again."""
    source = SOURCE.search(found[0])
    if not source or not source[1].startswith(("http", "/")):
        return found[3] or ""
    return shortcodes.link_to(unescape(source[1]))


def in_paragraphs(text):
    """What WordPress does to classic texts when it shows them: blank lines part paragraphs."""
    found = []
    for chunk in re.split(r"\n\s*\n", text.strip()):
        chunk = chunk.strip()
        if ADDRESS.fullmatch(chunk):
            found.append(shortcodes.link_to(unescape(chunk)))
        elif STANDING.search(chunk):
            found.append(chunk)
        elif chunk:
            found.append("<p>" + chunk.replace("\n", "<br>\n") + "</p>")
    return "\n".join(found)


def has_class(element, name):
    return name in element.attributes.get("class", "").split()


def unwrapped(element):
    """Galleries become figures one by one, embedded pages links, buttons of files go."""
    if has_class(element, "wp-block-file__button"):
        return []
    if has_class(element, "wp-block-embed"):
        return embedded(element)
    inside = [each for each in walk(element) if each.tag in ("figure", "img")]
    if element.tag == "a" and inside:
        return element.children
    if element.tag in ("figure", "ul", "li") and any(each.tag == "figure" for each in inside):
        return [as_paragraph(child) for child in element.children]
    return [element]


def as_paragraph(child):
    """The caption of a whole gallery stands behind its pictures."""
    is_caption = isinstance(child, Element) and child.tag == "figcaption"
    return Element("p", (), child.children) if is_caption else child


def embedded(element):
    captions = [each for each in walk(element) if each.tag == "figcaption"]
    caption = " ".join(words(each).strip() for each in captions)
    address = ADDRESS.search(words(element))
    if not address:
        return element.children
    link = Element("a", {"href": address[0]}, [caption or address[0]])
    return [Element("p", (), [link])]


class Following:
    """The links of one text, each to where its page is now."""

    def __init__(self, links, entry):
        self.links, self.entry = links, entry

    def __call__(self, element):
        if element.tag != "a" or video_at(element.attributes.get("href", "")):
            return [element]
        address = self.links.followed(element.attributes.get("href", ""), self.entry)
        if address is None:
            return element.children
        element.attributes["href"] = address
        return [element]


def figure(key, caption):
    """A picture of the old site by its key, for a gallery."""
    words_below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f'\n\n<figure><img class="wp-image-{key}" src="/x">{words_below}</figure>\n\n'
