"""What pages say of the profile of an organisation."""

from django import template
from django.utils.text import capfirst

register = template.Library()


@register.simple_tag
def labels(profile, name):
    """The chosen values of a field in words; a dash when none was chosen."""
    return capfirst(", ".join(profile.names_of(name))) or "–"
