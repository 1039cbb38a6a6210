"""`[shortcodes]` of WordPress: what they show becomes HTML, what only lays out a page goes."""

import re
from html import escape

QUOTES = str.maketrans("“”„″«»’‘", '""""""\'\'')
CAPTION = re.compile(r"\[(?:wp_)?caption\b[^\]]*\](.*?)\[/(?:wp_)?caption\]", re.S)
PICTURE_OF_CAPTION = re.compile(r"\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.S)
GALLERY = re.compile(r"\[gallery\b([^\]]*)\]")
EMBED = re.compile(r"\[embed\b[^\]]*\]\s*(.*?)\s*\[/embed\]", re.S)
PLAYER = re.compile(
    r"\[(?:video|audio|youtube|vimeo)\b([^\]]*)\](?:\s*(https?://\S+?)?\s*\[/\w+\])?"
)
SOURCE = re.compile(r"""(?:https?://[^\s"'\]]+)""")
ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))""")
ANY = re.compile(r"\[(/?)([A-Za-z][\w-]*)((?:\s[^\[\]]*)?)\]")
# Makers of pages whose shortcodes hold the text between them.
BUILDERS = re.compile(r"(?:(?:vc|et_pb|fusion|av|su|fl|kc|cs)_|column|row|tabs?$|accordion)", re.I)


def translated(text, gallery, unknown):
    """`text` without shortcodes. `gallery(keys)` gives the HTML of pictures (None: all of the
    page), `unknown(name)` is told of each that showed something which cannot be brought along.
    """
    text = CAPTION.sub(lambda found: captioned(found[1]), text)
    text = GALLERY.sub(lambda found: gallery(keys_in(found[1])), text)
    text = EMBED.sub(lambda found: link_to(found[1]), text)
    text = PLAYER.sub(played, text)
    closed = {found[2] for found in ANY.finditer(text) if found[1]}
    return ANY.sub(lambda found: rest(found, closed, unknown), text)


def attributes(text):
    found = ATTRIBUTE.findall(text.translate(QUOTES))
    return {name.lower(): first or second or third for name, first, second, third in found}


def captioned(inner):
    """A figure of the picture, with the words behind it as its caption."""
    parts = PICTURE_OF_CAPTION.fullmatch(inner)
    if not parts:
        return inner
    return f"\n\n<figure>{parts[1]}<figcaption>{parts[2].strip()}</figcaption></figure>\n\n"


def keys_in(text):
    asked = attributes(text)
    listed = asked.get("ids") or asked.get("include")
    return [int(key) for key in re.findall(r"\d{1,15}", listed)] if listed else None


def link_to(address):
    address = escape(address.strip())
    return f'\n\n<p><a href="{address}">{address}</a></p>\n\n'


def played(found):
    source = found[2] or next(iter(SOURCE.findall(found[1])), "")
    return link_to(source) if source else ""


def rest(found, closed, unknown):
    """Nothing for a shortcode; the words themselves where brackets are only brackets."""
    closing, name, more = found.groups()
    is_shortcode = name in closed or ATTRIBUTE.search(more.translate(QUOTES))
    if not is_shortcode:
        return found[0]
    if not closing and name not in closed and not BUILDERS.match(name):
        unknown(name)
    return "\n\n" if BUILDERS.match(name) else ""
