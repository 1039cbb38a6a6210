"""The panel of filters and the views of a list; values are built here, as there may be many."""

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext, npgettext, pgettext_lazy

from core.templatetags.site import icon

from .. import panel

register = template.Library()
OPTION = (
    '<label class="check{}"><input type="checkbox" name="{}" value="{}" id="{}-{}"{}>'
    '<span>{}</span><span class="n"><span class="vh">, </span>{}<span class="vh"> {}</span></span>'
    "</label>"
)
FOLD = '<details class="{}" data-key="{}-{}"{}><summary><span>{}</span>{}</summary>{}</details>'
VIEWS = {
    "list": pgettext_lazy("view", "List"),
    "map": pgettext_lazy("view", "Map"),
    "timeline": pgettext_lazy("view", "Timeline"),
}

register.simple_tag(panel.groups, name="facet_groups")


@register.simple_tag
def view_links(found):
    """The views of a list, the present one marked."""
    usual = found.views[0]
    return [
        {
            "name": name,
            "label": VIEWS[name],
            "query": found.query(view="" if name == usual else name),
            "is_current": name == found.view,
        }
        for name in found.views
    ]


@register.simple_tag
def facet_options(group):
    """The values of one facet with their counts, as checkboxes."""
    values = Values(group)
    whole = values.level(group.options, 1)
    hint = gettext("Choose a value to see what lies below it.") if values.is_cut else ""
    return format_html('{}<p class="small">{}</p>', whole, hint) if hint else whole


@lru_cache(maxsize=10_000)  # most lists offer the same values with the same counts
def checkbox(name, value, label, count, unit, is_chosen):
    state = "" if count or is_chosen else " zero"
    checked = " checked" if is_chosen else ""
    return format_html(
        OPTION, state, name, value, name, value, checked, capfirst(label), count, unit
    )


class Values:
    """The checkboxes of one facet; words that repeat are translated once."""

    def __init__(self, group):
        self.name, self.depth = group.facet.name, group.depth
        self.arrow = icon("chevron-down")
        self.units = {}
        self.is_cut = False

    def level(self, options, depth):
        shown = panel.shown(options)
        return format_html(
            '<ul class="tree">{}</ul>{}', self.rows(shown.first, depth), self.more(shown, depth)
        )

    def rows(self, options, depth):
        return format_html_join(
            "", "<li>{}{}</li>", ((self.one(each), self.children(each, depth)) for each in options)
        )

    def one(self, option):
        unit = self.unit(option.count)
        return checkbox(self.name, option.value, option.label, option.count, unit, option.is_chosen)

    def unit(self, count):
        if count not in self.units:
            self.units[count] = npgettext("after a number", "result", "results", count)
        return self.units[count]

    def children(self, option, depth):
        if not option.children:
            return ""
        if depth >= self.depth and not (option.is_open or option.is_chosen):
            self.is_cut = True
            return ""
        number = len(option.children)
        text = ngettext("%(number)s place", "%(number)s places", number) % {"number": number}
        label = format_html('{}<span class="vh"> – {}</span>', text, option.label)
        below = self.level(option.children, depth + 1)
        state = " open" if option.is_open else ""
        return format_html(FOLD, "kids", self.name, option.value, state, label, self.arrow, below)

    def more(self, shown, depth):
        """The fold with the values that come later, and a word about those that do not."""
        if not shown.folded:
            return ""
        number = len(shown.folded)
        text = ngettext("Show %(number)s more", "Show %(number)s more", number)
        below = format_html(
            '<ul class="tree">{}</ul>{}', self.rows(shown.folded, depth), rest(shown)
        )
        # The fold is known by its first value, as a tree may have one on every level.
        key = f"more-{shown.folded[0].value if depth > 1 else ''}"
        label = text % {"number": number}
        return format_html(FOLD, "kids more", self.name, key, "", label, self.arrow, below)


def rest(shown):
    if not shown.left_out:
        return ""
    text = ngettext(
        "%(number)s more value is not shown: narrow the list by words or other filters first.",
        "%(number)s more values are not shown: narrow the list by words or other filters first.",
        shown.left_out,
    )
    return format_html('<p class="small">{}</p>', text % {"number": shown.left_out})
