"""Tags of all templates whose answer is the same each time in one language, and so is kept.

They stand in for Django's own of the same names: `url` without arguments, `translate` and `static`
of what the template itself says. The rest is left to Django.
"""

from django import template
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as url_tag
from django.templatetags.i18n import do_translate
from django.templatetags.static import do_static
from django.urls import get_resolver, get_script_prefix, get_urlconf
from django.utils.translation import get_language

register = template.Library()


class Fixed(template.Node):
    """Keeps what the tag inside gives, for each language and way of escaping."""

    def __init__(self, node):
        self.node, self.kept = node, {}

    def render(self, context):
        key = get_language(), context.autoescape
        kept = self.kept.get(key)
        if kept is None:
            kept = self.kept[key] = self.node.render(context)
        return kept


class FixedAddress(URLNode):
    """Keeps an address for each language, for as long as Django keeps the routes."""

    def render(self, context):
        kept = vars(get_resolver(get_urlconf())).setdefault("kept_addresses", {})
        is_escaped = context.autoescape and not self.asvar
        key = self.view_name.var, get_language(), get_script_prefix(), is_escaped
        if key not in kept:
            shown = super().render(context)
            kept[key] = context[self.asvar] if self.asvar else shown
        if not self.asvar:
            return kept[key]
        context[self.asvar] = kept[key]
        return ""


def is_said(expression):
    """Whether a template says this text itself."""
    return expression is None or (expression.token[0] in "\"'" and not expression.filters)


@register.tag
def url(parser, token):
    node = url_tag(parser, token)
    if node.args or node.kwargs or not is_said(node.view_name):
        return node
    return FixedAddress(node.view_name, (), {}, node.asvar)


@register.tag
def translate(parser, token):
    node = do_translate(parser, token)
    is_fixed = is_said(node.filter_expression) and is_said(node.message_context)
    return Fixed(node) if is_fixed and not (node.asvar or node.noop) else node


@register.tag
def static(parser, token):
    node = do_static(parser, token)
    return Fixed(node) if is_said(node.path) and not node.varname else node
