"""Addresses of pages by their slugs, of which a page names dozens."""

import re

from django.urls import get_resolver, get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language

PLACE = "x-1-x"
PLAIN = re.compile(r"[-a-zA-Z0-9_]+")


def page_address(view, slug):
    """`reverse(view, args=[slug])`; what stands around the slug is looked for once."""
    if not PLAIN.fullmatch(str(slug)):
        return reverse(view, args=[slug])
    before, after = around_slug(view)
    return f"{before}{slug}{after}"


def around_slug(view):
    """Kept for each language for as long as Django keeps the routes."""
    kept = vars(get_resolver(get_urlconf())).setdefault("kept_around_slugs", {})
    key = view, get_language(), get_script_prefix()
    if key not in kept:
        kept[key] = reverse(view, args=[PLACE]).split(PLACE)
    return kept[key]
