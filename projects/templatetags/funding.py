"""What pages say about the money of the projects that they show."""

from django import template

from projects.acknowledgement import acknowledgements

register = template.Library()


@register.simple_tag
def acknowledged(projects):
    """The acknowledgements of the published ones among these projects."""
    return acknowledgements(each for each in projects if each.is_published)


@register.filter
def first_screen(found):
    """Those that must be visible without scrolling, each emblem with its words once."""
    wanted = {each.words: each for each in reversed(found) if each.in_first_screen}
    return list(reversed(wanted.values()))
