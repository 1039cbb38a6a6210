"""What visitors write is plain text; pages show it as paragraphs, one for each line."""

from django.utils.html import format_html_join

from opendata.columns import plain  # noqa: F401 (the way back)


def formatted(text):
    """Plain text as the HTML that a formatted field holds; nothing in it can become a tag."""
    lines = (line.strip() for line in text.splitlines())
    return str(format_html_join("", "<p>{}</p>", ((line,) for line in lines if line)))
