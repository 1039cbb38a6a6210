"""Tags of all templates whose answer is the same each time in one language, and so is kept.

They stand in for Django's own of the same names: `url`, `translate` and `static` of what the
template itself says, and `include` of the template that it names. The rest is left to Django.
"""

from django import template
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as url_tag
from django.template.loader_tags import IncludeNode, do_include
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
        given = [each.resolve(context) for each in self.args]
        given += [(name, each.resolve(context)) for name, each in self.kwargs.items()]
        key = self.view_name.var, *given, get_language(), get_script_prefix(), is_escaped
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


def is_fixed(expression):
    """Whether it has few values: what the template says itself, or the language of the page."""
    return is_said(expression) or expression.token == "language"  # noqa: S105


@register.tag
def url(parser, token):
    node = url_tag(parser, token)
    if not all(map(is_fixed, (node.view_name, *node.args, *node.kwargs.values()))):
        return node
    return FixedAddress(node.view_name, node.args, node.kwargs, node.asvar)


@register.tag
def translate(parser, token):
    node = do_translate(parser, token)
    is_kept = is_said(node.filter_expression) and is_said(node.message_context)
    return Fixed(node) if is_kept and not (node.asvar or node.noop) else node


@register.tag
def static(parser, token):
    node = do_static(parser, token)
    return Fixed(node) if is_said(node.path) and not node.varname else node


class FixedInclude(IncludeNode):
    """Keeps the template that it names, as Django's loader does, too; not in development, where
    templates change."""

    found = None

    def render(self, context):
        engine = context.template.engine
        if engine.debug:
            return super().render(context)
        if self.found is None:
            self.found = engine.get_template(self.template.var)
        values = {name: each.resolve(context) for name, each in self.extra_context.items()}
        if not self.isolated_context:
            with context.push(**values):
                return self.found.render(context)
        return self.found.render(alone(context, values))


def alone(context, values):
    """`context.new(values)`, without the copies of copies that it makes."""
    made = duplicate(context, [context.dicts[0], values])
    vars(made).pop("_processors_index", None)
    made.render_context = duplicate(context.render_context, context.render_context.dicts[:])
    return made


def duplicate(context, dicts):
    made = type(context).__new__(type(context))
    vars(made).update(vars(context), dicts=dicts)
    return made


@register.tag
def include(parser, token):
    node = do_include(parser, token)
    if not is_said(node.template):
        return node
    options = {"extra_context": node.extra_context, "isolated_context": node.isolated_context}
    return FixedInclude(node.template, **options)
