"""What pages say of an idea."""

from django import template
from django.utils.text import Truncator

from ..summary import text_of

register = template.Library()
LENGTH = 220  # letters of a row in a list


@register.filter
def all_supports(idea):
    """Supporters on the site and on paper."""
    return idea.supports + idea.paper_supports


@register.filter
def in_short(idea):
    return Truncator(" ".join(text_of(idea).split())).chars(LENGTH)
