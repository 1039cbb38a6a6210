"""Texts of results with the words that were found marked."""

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()


@register.simple_tag
def marked(pieces):
    """[(piece, whether it is marked)] in one line."""
    return format_html_join("", "{}", ((mark(text) if found else text,) for text, found in pieces))


def mark(text):
    return format_html("<mark>{}</mark>", text)
