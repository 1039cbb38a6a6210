"""What Django's template engine does hundreds of times for a page, at less cost.

Each function gives what Django's gives, and leaves to it whatever is not usual; a test compares
them (tests/partnership/test_rendering.py).
"""

from html import escape

from django.template import base, defaulttags, library
from django.template.base import NodeList, Variable, VariableDoesNotExist
from django.utils import html
from django.utils.safestring import SafeString

look_up = Variable._resolve_lookup
in_context = base.render_value_in_context
escape_anything = html.conditional_escape
find_nodes = NodeList.get_nodes_by_type
NO_SUCH_KEY = "Failed lookup for key [%s] in %r"


def quicken():
    """Once in a process, before a template is read."""
    Variable._resolve_lookup = looked_up
    NodeList.get_nodes_by_type = found_nodes
    for module in (base, defaulttags):
        module.render_value_in_context = shown
    for module in (base, defaulttags, library, html):
        module.conditional_escape = escaped


def looked_up(variable, context):
    """What a name such as `item.programme.title` means: keys of dicts, attributes, methods."""
    names = iter(variable.lookups)
    try:
        current = context[next(names)]
    except KeyError as error:
        raise VariableDoesNotExist(NO_SUCH_KEY, (*error.args, context)) from None
    try:
        while True:
            if callable(current):
                if getattr(current, "alters_data", False):
                    return look_up(variable, context)
                if not getattr(current, "do_not_call_in_templates", False):
                    current = current()
            name = next(names, None)
            if name is None:
                return current
            if type(current) is dict:
                current = current[name]
            elif hasattr(type(current), "__getitem__"):
                return look_up(variable, context)
            else:
                current = getattr(current, name)
    except Exception:  # which of them count as nothing is for Django to say
        return look_up(variable, context)


def shown(value, context):
    """A value in a page: texts are neither days nor numbers to be written in a language."""
    is_text = type(value) is SafeString or (type(value) is str and context.autoescape)
    return escaped(value) if is_text else in_context(value, context)


def escaped(text):
    kind = type(text)
    if kind is SafeString:
        return text
    return SafeString(escape(text)) if kind is str else escape_anything(text)


def found_nodes(nodes, kind):
    """The nodes of a kind in a template, which does not change once it was read."""
    known = vars(nodes).setdefault("known", {})
    if kind not in known:
        known[kind] = find_nodes(nodes, kind)
    return known[kind]
