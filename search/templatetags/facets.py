"""The panel of filters and the views of a list; values are built here, as there may be many."""

from functools import cache, lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, ngettext, npgettext, pgettext_lazy

from core.caching.memory import MEMORY
from core.cards import DRAWN
from core.richtext import together
from core.templatetags.site import icon

from .. import panel
from ..lists import Cards

register = template.Library()
FOLD = '<details class="{}" data-key="{}-{}"{}><summary><span>{}</span>{}</summary>{}</details>'
NOTHING, END = format_html("{}", ""), format_html("</{}>", "li")
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


@register.simple_tag(takes_context=True)
def cards_of(context, page, name):
    """The rows of a page as list items, drawn by a template; remembered ones are not read again."""
    template, rows = context.template.engine.get_template(name), page.object_list
    request, language = getattr(context, "request", None), get_language()
    if not isinstance(rows, Cards):
        rows = Cards.of(rows)
    first = rows.keys[0] if rows.keys else None

    draw_one = DRAWN.get(name) or by_template(context, template)

    def draw(missing):
        found = rows.read([key for *_about, key in missing])
        about = ((each, found.get(each[-1])) for each in missing)
        return {each: draw_one(row, row.pk == first) for each, row in about if row}

    keys = [("card", name, rows.kind, language, key == first, key) for key in rows.keys]
    drawn = MEMORY.recall_all(request, keys, draw)
    return format_html_join(
        "", '<li class="prow">{}</li>', ((drawn[key],) for key in keys if key in drawn)
    )


def by_template(context, template):
    def draw_one(row, is_first):
        return template.render(context.new({"item": row, "first": is_first}))

    return draw_one


@register.simple_tag
def facet_options(group):
    """The values of one facet with their counts, as checkboxes."""
    values = Values(group)
    whole = values.level(group.options, 1)
    hint = gettext("Choose a value to see what lies below it.") if values.is_cut else ""
    return format_html('{}<p class="small">{}</p>', whole, hint) if hint else whole


@lru_cache(maxsize=20_000)
def parts(name, value, label):
    """The parts of an item that stay the same, whatever is counted: the head of its checkbox in
    three states (nothing found, something found, chosen) and its text.
    """
    field = format_html('name="{}" value="{}" id="{}-{}"', name, value, name, value)
    box = '<li><label class="check{}"><input type="checkbox" {}{}>'
    states = ((" zero", ""), ("", ""), ("", " checked"))
    heads = (format_html(box, kind, field, checked) for kind, checked in states)
    text = '<span>{}</span><span class="n"><span class="vh">, </span>'
    return *heads, format_html(text, capfirst(label))


@lru_cache(maxsize=20_000)
def number_of_rows(count, language):
    """The end of a checkbox."""
    unit = unit_of(min(count, 100 + count % 100), language)
    return format_html('{}<span class="vh"> {}</span></span></label>', count, unit)


@cache
def unit_of(count, _language):
    """The word after a number; plural forms go by its last two digits, and by small numbers."""
    return npgettext("after a number", "result", "results", count)


class Values:
    """The checkboxes of one facet; words that repeat are translated once."""

    def __init__(self, group):
        self.name, self.depth = group.facet.name, group.depth
        self.arrow = icon("chevron-down")
        self.language = get_language()
        self.is_cut = False

    def level(self, options, depth):
        shown = panel.shown(options)
        return format_html(
            '<ul class="tree">{}</ul>{}', self.rows(shown.first, depth), self.more(shown, depth)
        )

    def rows(self, options, depth):
        """Put together from pieces that are safe: there may be hundreds of them on a page."""
        rows = []
        for each in options:
            empty, found, chosen, text = parts(self.name, each.value, each.label)
            head = chosen if each.is_chosen else found if each.count else empty
            below = self.children(each, depth) if each.children else NOTHING
            rows += head, text, number_of_rows(each.count, self.language), below, END
        return together(rows)

    def children(self, option, depth):
        if depth >= self.depth and not (option.is_open or option.is_chosen):
            self.is_cut = True
            return NOTHING
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
