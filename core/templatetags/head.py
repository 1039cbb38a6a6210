"""What the head of a page tells machines: schema.org, the picture of a shared link."""

import re
from html import unescape

from django import template
from django.conf import settings
from django.utils.html import format_html

from core import pictures, richtext, structured

register = template.Library()
LOCALES = {"lv": "lv_LV", "en": "en_GB"}


@register.filter
def locale(language):
    """The language as Open Graph writes it."""
    return LOCALES.get(language, language)


@register.simple_tag
def share_picture(*images):
    """(address, width, height, words) of the first picture there is, for shared links."""
    image = next((each for each in images if each), None)
    if image is None:
        return None
    width = pictures.rendition_widths(image.width)[-1]
    height = max(1, round(image.height * width / image.width))
    words = "" if image.is_decorative else image.alt
    return settings.SITE_URL + pictures.copy_url(image, -1), width, height, words


@register.simple_tag(takes_context=True)
def structured_data(context):
    """The page as schema.org: the nodes of its view, else the page alone; no draft ever."""
    item, nodes = context.get("item"), context.get("structured")
    if context.get("preview") or (item and not item.is_published):
        return ""
    nodes = nodes or ([structured.web_page(item)] if item else [])
    return richtext.data_block(structured.graph(nodes)) if nodes else ""


STEP = re.compile(r"<li[^>]*>(.*?)</li>", re.DOTALL)
LINK = re.compile(r'<a href="([^"]*)"')
TAG = re.compile(r"<[^>]*>")


def steps(shown):
    """(name, address) of the items of a list of links; an item without a link has no address."""
    for item in STEP.findall(shown):
        link = LINK.search(item)
        yield unescape(TAG.sub("", item)), unescape(link[1]) if link else ""


@register.tag
def breadcrumbs(parser, token):
    """`{% breadcrumbs %}…{% endbreadcrumbs %}`: what stands inside, and the same as schema.org."""
    inside = parser.parse(["endbreadcrumbs"])
    parser.delete_first_token()
    return Breadcrumbs(inside)


class Breadcrumbs(template.Node):
    """Read from the page itself, so that machines are told the way that people see."""

    def __init__(self, inside):
        self.nodelist = inside

    def render(self, context):
        shown = self.nodelist.render(context)
        request, item = context.get("request"), context.get("item")
        if request is None or context.get("preview") or (item and not item.is_published):
            return shown
        way = [
            (
                " ".join(name.replace("\u2060", "").split()),
                settings.SITE_URL + (address or request.path),
            )
            for name, address in steps(shown)
        ]
        block = richtext.data_block(structured.graph([structured.breadcrumbs(way)]))
        return format_html("{}{}", shown, block)
