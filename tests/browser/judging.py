"""What axe finds on a page, and whether the page is wider than its window."""

import itertools

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_RULE = {"type": "tag", "values": TAGS}
# The dark look is the same page in other colours: what else axe asks is answered by the light one.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
JUDGED = (1280, 390)
# What colours do on a desktop they do on a phone: pages take turns, also where two alternate.
DARK = itertools.cycle((*JUDGED, *reversed(JUDGED)))
SETTLED = """Promise.allSettled(
  document.getAnimations().filter(each => each instanceof CSSTransition).map(each => each.finished)
)"""
FIND = "rules => axe.run({runOnly: rules, resultTypes: ['violations']}).then(all => all.violations)"


def violations(page, rules=EVERY_RULE):
    """One line for each element that breaks a rule."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    page.evaluate(SETTLED)
    return [
        f"{each['id']}: {node['html'][:120]}"
        for each in page.evaluate(FIND, rules)
        for node in each["nodes"]
    ]


def judge(page, widths=JUDGED, one_of_many=False):
    """{(width, look): what is wrong} of an open page, light and dark; it is left light.

    Of many pages that are alike each is judged light on one screen and dark on the other.
    """
    found, dark = {}, next(DARK)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 844})
        if (extra := page.evaluate(SIDEWAYS)) > 0:
            found[width, "sideways"] = extra
        if width in JUDGED and not (one_of_many and width == dark):
            found[width, "light"] = violations(page)
        if width == dark:
            page.emulate_media(color_scheme="dark")
            found[width, "dark"] = violations(page, COLOURS)
            page.emulate_media(color_scheme="light")
    return {key: wrong for key, wrong in found.items() if wrong}
