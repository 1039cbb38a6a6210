"""What list pages say about their data."""

from functools import cache

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

from ..forms import forms_of

register = template.Library()


@register.simple_tag
def data_links(found, name=""):
    """[(form, address)] of all that a list shows, in every form; with `name` only that one."""
    query = found.query(view=None)
    end = f"?{query}" if query else ""
    places = addresses(found.queryset.model, get_language())
    return [(form, place + end) for form, place in places if not name or form.name == name]


@register.simple_tag
def data_items(found):
    """The links to all that a list shows, in every form, as list items."""
    query = found.query(view=None)
    end = format_html("?{}", query) if query else ""
    items = list_items(found.queryset.model, get_language())
    return format_html_join("", "{}{}{}", ((start, end, rest) for start, rest in items))


@cache
def list_items(model, language):
    """[(item up to the end of its address, the rest)], both safe."""
    note = "<b>{}</b> <span>{}</span>"
    return [
        (
            format_html('<li><a href="{}', address),
            format_html(
                '" type="{}">{}</a></li>',
                form.media_type,
                format_html(note if form.note else "<b>{}</b>", form.label, form.note),
            ),
        )
        for form, address in addresses(model, language)
    ]


@cache
def addresses(model, _language):
    """[(form, address)] of all rows of a kind."""
    opts = model._meta
    page = f"{opts.app_label}:{opts.model_name}_data"
    return [(form, reverse(page, args=[form.name])) for form in forms_of(model)]
