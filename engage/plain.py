"""What visitors write is plain text; where a page keeps formatted text, it stands in paragraphs."""

import html
import re

from django.utils.html import escape, strip_tags


def paragraphs(text):
    """Plain text as HTML: empty lines part paragraphs, single ones stay line breaks."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    lines = [escape(part.strip()).replace("\n", "<br>") for part in parts if part]
    return "".join(f"<p>{line}</p>" for line in lines)


def plain(markup):
    """The same back again, for a form; of other formatted text its words."""
    text = re.sub(r"<br\s*/?>", "\n", markup)
    text = re.sub(r"</(p|li|h\d|tr)>", "\n\n", text)
    return re.sub(r"\n{3,}", "\n\n", html.unescape(strip_tags(text))).strip()
