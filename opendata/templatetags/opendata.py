"""What list pages say about their data."""

from django import template
from django.urls import reverse

from ..forms import forms_of

register = template.Library()


@register.simple_tag
def data_links(found, name=""):
    """[(form, address)] of all that a list shows, in every form; with `name` only that one."""
    opts = found.queryset.model._meta
    query = found.query(view=None)
    end = f"?{query}" if query else ""
    return [
        (form, reverse(f"{opts.app_label}:{opts.model_name}_data", args=[form.name]) + end)
        for form in forms_of(found.queryset.model)
        if not name or form.name == name
    ]
